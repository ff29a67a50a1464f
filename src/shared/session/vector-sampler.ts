/** Any channel of numbers at a moment, interpolated as the picture is: hands, directions, bones of the few entities that are seen from near. Allocates nothing. */
import type { Chunk, Column } from './chunk.ts';
import { latestIndex, rowOf, type FrameSampler } from './sampler.ts';

export class VectorSampler {
  readonly #frames: FrameSampler;
  readonly #share = new Float64Array(1);

  /** `frames`: samples the picture of the same session; it knows the recorded frames and the gaps. */
  constructor(frames: FrameSampler) {
    this.#frames = frames;
  }

  /**
   * Fills `out` with an entity's numbers at t, native, as many as it takes; t must be the moment that `frames` sampled last. `chunk`: that of t in the channel's layer;
   * `next`: the one after it when it is loaded. False when nothing is known; `out` is then as it was.
   */
  sample(chunk: Chunk, next: Chunk | undefined, channel: number, entity: number, t: number, out: Float32Array | Float64Array): boolean {
    const column = chunk.columns[channel];
    const a = column === undefined ? -1 : latestIndex(column, entity, t);
    if (column === undefined || a < 0) return false;
    const { width, times, starts, values } = column;
    let to = column;
    let b = a + 1;
    if (b === starts[rowOf(column, entity) + 1]) {
      to = next?.columns[channel] ?? column;
      b = next === undefined || to === column ? -1 : firstOwn(to, rowOf(to, entity), next.t0);
    }
    let share = 0;
    if (b >= 0) {
      this.#frames.moved(entity, times[a] as number, to.times[b] as number, t, this.#share, 0);
      share = this.#share[0] as number;
    }
    const count = Math.min(width, out.length);
    for (let i = 0; i < count; i++) {
      const from = values[a * width + i] as number;
      out[i] = share > 0 ? from + ((to.values[b * width + i] as number) - from) * share : from;
    }
    return true;
  }
}

/** Index of an entity's first sample in a chunk that is not the state carried over to its start; -1 for none. */
function firstOwn({ starts, times }: Column, row: number, t0: number): number {
  if (row < 0) return -1;
  let index = starts[row] as number;
  if ((times[index] as number) < t0) index++;
  return index < (starts[row + 1] as number) ? index : -1;
}
