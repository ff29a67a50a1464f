import type { Chunk, Column, Compression } from '../../shared/session/chunk.ts';
/** Events as they come, in columns; written out in order of t. Payloads beyond the budget wait in a temporary file. */
import { emptyEvents, encodeEvents, type EventColumns } from '../../shared/session/event-block.ts';
import { EVENT_TYPES, eventCode } from '../../shared/session/event-types.ts';
import { latestIndex } from '../../shared/session/sampler.ts';
import type { NewEvent } from './session-sink.ts';
import type { SessionPart } from './session-target.ts';
import type { SpillFile } from './spill.ts';

const BLOCK_EVENTS = 2048;
const BLOCK_PAYLOAD_BYTES = 4 * 1024 * 1024;
/** Payloads are kept in pieces of this size, bytes: one that grows would be copied, and leave its old self to the garbage collector, again and again. */
const PIECE_BYTES = 256 * 1024;

const NULL = Buffer.from('null');
const [OPEN, COMMA, CLOSE] = Buffer.from('[,]') as unknown as [number, number, number];

interface Piece {
  /** Of all payloads in memory: the number of its first byte. */
  readonly start: number;
  readonly bytes: Buffer;
  used: number;
}

export class EventLog {
  readonly #spill: SpillFile;
  readonly #intern: (text: string) => number;
  #columns: EventColumns = emptyEvents(256);
  #count = 0;
  /** Where each payload lies: of all payloads one after another, the first ones in the file. */
  #payloadAt = new Float64Array(256);
  #payloadLength = new Int32Array(256);
  #pieces: Piece[] = [];
  #payloadBytes = 0;
  /** Events that still wait for the position of their target or actor. */
  #unplaced: number[] = [];
  #lastT = 0;

  constructor(spill: SpillFile, intern: (text: string) => number) {
    this.#spill = spill;
    this.#intern = intern;
  }

  get count(): number {
    return this.#count;
  }

  /** ms of the latest event. */
  get lastT(): number {
    return this.#lastT;
  }

  /** Bytes of payloads in memory. */
  get payloadBytes(): number {
    return this.#payloadBytes;
  }

  add(event: NewEvent): void {
    const i = this.#count++;
    if (i === this.#columns.t.length) this.#grow();
    const columns = this.#columns;
    columns.t[i] = event.t;
    columns.type[i] = eventCode(event.type);
    columns.nativeType[i] = this.#intern(event.nativeType);
    columns.actor[i] = event.actor ?? 0;
    columns.target[i] = event.target ?? 0;
    columns.weapon[i] = event.weapon === undefined ? 0 : this.#intern(event.weapon);
    columns.frame[i] = event.frame ?? -1;
    for (let axis = 0; axis < 3; axis++) {
      columns.position[i * 3 + axis] = event.position?.[axis] ?? Number.NaN;
      columns.targetPosition[i * 3 + axis] = event.targetPosition?.[axis] ?? Number.NaN;
    }
    if (event.position === undefined && (columns.actor[i] !== 0 || columns.target[i] !== 0)) this.#unplaced.push(i);
    if (event.t > this.#lastT) this.#lastT = event.t;
    this.#payloadAt[i] = this.#spill.size + this.#payloadBytes;
    if (event.data !== undefined) this.#payloadLength[i] = this.#addPayload(event.json ?? JSON.stringify(event.data));
  }

  /** Moves the payloads from memory to the temporary file. */
  spill(): void {
    for (const { bytes, used } of this.#pieces) this.#spill.append(bytes.subarray(0, used));
    this.#pieces = [];
    this.#payloadBytes = 0;
  }

  /** Fills in where the target, else the actor, was, for the events of this chunk's time. Chunks come in order of t. */
  place(chunk: Chunk, positionChannel: number): void {
    const column = chunk.columns[positionChannel];
    const later: number[] = [];
    for (const event of this.#unplaced) {
      const t = this.#columns.t[event] as number;
      if (t >= chunk.t1) later.push(event);
      else if (column !== undefined && t >= chunk.t0) this.#place(event, column, t);
    }
    this.#unplaced = later;
  }

  byType(): Record<string, number> {
    const counts = new Int32Array(EVENT_TYPES.length);
    for (let i = 0; i < this.#count; i++) (counts[this.#columns.type[i] as number] as number)++;
    const byType: Record<string, number> = {};
    for (const [code, type] of EVENT_TYPES.entries()) if ((counts[code] as number) > 0) byType[type] = counts[code] as number;
    return byType;
  }

  /** The events from the n-th on, in order of arrival. */
  since(n: number): EventColumns {
    return this.#pick(Int32Array.from({ length: this.#count - n }, (_, i) => n + i));
  }

  /** Their payloads: a JSON array of an object or null for each. */
  payloadsSince(n: number): Buffer {
    return this.#payloadsOf(Int32Array.from({ length: this.#count - n }, (_, i) => n + i));
  }

  /** All events in order of t; those of one t in order of arrival. */
  *blocks(compression: Compression): Generator<SessionPart> {
    const order = this.#order();
    for (let first = 0, index = 0; first < order.length; index++) {
      let end = first;
      for (let bytes = 0; end < order.length && end - first < BLOCK_EVENTS && bytes < BLOCK_PAYLOAD_BYTES; end++) {
        bytes += this.#payloadLength[order[end] as number] as number;
      }
      const columns = this.#pick(order.subarray(first, end));
      yield {
        kind: 'events',
        index,
        firstSeq: first,
        count: columns.count,
        t0: columns.t[0] as number,
        t1: columns.t[columns.count - 1] as number,
        columns: encodeEvents(columns, compression),
        payloads: compression.compress(this.#payloadsOf(order.subarray(first, end))),
      };
      first = end;
    }
  }

  #order(): Int32Array {
    const { t } = this.#columns;
    const order = Int32Array.from({ length: this.#count }, (_, i) => i);
    let sorted = true;
    for (let i = 1; i < this.#count && sorted; i++) sorted = (t[i] as number) >= (t[i - 1] as number);
    return sorted ? order : order.toSorted((a, b) => (t[a] as number) - (t[b] as number) || a - b);
  }

  #pick(order: Int32Array): EventColumns {
    const from = this.#columns;
    const to = emptyEvents(order.length);
    for (let i = 0; i < order.length; i++) {
      const event = order[i] as number;
      to.t[i] = from.t[event] as number;
      to.type[i] = from.type[event] as number;
      to.nativeType[i] = from.nativeType[event] as number;
      to.actor[i] = from.actor[event] as number;
      to.target[i] = from.target[event] as number;
      to.weapon[i] = from.weapon[event] as number;
      to.frame[i] = from.frame[event] as number;
      for (let axis = 0; axis < 3; axis++) {
        to.position[i * 3 + axis] = from.position[event * 3 + axis] as number;
        to.targetPosition[i * 3 + axis] = from.targetPosition[event * 3 + axis] as number;
      }
    }
    return to;
  }

  /** JSON array: a payload or null for each. */
  #payloadsOf(order: Int32Array): Buffer {
    if (order.length === 0) return Buffer.from('[]');
    let size = 1 + order.length;
    for (const event of order) size += (this.#payloadLength[event] as number) || NULL.length;
    const json = Buffer.allocUnsafe(size);
    let at = 0;
    for (const event of order) {
      json[at] = at === 0 ? OPEN : COMMA;
      at++;
      const length = this.#payloadLength[event] as number;
      if (length === 0) at += NULL.copy(json, at);
      else {
        this.#readPayload(event, json.subarray(at, at + length));
        at += length;
      }
    }
    json[at] = CLOSE;
    return json;
  }

  #readPayload(event: number, into: Buffer): void {
    const at = this.#payloadAt[event] as number;
    const inMemory = at - this.#spill.size;
    const piece = this.#pieces.findLast(({ start }) => start <= inMemory);
    if (piece === undefined) this.#spill.read(into, at);
    else piece.bytes.copy(into, 0, inMemory - piece.start);
  }

  #addPayload(json: string): number {
    const most = json.length * 3;
    let piece = this.#pieces.at(-1);
    if (piece === undefined || piece.used + most > piece.bytes.length) {
      piece = { start: this.#payloadBytes, bytes: Buffer.allocUnsafeSlow(Math.max(PIECE_BYTES, most)), used: 0 };
      this.#pieces.push(piece);
    }
    const length = piece.bytes.write(json, piece.used);
    piece.used += length;
    this.#payloadBytes += length;
    return length;
  }

  #place(event: number, column: Column, t: number): void {
    const { target, actor, position } = this.#columns;
    for (const entity of [target[event] as number, actor[event] as number]) {
      const sample = entity === 0 ? -1 : latestIndex(column, entity, t);
      if (sample < 0) continue;
      for (let axis = 0; axis < column.width && axis < 3; axis++)
        position[event * 3 + axis] = column.values[sample * column.width + axis] as number;
      return;
    }
  }

  #grow(): void {
    const from = this.#columns;
    const to = emptyEvents(from.t.length * 2);
    for (const key of ['t', 'type', 'nativeType', 'actor', 'target', 'weapon', 'frame', 'position', 'targetPosition'] as const)
      to[key].set(from[key]);
    this.#columns = to;
    const payloadAt = new Float64Array(to.t.length);
    payloadAt.set(this.#payloadAt);
    this.#payloadAt = payloadAt;
    const payloadLength = new Int32Array(to.t.length);
    payloadLength.set(this.#payloadLength);
    this.#payloadLength = payloadLength;
  }
}
