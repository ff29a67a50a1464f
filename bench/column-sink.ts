/** Takes what an adapter writes into plain growing columns, one for each entity and channel: a session's numbers, not yet cut into chunks and packed. */
import type { NewChannel, NewEvent, SessionSink } from '../src/main/engine/session-sink.ts';

/** Samples in a block of a column: full blocks stay as they are, so nothing is ever copied. */
const BLOCK = 256;

interface Column {
  times: Int32Array;
  values: Float64Array;
  /** Samples in the last block. */
  length: number;
  readonly full: { readonly times: Int32Array; readonly values: Float64Array }[];
}

export class ColumnSink implements SessionSink {
  readonly events: NewEvent[] = [];
  readonly #widths: number[] = [];
  readonly #columns: Column[][] = [];
  readonly #strings = new Map<string, number>([['', 0]]);
  #entities = 1;

  header(): void {}
  channel({ width }: NewChannel): number {
    return this.#widths.push(width) - 1;
  }
  intern(text: string): number {
    const known = this.#strings.get(text) ?? this.#strings.size;
    this.#strings.set(text, known);
    return known;
  }
  entity(): number {
    return this.#entities++;
  }
  updateEntity(): void {}
  appear(): void {}
  vanish(): void {}
  gap(): void {}
  number(entity: number, channel: number, t: number, value: number): void {
    const column = this.#column(entity, channel, 1);
    column.times[column.length] = t;
    column.values[column.length++] = value;
  }
  vector(entity: number, channel: number, t: number, values: ArrayLike<number>, offset = 0): void {
    const width = this.#widths[channel] as number;
    const column = this.#column(entity, channel, width);
    const at = column.length * width;
    for (let i = 0; i < width; i++) column.values[at + i] = values[offset + i] as number;
    column.times[column.length++] = t;
  }
  event(event: NewEvent): void {
    this.events.push(event);
  }
  clock(): void {}
  regularFrames(): void {}
  warn(code: string, detail: string): void {
    throw new Error(`${code}: ${detail}`);
  }
  partial(): void {
    throw new Error('the recording is partial');
  }
  settled(): void {}
  progress(): void {}
  async drain(): Promise<void> {}

  /** With room for one more sample. */
  #column(entity: number, channel: number, width: number): Column {
    const columns = (this.#columns[entity] ??= []);
    let column = columns[channel];
    if (column === undefined) {
      column = { times: new Int32Array(BLOCK), values: new Float64Array(BLOCK * width), length: 0, full: [] };
      columns[channel] = column;
    } else if (column.length === BLOCK) {
      column.full.push({ times: column.times, values: column.values });
      column.times = new Int32Array(BLOCK);
      column.values = new Float64Array(BLOCK * width);
      column.length = 0;
    }
    return column;
  }
}
