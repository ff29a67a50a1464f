/** The event before and after a moment, among those that the event list shows. */

/** Moments closer than this to t count as t itself, ms: a seek to an event must not find it again. */
const SAME_MS = 1;

/** seq of the first event after t (direction 1) or the last one before it (-1); null when there is none. `seqs` ascending in `t`. */
export function neighbourEvent(seqs: Int32Array, times: Int32Array, t: number, chosen: number | null, direction: 1 | -1): number | null {
  // Several events may share a moment: from the chosen one the next in order is taken, whatever its time.
  if (chosen !== null && Math.abs((times[chosen] ?? Number.NaN) - t) < SAME_MS) {
    const at = place(seqs, chosen);
    if (seqs[at] === chosen) return seqs[at + direction] ?? null;
  }
  if (direction === 1) {
    const after = firstWhere(seqs, (seq) => (times[seq] as number) >= t + SAME_MS);
    return seqs[after] ?? null;
  }
  return seqs[firstWhere(seqs, (seq) => (times[seq] as number) > t - SAME_MS) - 1] ?? null;
}

function place(seqs: Int32Array, seq: number): number {
  return firstWhere(seqs, (other) => other >= seq);
}

function firstWhere(seqs: Int32Array, holds: (seq: number) => boolean): number {
  let low = 0;
  let high = seqs.length;
  while (low < high) {
    const mid = (low + high) >>> 1;
    if (holds(seqs[mid] as number)) high = mid;
    else low = mid + 1;
  }
  return low;
}
