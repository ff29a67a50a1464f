/** Finds moments in an ascending column of times. */

/** Index of the first time that is >= t; `count` when there is none. */
export function firstAtOrAfter(times: Int32Array, count: number, t: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] as number) < t) low = middle + 1;
    else high = middle;
  }
  return low;
}
