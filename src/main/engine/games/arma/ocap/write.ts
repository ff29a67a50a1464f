/** Writes a session as an OCAP v1 recording. Chunks are in order of time and the file is in order of entities, so entities are gathered in groups that fit into memory. */
import { decodeChunk, type Chunk } from '../../../../../shared/session/chunk.ts';
import { decodeEvents, decodePayloads } from '../../../../../shared/session/event-block.ts';
import { eventCode } from '../../../../../shared/session/event-types.ts';
import { LIFE, SESSION_ENTITY, type EntityInfo, type JsonObject, type SessionInfo } from '../../../../../shared/session/model.ts';
import { RefusedInput } from '../../../game-adapter.ts';
import type { SessionSource } from '../../../session-source.ts';
import { zstd } from '../../../zstd.ts';
import { Cursor, number, point } from './cursor.ts';
import { samplesOf, type Samples } from './entity-samples.ts';
import { Output } from './output.ts';
import { markerTuple } from './write-marker.ts';

/** Samples of a group of entities that are held at once. */
const GROUP_SAMPLES = 4_000_000;
const UNIT_FIELDS = 9;
/** Recorders count entities up from 0; beyond this an id says nothing about how many there are. */
const MAX_PLACEHOLDERS = 65_536;
const ALIVE: readonly (number | null)[] = LIFE.map((life) => ({ unknown: null, alive: 1, unconscious: 2, dead: 0 })[life]);
/** What a unit or vehicle has of its own; everything else of its data was added by the reader. */
const OWN_DATA = new Set(['tuple', 'booleans', 'ranged', 'side', 'type', 'isPlayer', 'startFrameNum', 'role', 'recorder']);

export interface WriteReport {
  readonly warnings: readonly { code: string; count: number; first: string }[];
}

export async function writeOcap(
  session: SessionSource,
  out: (bytes: Uint8Array) => Promise<void>,
  signal: AbortSignal,
): Promise<WriteReport> {
  return new OcapWriter(session, new Output(out), signal).write();
}

interface Shots {
  /** By EntityId: pieces of `framesFired`. */
  readonly byActor: Map<number, string[]>;
}

class OcapWriter {
  readonly #session: SessionSource;
  readonly #info: SessionInfo;
  readonly #out: Output;
  readonly #signal: AbortSignal;
  readonly #strings: readonly string[];
  readonly #warnings = new Map<string, { count: number; first: string }>();
  readonly #delay: number;

  constructor(session: SessionSource, out: Output, signal: AbortSignal) {
    this.#session = session;
    this.#info = session.info();
    this.#out = out;
    this.#signal = signal;
    this.#strings = session.strings();
    const delay = this.#info.data['captureDelay'];
    this.#delay = typeof delay === 'number' && delay > 0 ? delay : this.#info.framePeriodMs / 1000;
  }

  async write(): Promise<WriteReport> {
    const info = this.#info;
    if (info.game !== 'arma3') throw new RefusedInput(`"${info.title}" is no ArmA session; it cannot be written as an OCAP recording.`);
    const { worldName, missionName, endFrame, ...rest } = info.data;
    const head = {
      addonVersion: '',
      extensionVersion: '',
      extensionBuild: '',
      missionAuthor: '',
      tags: '',
      ...rest,
      missionName: missionName ?? info.title,
      worldName: worldName ?? info.world,
      endFrame: endFrame ?? this.#frame(info.durationMs),
      captureDelay: this.#delay,
    };
    const out = this.#out;
    await out.put(`${JSON.stringify(head).slice(0, -1)},"times":[`);
    await this.#writeTimes();
    await out.put('],"entities":[');
    const entities = this.#session.entities().filter(({ id }) => id !== SESSION_ENTITY);
    await this.#writeEntities(entities.filter((entity) => !isDrawn(entity)));
    await out.put('],"events":[');
    await this.#writeEvents();
    await out.put('],"Markers":[');
    let first = true;
    const last = this.#frame(info.durationMs);
    for await (const [entity, samples] of this.#gathered(entities.filter(isDrawn))) {
      const cursor = new Cursor(samples, (t) => this.#frame(t));
      await out.put(`${first ? '\n' : ',\n'}${markerTuple(entity, cursor, { first: this.#frame(entity.firstT), last }, this.#strings)}`);
      first = false;
    }
    await out.put(']}');
    await out.flush();
    return { warnings: Array.from(this.#warnings, ([code, { count, first }]) => ({ code, count, first })) };
  }

  /** In order of their ids and each at the index that is its id, as players look them up: where no entity has an id, a placeholder stands. */
  async #writeEntities(entities: readonly EntityInfo[]): Promise<void> {
    const shots = await this.#shots();
    const ordered = entities.toSorted((a, b) => Number(a.nativeId) - Number(b.nativeId));
    let index = 0;
    for await (const [entity, samples] of this.#gathered(ordered)) {
      const id = Number(entity.nativeId);
      if (id < MAX_PLACEHOLDERS) while (index < id) await this.#out.put(`${index === 0 ? '\n' : ',\n'}${placeholder(index++)}`);
      if (id !== index) this.#warn('index', `Entity ${id} cannot stand at the index that is its id; some players mistake it for another.`);
      await this.#out.put(index++ === 0 ? '\n' : ',\n');
      await this.#writeEntity(entity, samples, shots);
    }
  }

  #frame(t: number): number {
    return Math.round(t / (this.#delay * 1000));
  }

  #warn(code: string, detail: string): void {
    const known = this.#warnings.get(code);
    this.#warnings.set(code, { count: (known?.count ?? 0) + 1, first: known?.first ?? detail });
  }

  async *#chunks(layer: 0 | 1): AsyncGenerator<Chunk> {
    for (const ref of this.#session.chunks()) {
      this.#signal.throwIfAborted();
      if (ref.layer === layer) yield decodeChunk(await this.#session.chunk(layer, ref.index), zstd);
    }
  }

  /** Entities with all their samples, in groups. */
  async *#gathered(entities: readonly EntityInfo[]): AsyncGenerator<[EntityInfo, Samples]> {
    const counts = new Map<number, number>();
    for await (const chunk of this.#chunks(0)) {
      for (const column of chunk.columns) {
        column?.entities.forEach((entity, row) => {
          counts.set(entity, (counts.get(entity) ?? 0) + (column.starts[row + 1] as number) - (column.starts[row] as number));
        });
      }
    }
    let group: EntityInfo[] = [];
    let size = 0;
    for (const entity of entities) {
      const count = counts.get(entity.id) ?? 0;
      if (group.length > 0 && size + count > GROUP_SAMPLES) {
        yield* this.#group(group);
        group = [];
        size = 0;
      }
      group.push(entity);
      size += count;
    }
    yield* this.#group(group);
  }

  async *#group(group: readonly EntityInfo[]): AsyncGenerator<[EntityInfo, Samples]> {
    if (group.length === 0) return;
    const samples = await samplesOf(this.#chunks(0), this.#info.channels, new Set(group.map(({ id }) => id)));
    for (const entity of group) yield [entity, samples.get(entity.id) ?? new Map()];
  }

  async #writeTimes(): Promise<void> {
    const samples = await samplesOf(this.#chunks(1), this.#info.channels, new Set([SESSION_ENTITY]));
    const times = samples.get(SESSION_ENTITY)?.get('times');
    for (let i = 0; i < (times?.t.length ?? 0); i++) await this.#out.put(`${i === 0 ? '' : ','}${this.#text(times?.values[i] ?? 0)}`);
  }

  #text(id: number): string {
    return this.#strings[id] ?? '';
  }

  async #shots(): Promise<Shots> {
    const byActor = new Map<number, string[]>();
    const shot = eventCode('shot');
    for (const block of this.#session.eventBlocks()) {
      this.#signal.throwIfAborted();
      const events = decodeEvents(await this.#session.eventColumns(block.index), zstd);
      for (let i = 0; i < events.count; i++) {
        if (events.type[i] !== shot) continue;
        const actor = events.actor[i] as number;
        const list = byActor.get(actor) ?? [];
        if (list.length === 0) byActor.set(actor, list);
        list.push(`[${events.frame[i]},${point(events.targetPosition, i * 3)}]`);
      }
    }
    return { byActor };
  }

  async #writeEvents(): Promise<void> {
    const shot = eventCode('shot');
    let first = true;
    for (const block of this.#session.eventBlocks()) {
      this.#signal.throwIfAborted();
      const events = decodeEvents(await this.#session.eventColumns(block.index), zstd);
      const payloads = decodePayloads(await this.#session.eventPayloads(block.index), zstd);
      for (let i = 0; i < events.count; i++) {
        if (events.type[i] === shot) continue;
        const payload: JsonObject = payloads[i] ?? {};
        const { native, ...data } = payload;
        const tuple = Array.isArray(native) ? native : [events.frame[i] as number, this.#text(events.nativeType[i] as number), data];
        await this.#out.put(`${first ? '' : ','}${JSON.stringify(tuple)}`);
        first = false;
      }
    }
  }

  async #writeEntity(entity: EntityInfo, samples: Samples, shots: Shots): Promise<void> {
    const data = entity.data ?? {};
    const vehicle = entity.kind === 'vehicle';
    const spans = this.#spans(samples);
    const own = Object.fromEntries(Object.entries(data).filter(([key]) => !OWN_DATA.has(key)));
    const ranged = vehicle && (data['ranged'] === true || data['tuple'] === undefined);
    const start = ranged ? (data['startFrameNum'] ?? 0) : (spans[0]?.from ?? data['startFrameNum'] ?? 0);
    const side = entity.team ?? data['side'] ?? (vehicle ? 'UNKNOWN' : '');
    const { role } = data;
    const head = {
      id: Number(entity.nativeId),
      name: entity.name,
      ...(entity.group === null ? {} : { group: entity.group }),
      side,
      isPlayer: data['isPlayer'] ?? (entity.kind === 'player' ? 1 : 0),
      type: data['type'] ?? (vehicle ? 'vehicle' : 'unit'),
      ...(role === undefined ? {} : { role }),
      ...(entity.className === null ? {} : { class: entity.className }),
      startFrameNum: start,
      ...own,
    };
    const out = this.#out;
    await out.put(`${JSON.stringify(head).slice(0, -1)},"positions":[`);
    if (vehicle) await this.#writeVehicleStates(samples, spans, ranged);
    else await this.#writeUnitStates(samples, spans, data, entity);
    await out.put(`],"framesFired":[${(shots.byActor.get(entity.id) ?? []).join()}]}`);
  }

  /** First and last recorded frame of each stretch of existence, from the first known place on; gaps do not end one. */
  #spans(samples: Samples): { from: number; to: number }[] {
    const segment = samples.get('segment');
    const placed = samples.get('position')?.t[0];
    if (placed === undefined) return [];
    const spans: { from: number; to: number }[] = [];
    let from = -1;
    for (let i = 0; i < (segment?.t.length ?? 0); i++) {
      const frame = this.#frame(segment?.t[i] ?? 0);
      if (segment?.values[i] !== 0 && from < 0) from = frame;
      else if (segment?.values[i] === 0 && from >= 0) {
        spans.push({ from, to: frame - 1 });
        from = -1;
      }
    }
    if (from >= 0) spans.push({ from, to: Math.max(from, this.#frame(this.#info.durationMs)) });
    const first = this.#frame(placed);
    return spans.filter(({ to }) => to >= first).map((span) => ({ from: Math.max(span.from, first), to: span.to }));
  }

  async #writeUnitStates(
    samples: Samples,
    spans: readonly { from: number; to: number }[],
    data: JsonObject,
    entity: EntityInfo,
  ): Promise<void> {
    const fields = typeof data['tuple'] === 'number' && data['tuple'] >= 4 ? data['tuple'] : UNIT_FIELDS;
    const cursor = new Cursor(samples, (t) => this.#frame(t));
    const span = { from: spans[0]?.from ?? 0, to: spans.at(-1)?.to ?? -1 };
    if (spans.length > 1)
      this.#warn('holes', `"${entity.name}" is absent for a while, which a unit in OCAP cannot be; it stays where it was.`);
    const quoted = (channel: string): string => JSON.stringify(this.#text(cursor.value(channel) ?? 0));
    const none = typeof data['side'] === 'string' ? data['side'] : '';
    let text = '';
    for (let frame = span.from; frame <= span.to; frame++) {
      if (cursor.moveTo(frame) || text === '') {
        const side = this.#text(cursor.value('team') ?? 0);
        text = `[${[
          cursor.place(),
          number(cursor.value('heading')),
          ALIVE[cursor.value('life') ?? 0] ?? 'null',
          number(cursor.value('inVehicle')),
          quoted('name'),
          number(cursor.value('human')),
          quoted('role'),
          quoted('group'),
          JSON.stringify(side === '' ? none : side),
        ]
          .slice(0, fields)
          .join()}]`;
      }
      const flushed = this.#out.put(frame === span.from ? text : `,${text}`);
      if (flushed !== undefined) await flushed;
    }
  }

  async #writeVehicleStates(samples: Samples, spans: readonly { from: number; to: number }[], ranged: boolean): Promise<void> {
    const cursor = new Cursor(samples, (t) => this.#frame(t));
    let first = true;
    for (const span of spans) {
      for (let frame = span.from; frame <= span.to;) {
        cursor.moveTo(frame);
        const life = ALIVE[cursor.value('life') ?? 0] ?? 'null';
        const crew = this.#text(cursor.value('crew') ?? 0) || '[]';
        const until = Math.min(span.to, cursor.next() - 1);
        const state = `[${cursor.place()},${number(cursor.value('heading'))},${life},${crew}`;
        if (ranged) await this.#out.put(`${first ? '' : ','}${state},[${frame},${until}]]`);
        else for (let i = frame; i <= until; i++) await this.#out.put(`${first && i === frame ? '' : ','}${state}]`);
        first = false;
        frame = until + 1;
      }
    }
  }
}

/** What the recorder itself puts where an id was never given. */
function placeholder(id: number): string {
  return JSON.stringify({ id, name: '', side: '', isPlayer: 0, type: '', startFrameNum: 0, positions: [], framesFired: [] });
}

function isDrawn({ kind }: EntityInfo): boolean {
  return kind === 'marker' || kind === 'projectile';
}
