/** Finds the chunk of a moment, per layer, and gives each chunk one number as its key: the same one however many come after it. */
import type { LoadedSession } from './types.ts';

type ChunkRef = LoadedSession['chunks'][number];
type Layer = 0 | 1;

export function chunkKey({ layer, index }: Pick<ChunkRef, 'layer' | 'index'>): number {
  return index * 2 + layer;
}

export function chunkOfKey(key: number): { readonly layer: Layer; readonly index: number } {
  return { layer: (key & 1) as Layer, index: key >> 1 };
}

export class ChunkIndex {
  readonly #layers: readonly [readonly ChunkRef[], readonly ChunkRef[]];
  readonly #tails: readonly [number | null, number | null];

  /** `tails`: by layer, the moment from which on a live session's newest samples are, in a chunk that is not stored yet; its place is `count(layer)`. */
  constructor(chunks: readonly ChunkRef[], tails: readonly [number | null, number | null] = [null, null]) {
    const of = (layer: Layer): readonly ChunkRef[] => chunks.filter((ref) => ref.layer === layer).toSorted((a, b) => a.t0 - b.t0);
    this.#layers = [of(0), of(1)];
    this.#tails = tails;
  }

  /** Stored chunks of the layer. */
  count(layer: Layer): number {
    return this.#layers[layer].length;
  }

  /** Place within its layer of the chunk that holds t; the first or last one for a t outside, -1 when the layer has none. */
  placeAt(layer: Layer, t: number): number {
    const refs = this.#layers[layer];
    const tail = this.#tails[layer];
    if (tail !== null && (t >= tail || refs.length === 0)) return refs.length;
    let low = 0;
    let high = refs.length;
    while (low < high) {
      const mid = (low + high) >>> 1;
      if ((refs[mid] as ChunkRef).t0 > t) high = mid;
      else low = mid + 1;
    }
    return refs.length === 0 ? -1 : Math.max(0, low - 1);
  }

  /** -1 when there is no such stored chunk. */
  keyAt(layer: Layer, place: number): number {
    const ref = this.#layers[layer][place];
    return ref === undefined ? -1 : chunkKey(ref);
  }

  startOf(layer: Layer, place: number): number {
    return this.#layers[layer][place]?.t0 ?? (place === this.count(layer) ? (this.#tails[layer] ?? 0) : 0);
  }

  /** Mean length of a chunk of the layer, ms. */
  meanSpan(layer: Layer): number {
    const refs = this.#layers[layer];
    const last = refs.at(-1);
    return last === undefined ? 1 : Math.max(1, last.t1 / refs.length);
  }
}
