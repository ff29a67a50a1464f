/** Finds the chunk of a moment, per layer, and gives each chunk one number as its key. */
import type { LoadedSession } from './types.ts';

type ChunkRef = LoadedSession['chunks'][number];

export class ChunkIndex {
  readonly #layers: readonly (readonly ChunkRef[])[];
  readonly #keys: readonly number[][];
  readonly #refs: readonly ChunkRef[];

  constructor(chunks: readonly ChunkRef[]) {
    this.#refs = chunks;
    const layers: [number, ChunkRef][][] = [[], []];
    for (const [key, ref] of chunks.entries()) layers[ref.layer]?.push([key, ref]);
    for (const layer of layers) layer.sort(([, a], [, b]) => a.t0 - b.t0);
    this.#layers = layers.map((layer) => layer.map(([, ref]) => ref));
    this.#keys = layers.map((layer) => layer.map(([key]) => key));
  }

  count(layer: 0 | 1): number {
    return this.#layers[layer]?.length ?? 0;
  }

  /** Place within its layer of the chunk that holds t; the first or last one for a t outside, -1 when the layer has none. */
  placeAt(layer: 0 | 1, t: number): number {
    const refs = this.#layers[layer] ?? [];
    let low = 0;
    let high = refs.length;
    while (low < high) {
      const mid = (low + high) >>> 1;
      if ((refs[mid] as ChunkRef).t0 > t) high = mid;
      else low = mid + 1;
    }
    return refs.length === 0 ? -1 : Math.max(0, low - 1);
  }

  /** -1 when there is no such chunk. */
  keyAt(layer: 0 | 1, place: number): number {
    return this.#keys[layer]?.[place] ?? -1;
  }

  ref(key: number): ChunkRef {
    const ref = this.#refs[key];
    if (ref === undefined) throw new RangeError(`no chunk ${key}`);
    return ref;
  }

  startOf(layer: 0 | 1, place: number): number {
    return this.#layers[layer]?.[place]?.t0 ?? 0;
  }

  /** Mean length of a chunk of the layer, ms. */
  meanSpan(layer: 0 | 1): number {
    const refs = this.#layers[layer] ?? [];
    const last = refs.at(-1);
    return last === undefined ? 1 : Math.max(1, last.t1 / refs.length);
  }
}
