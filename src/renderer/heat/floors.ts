/** Floors of a place that is built in storeys: bands of height that people are in, with hardly anybody between them. */
import type { HeightRange } from './heat-bins.ts';
import type { HeatPoints } from './heat-points.ts';

const BIN = 0.25;
/** Over more than this it is terrain, not storeys, metres. */
const HIGHEST = 60;
/** A storey is at least so high, metres. */
const LEAST = 2;
/** What lies between two storeys holds at most this share of the lesser one's fullest height. */
const VALLEY = 0.2;
const MOST = 8;
/** Fewer say nothing of where there are floors. */
const LEAST_POINTS = 300;
const SAMPLE = 20_000;

/** Lowest first; none when all are on one. The lowest and the highest are open to their side. */
export function floorsOf({ place, row, count }: Pick<HeatPoints, 'place' | 'row' | 'count'>): readonly HeightRange[] {
  const stride = Math.max(1, Math.floor(count / SAMPLE));
  const heights = new Float32Array(Math.ceil(count / stride));
  let known = 0;
  for (let i = 0; i < count; i += stride) {
    const height = place[(row[i] as number) * 3 + 1] as number;
    if (height - height === 0) heights[known++] = height;
  }
  const sorted = heights.subarray(0, known).toSorted();
  const low = sorted[Math.floor(sorted.length * 0.005)] ?? 0;
  const high = sorted[Math.floor(sorted.length * 0.995)] ?? 0;
  if (sorted.length < LEAST_POINTS || high - low < 2 * LEAST || high - low > HIGHEST) return [];
  const bins = smoothed(sorted, low, high);
  const cuts = valleys(bins).map((bin) => low + (bin + 0.5) * BIN);
  if (cuts.length === 0 || cuts.length >= MOST) return [];
  return [-Infinity, ...cuts].map((from, i) => ({ from, to: cuts[i] ?? Infinity }));
}

/** How many are at each height, over half a metre either way. */
function smoothed(sorted: Float32Array, low: number, high: number): Float32Array {
  const bins = new Float32Array(Math.ceil((high - low) / BIN) + 1);
  for (const height of sorted) {
    const bin = Math.round((height - low) / BIN);
    for (let to = Math.max(0, bin - 2); to <= Math.min(bins.length - 1, bin + 2); to++) bins[to] = (bins[to] as number) + 1;
  }
  return bins;
}

/** Between each two storeys the middle of where fewest are. */
function valleys(bins: Float32Array): number[] {
  // From each height on upwards.
  const above = bins.slice();
  for (let i = above.length - 2; i >= 0; i--) above[i] = Math.max(above[i] as number, above[i + 1] as number);
  const cuts: number[] = [];
  const least = LEAST / BIN;
  let below = 0;
  let floor = 0;
  for (let i = 0; i < bins.length; i++) {
    const first = i;
    const isLow = (at: number): boolean => at < bins.length && (bins[at] as number) <= VALLEY * Math.min(below, above[at] as number);
    while (isLow(i)) i++;
    const cut = (first + i) >> 1;
    if (i > first && cut - floor >= least && bins.length - cut >= least) {
      cuts.push(cut);
      floor = cut;
      below = 0;
    }
    below = Math.max(below, bins[i] ?? 0);
  }
  return cuts;
}
