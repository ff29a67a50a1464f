/** Collects the way an entity came, from the newest point back over as many chunks as it takes; allocates nothing. */
import type { Chunk, Column } from '../../../shared/session/chunk.ts';
import { CHANNEL, type SessionInfo, type Space } from '../../../shared/session/model.ts';
import { rowOf } from '../../../shared/session/sampler.ts';

const NOWHERE = new Float32Array(0);

export class TrailReader {
  readonly #space: Space;
  readonly #position: number;
  readonly #segment: number;
  #entity = 0;
  #from = 0;
  #to = 0;
  #out: Float32Array = NOWHERE;
  /** Points written so far, from the end of `out` towards its start. */
  #points = 0;
  /** Time of the oldest point so far: the chunk before carries it again. */
  #oldest = Infinity;
  /** When the continuous stretch of `to` began; NaN while no chunk was asked. */
  #since = Number.NaN;

  constructor(info: SessionInfo) {
    this.#space = info.space;
    this.#position = info.channels.find((channel) => channel.name === CHANNEL.position)?.id ?? -1;
    this.#segment = info.channels.find((channel) => channel.name === CHANNEL.segment)?.id ?? -1;
  }

  begin(entity: number, fromT: number, toT: number, out: Float32Array): void {
    this.#entity = entity;
    this.#from = fromT;
    this.#to = toT;
    this.#out = out;
    this.#points = 0;
    this.#oldest = Infinity;
    this.#since = Number.NaN;
  }

  /** Adds the points of the next older chunk; true when nothing older is wanted. */
  readBack(chunk: Chunk): boolean {
    if (Number.isNaN(this.#since)) this.#since = this.#stretchStart(chunk);
    const start = Math.max(this.#from, this.#since);
    const column = chunk.columns[this.#position];
    const place = column === undefined ? -1 : rowOf(column, this.#entity);
    if (column !== undefined && place >= 0) {
      const first = column.starts[place] as number;
      for (let i = (column.starts[place + 1] as number) - 1; i >= first; i--) {
        const t = column.times[i] as number;
        if (t > this.#to || t >= this.#oldest) continue;
        if (t < this.#since || !this.#add(column, i)) return true;
        this.#oldest = t;
        // The last point at or before the start is where it stood then.
        if (t <= start) return true;
      }
    }
    return start >= chunk.t0;
  }

  /** Moves the points to the start of `out`. */
  finish(): number {
    const out = this.#out;
    this.#out = NOWHERE;
    const capacity = Math.floor(out.length / 3);
    out.copyWithin(0, (capacity - this.#points) * 3, capacity * 3);
    return this.#points;
  }

  /** A chunk carries the real time of the state at its start, so the newest one knows; Infinity while the entity does not exist. */
  #stretchStart(chunk: Chunk): number {
    const column = chunk.columns[this.#segment];
    const place = column === undefined ? -1 : rowOf(column, this.#entity);
    if (column === undefined || place < 0) return -Infinity;
    const first = column.starts[place] as number;
    const times = column.times;
    for (let i = (column.starts[place + 1] as number) - 1; i >= first; i--) {
      const t = times[i] as number;
      if (t <= this.#to) return column.values[i] === 0 ? Infinity : t;
    }
    return -Infinity;
  }

  #add(column: Column, sample: number): boolean {
    const capacity = Math.floor(this.#out.length / 3);
    if (this.#points >= capacity) return false;
    this.#points++;
    const at = (capacity - this.#points) * 3;
    const { axis, sign, metresPerUnit } = this.#space;
    for (let i = 0; i < 3; i++) {
      const native = column.values[sample * 3 + (axis[i] as number)] as number;
      // A recording without heights lies on the ground.
      this.#out[at + i] = Number.isNaN(native) ? 0 : native * (sign[i] as number) * metresPerUnit;
    }
    return true;
  }
}
