/** Collects the way an entity came, from the newest point back over as many chunks as it takes; allocates nothing. */
import type { Chunk, Column } from '../../../shared/session/chunk.ts';
import { CHANNEL, type SessionInfo } from '../../../shared/session/model.ts';
import { rowOf } from '../../../shared/session/sampler.ts';

const NOWHERE = new Float32Array(0);

export class TrailReader {
  readonly #info: SessionInfo;
  readonly #position: number;
  readonly #segment: number;
  #entity = 0;
  #from = 0;
  #to = 0;
  #out: Float32Array = NOWHERE;
  /** Points written so far, from the end of `out` towards its start. */
  #points = 0;
  /** When the continuous stretch of `to` began, and when it ends; NaN while no chunk has told. */
  #since = Number.NaN;
  #until = Infinity;
  /** The sample that follows in time the ones still to come, native; first the one after `to`. */
  #newerT = Infinity;
  readonly #newer = new Float64Array(3);

  constructor(info: SessionInfo) {
    this.#info = info;
    this.#position = info.channels.find((channel) => channel.name === CHANNEL.position)?.id ?? -1;
    this.#segment = info.channels.find((channel) => channel.name === CHANNEL.segment)?.id ?? -1;
  }

  begin(entity: number, fromT: number, toT: number, out: Float32Array): void {
    this.#entity = entity;
    this.#from = fromT;
    this.#to = toT;
    this.#out = out;
    this.#points = 0;
    this.#since = this.#segment < 0 ? -Infinity : Number.NaN;
    this.#until = Infinity;
    this.#newerT = Infinity;
  }

  /** Adds the points of the next older chunk, beginning with the one after that of `to`; true when nothing older is wanted. */
  readBack(chunk: Chunk): boolean {
    if (Number.isNaN(this.#since)) this.#findStretch(chunk);
    if (Number.isNaN(this.#since)) return false; // not in this chunk: one before it may know more
    const start = Math.max(this.#from, this.#since);
    const column = chunk.columns[this.#position];
    const row = column === undefined ? -1 : rowOf(column, this.#entity);
    if (column !== undefined && row >= 0) {
      const first = column.starts[row] as number;
      for (let i = (column.starts[row + 1] as number) - 1; i >= first; i--) if (this.#take(column, i, start)) return true;
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

  /** A chunk carries the real time of the state at its start, so the newest one that has the entity knows when its stretch began. */
  #findStretch(chunk: Chunk): void {
    const column = chunk.columns[this.#segment];
    const row = column === undefined ? -1 : rowOf(column, this.#entity);
    if (column === undefined || row < 0) return;
    const first = column.starts[row] as number;
    for (let i = (column.starts[row + 1] as number) - 1; i >= first; i--) {
      const t = column.times[i] as number;
      if (t > this.#to) {
        this.#until = t;
        continue;
      }
      this.#since = column.values[i] === 0 ? Infinity : t;
      return;
    }
  }

  /** Looks at the next older sample; true when it was the last one that is wanted. */
  #take(column: Column, i: number, start: number): boolean {
    const t = column.times[i] as number;
    if (t >= this.#newerT) return false; // carried over, and seen in the chunk after
    if (t <= this.#to) {
      if (t < this.#since) return true;
      if (this.#points === 0 && t < this.#to && !this.#add(column, i, this.#to)) return true;
      if (!this.#add(column, i, Math.max(t, start)) || t <= start) return true;
    }
    if (t < this.#until) {
      this.#newerT = t;
      for (let axis = 0; axis < 3; axis++) this.#newer[axis] = column.values[i * 3 + axis] as number;
    }
    return false;
  }

  /** Where it was at t, between this sample and the one after it: as the sampler, it stands until the recorded frame before the latter. */
  #add(column: Column, i: number, t: number): boolean {
    const capacity = Math.floor(this.#out.length / 3);
    if (this.#points >= capacity) return false;
    this.#points++;
    const { framePeriodMs, maxInterpolateMs, space } = this.#info;
    const ta = column.times[i] as number;
    const hold = framePeriodMs > 0 ? Math.max(ta, this.#newerT - framePeriodMs) : ta;
    const share = t <= hold || this.#newerT - hold > maxInterpolateMs ? 0 : (t - hold) / (this.#newerT - hold);
    const at = (capacity - this.#points) * 3;
    for (let axis = 0; axis < 3; axis++) {
      const from = space.axis[axis] as number;
      let native = present(column.values[i * 3 + from] as number);
      if (share > 0) native += (present(this.#newer[from] as number) - native) * share;
      this.#out[at + axis] = native * (space.sign[axis] as number) * space.metresPerUnit;
    }
    return true;
  }
}

/** A coordinate that the source lacks lies at 0. */
function present(coordinate: number): number {
  return Number.isNaN(coordinate) ? 0 : coordinate;
}
