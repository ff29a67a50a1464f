/** Finds the recorded frame that lies n frames from a moment, for recordings with regular frames and for those with a time of its own per frame. */

/** Frames at round(f * periodMs), f = 0, 1, 2 …; `t` and the answer in ms. */
export function stepRegular(t: number, frames: number, periodMs: number, durationMs: number): number {
  const last = Math.round(durationMs / periodMs);
  // Rounded frame times may lie half a millisecond before f * periodMs.
  const at = frames > 0 ? Math.floor((t + 0.5) / periodMs) : Math.ceil((t - 0.5) / periodMs);
  const frame = Math.min(last, Math.max(0, at + frames));
  return Math.min(durationMs, Math.max(0, Math.round(frame * periodMs)));
}

/** Change times of the session entity's `frame` channel, chunk by chunk. */
export interface FrameChunks {
  readonly count: number;
  /** Index of the chunk that holds t. */
  indexAt(t: number): number;
  /** Start of a chunk; a time before it is the state that was carried over from the chunk before. */
  start(index: number): number;
  /** Ascending frame times of a chunk. */
  times(index: number): Promise<Int32Array>;
}

/** The n-th recorded frame after (n > 0) or before (n < 0) t; the session's ends when there are fewer. */
export async function stepRecorded(t: number, frames: number, chunks: FrameChunks, durationMs: number): Promise<number> {
  let left = Math.abs(frames);
  let from = t;
  let index = chunks.indexAt(t);
  while (index >= 0 && index < chunks.count) {
    const times = await chunks.times(index);
    if (frames > 0) {
      const next = firstAfter(times, Math.max(from, chunks.start(index) - 1));
      const target = times[next + left - 1];
      if (target !== undefined) return Math.min(target, durationMs);
      left -= times.length - next;
      index++;
    } else {
      const before = firstAtOrAfter(times, from);
      const target = times[before - left];
      if (target !== undefined) return Math.max(target, 0);
      const carried = firstAtOrAfter(times, chunks.start(index));
      left -= Math.max(0, before - carried);
      from = Math.min(from, chunks.start(index));
      index--;
    }
  }
  return frames > 0 ? durationMs : 0;
}

function firstAfter(times: ArrayLike<number>, t: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const mid = (low + high) >>> 1;
    if ((times[mid] as number) > t) high = mid;
    else low = mid + 1;
  }
  return low;
}

function firstAtOrAfter(times: ArrayLike<number>, t: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const mid = (low + high) >>> 1;
    if ((times[mid] as number) >= t) high = mid;
    else low = mid + 1;
  }
  return low;
}
