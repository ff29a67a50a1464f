import type { Chunk } from '../../../shared/session/chunk.ts';
/** Where those of a shot are while it lasts, read from chunks that come in order: memory holds two chunks and one shot. */
import type { EntityKind, SessionInfo } from '../../../shared/session/model.ts';
import { CHANNEL } from '../../../shared/session/model.ts';
import { createFrameState, FrameSampler, latestValue, type FrameState } from '../../../shared/session/sampler.ts';

/** What the director must know of a session. Plain data, for a worker. */
export interface DirectorSubject {
  readonly info: SessionInfo;
  readonly strings: readonly string[];
  /** Team ids of the profile. */
  readonly teams: readonly string[];
  /** By EntityId. */
  readonly kinds: readonly EntityKind[];
  /** By EntityId: how high its middle is over its position, metres. */
  readonly middles: Float32Array;
  /** The recording tells humans from others. */
  readonly knowsHumans: boolean;
  /** The recording says no heights. */
  readonly flat: boolean;
}

/** One of a shot: its middle at each of the shot's moments. */
export interface Track {
  readonly entity: number;
  /** x, y, z per moment, metres; NaN while nothing is known. */
  readonly place: Float32Array;
  /** Number of its continuous stretch per moment, 0 while it is not there. */
  readonly stretch: Int32Array;
}

/** Reads the picture at ascending moments out of chunks that come in order. */
export class PictureReader {
  readonly state: FrameState;
  readonly #subject: DirectorSubject;
  readonly #sampler: FrameSampler;
  readonly #segment: number;
  #chunk: Chunk | null = null;
  #next: Chunk | null = null;
  #ended = false;

  constructor(subject: DirectorSubject) {
    this.#subject = subject;
    this.state = createFrameState(subject.kinds.length);
    this.#sampler = new FrameSampler(subject.info, subject.strings, subject.teams);
    this.#segment = subject.info.channels.find(({ name }) => name === CHANNEL.segment)?.id ?? -1;
  }

  /** The next chunk of layer 0; null when there is no more. */
  feed(chunk: Chunk | null): void {
    this.#ended = chunk === null;
    if (this.#next !== null || this.#chunk === null) {
      this.#chunk = this.#next ?? chunk;
      this.#next = this.#chunk === chunk ? null : chunk;
    } else this.#next = chunk;
  }

  /** Up to here, not with it, moments can be read, ms. */
  get until(): number {
    return this.#ended ? Infinity : (this.#next?.t0 ?? -Infinity);
  }

  /** Fills `state`; false when there are no chunks. */
  read(t: number): boolean {
    if (this.#chunk === null) return false;
    this.#sampler.sample(this.#chunk, this.#next, t, this.state);
    return true;
  }

  /** Writes where one is at the moment that was read. */
  put(track: Track, at: number, heightAt: (x: number, z: number) => number): void {
    const { state } = this;
    const { kinds, middles, flat } = this.#subject;
    const { entity, place, stretch } = track;
    const parent = state.parent[entity] as number;
    // Whoever sits in something is seen where that is.
    const shown = parent > 0 && kinds[parent] === 'vehicle' && state.exists[parent] === 1 ? parent : entity;
    const x = state.position[shown * 3] as number;
    const z = state.position[shown * 3 + 2] as number;
    const ground = flat ? heightAt(x, z) : Number.NaN;
    const y = Number.isFinite(ground) ? ground : (state.position[shown * 3 + 1] as number);
    place[at * 3] = x;
    place[at * 3 + 1] = y + (middles[shown] as number);
    place[at * 3 + 2] = z;
    stretch[at] = state.exists[entity] === 1 && Number.isFinite(x + y + z) ? this.#stretchOf(entity, state.t) : 0;
  }

  #stretchOf(entity: number, t: number): number {
    return this.#chunk === null || this.#segment < 0 ? 1 : (latestValue(this.#chunk, this.#segment, entity, t) ?? 1);
  }
}

/**
 * Lets one stand where it was last, or first, in the stretch of the moment `at`: who dies and comes back elsewhere is looked for where that happened. Returns the number
 * of that stretch, 0 when nothing is known of it anywhere near.
 */
export function holdAround({ place, stretch }: Track, at: number): number {
  let anchor = at;
  while (anchor >= 0 && stretch[anchor] === 0) anchor--;
  if (anchor < 0) anchor = stretch.findIndex((number, k) => k > at && number !== 0);
  if (anchor < 0) return 0;
  const own = stretch[anchor] as number;
  let last = anchor;
  for (let k = anchor + 1; k < stretch.length; k++) {
    if (stretch[k] === own && last === k - 1) last = k;
    else place.copyWithin(k * 3, last * 3, last * 3 + 3);
  }
  let first = anchor;
  for (let k = anchor - 1; k >= 0; k--) {
    if (stretch[k] === own && first === k + 1) first = k;
    else place.copyWithin(k * 3, first * 3, first * 3 + 3);
  }
  return own;
}
