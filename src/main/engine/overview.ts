/** The whole session at a coarse step, thinned as samples come: what the first picture and the scrubber are drawn with. */
import type { Chunk, Column } from '../../shared/session/chunk.ts';
import type { ChannelLog } from './channel-log.ts';
import { buildColumn } from './column-builder.ts';

const FIRST_STEP_MS = 1000;
const LONGEST_STEP_MS = 2 ** 30;
const MOST_SAMPLES = 30_000;
const MOST_PER_ENTITY = 200;

/** One channel's samples: the first of an entity, then the last one in each step. */
class Track {
  readonly log: ChannelLog;
  count = 0;
  /** Samples of the log that were looked at. */
  fed = 0;
  entity = new Int32Array(1024);
  t = new Int32Array(1024);
  values: Float64Array;
  /** By EntityId: its newest sample here, -1 for none. */
  newest = new Int32Array(0);
  /** By EntityId: how many it has. */
  has = new Int32Array(0);

  constructor(log: ChannelLog) {
    this.log = log;
    this.values = new Float64Array(1024 * log.width);
  }

  /** Returns how many samples the entity now has. */
  add(entity: number, t: number, step: number, values: Float64Array, from: number): number {
    if (entity >= this.newest.length) this.#growEntities(entity);
    const newest = this.newest[entity] as number;
    const has = this.has[entity] as number;
    let at = newest;
    // The very first sample stays, for it says where the entity began.
    if (has < 2 || Math.floor((this.t[newest] as number) / step) !== Math.floor(t / step)) {
      at = this.count++;
      if (at === this.entity.length) this.#growSamples();
      this.newest[entity] = at;
      this.has[entity] = has + 1;
    }
    const { width } = this.log;
    this.entity[at] = entity;
    this.t[at] = t;
    for (let i = 0; i < width; i++) this.values[at * width + i] = values[from + i] as number;
    return this.has[entity] as number;
  }

  /** Adds its own samples anew with a longer step; they only move towards the start, so this needs no copy. */
  thin(step: number): void {
    const { count, values } = this;
    this.count = 0;
    this.newest.fill(-1);
    this.has.fill(0);
    for (let i = 0; i < count; i++) this.add(this.entity[i] as number, this.t[i] as number, step, values, i * this.log.width);
  }

  #growEntities(entity: number): void {
    const length = Math.max(256, entity + 1, this.newest.length * 2);
    const newest = new Int32Array(length).fill(-1);
    newest.set(this.newest);
    this.newest = newest;
    const has = new Int32Array(length);
    has.set(this.has);
    this.has = has;
  }

  #growSamples(): void {
    const length = this.entity.length * 2;
    const entity = new Int32Array(length);
    entity.set(this.entity);
    this.entity = entity;
    const t = new Int32Array(length);
    t.set(this.t);
    this.t = t;
    const values = new Float64Array(length * this.log.width);
    values.set(this.values);
    this.values = values;
  }
}

export class Overview {
  readonly #tracks: Track[] = [];
  readonly #isShown: (entity: number) => boolean;
  #step = FIRST_STEP_MS;

  /** `isShown`: false for what is not drawn from afar. */
  constructor(isShown: (entity: number) => boolean) {
    this.#isShown = isShown;
  }

  add(log: ChannelLog): void {
    this.#tracks.push(new Track(log));
  }

  /** Takes the samples that came since the last call. Must be called before samples leave the logs, and `restart` after. */
  feed(): void {
    for (const track of this.#tracks) {
      const { log } = track;
      const { width } = log;
      // Neighbours are mostly of one entity, and mostly replace each other.
      let asked = -1;
      let isShown = false;
      for (; track.fed < log.count; track.fed++) {
        const entity = log.entity[track.fed] as number;
        if (entity !== asked) isShown = this.#isShown((asked = entity));
        if (!isShown) continue;
        const before = track.count;
        const has = track.add(entity, log.t[track.fed] as number, this.#step, log.values, track.fed * width);
        if (track.count > before && (has > MOST_PER_ENTITY || this.#count() > MOST_SAMPLES)) this.#thin();
      }
    }
  }

  /** The logs begin anew with what they hold now, all of which was fed. */
  restart(): void {
    for (const track of this.#tracks) track.fed = track.log.count;
  }

  chunk(t1: number): Chunk {
    const columns: (Column | undefined)[] = [];
    for (const { log, count, entity, t, values } of this.#tracks) {
      columns[log.def.id] = buildColumn(log.def, { count, entity, t, values }, 0, null, null);
    }
    return { t0: 0, t1, columns };
  }

  #count(): number {
    let count = 0;
    for (const track of this.#tracks) count += track.count;
    return count;
  }

  #thin(): void {
    if (this.#step >= LONGEST_STEP_MS) return;
    this.#step *= 2;
    for (const track of this.#tracks) track.thin(this.#step);
  }
}
