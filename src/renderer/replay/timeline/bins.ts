/** Events counted per column of pixels, once per zoom level: what is drawn stays the same work for ten events and for a hundred thousand. */
import type { Span } from './time-scale.ts';

export interface Bins {
  /** Events per column. */
  readonly count: Uint16Array;
  /** Highest importance per column plus one; 0 for an empty column. */
  readonly top: Uint8Array;
  /** Index (within the lane) of the most important event of a column, the first of equals. */
  readonly best: Int32Array;
  readonly max: number;
}

export interface BinSource {
  /** Ascending, ms. */
  readonly t: Int32Array;
  readonly importance: Uint8Array;
}

export function binEvents(source: BinSource, span: Span, columns: number): Bins {
  const count = new Uint16Array(columns);
  const top = new Uint8Array(columns);
  const best = new Int32Array(columns).fill(-1);
  const perMs = columns / (span.to - span.from);
  let max = 0;
  for (let i = lowerBound(source.t, span.from); i < source.t.length; i++) {
    const t = source.t[i] as number;
    if (t > span.to) break;
    const column = Math.min(columns - 1, Math.floor((t - span.from) * perMs));
    const n = Math.min(65_535, (count[column] as number) + 1);
    count[column] = n;
    if (n > max) max = n;
    const rank = (source.importance[i] as number) + 1;
    if (rank > (top[column] as number)) {
      top[column] = rank;
      best[column] = i;
    }
  }
  return { count, top, best, max };
}

/** First index with t[i] >= value. */
export function lowerBound(t: Int32Array, value: number): number {
  let low = 0;
  let high = t.length;
  while (low < high) {
    const mid = (low + high) >>> 1;
    if ((t[mid] as number) >= value) high = mid;
    else low = mid + 1;
  }
  return low;
}
