/** When to cut: divides a session so that what belongs together is one shot, none is too short, and cuts are not too many. From events alone. */

/** What has to be seen: everybody of an event of importance 3, from before to after it. */
export interface Moment {
  readonly seq: number;
  readonly t: number;
  /** ms */
  readonly from: number;
  readonly to: number;
  /** Where it is, metres; NaN when that is not known. */
  readonly x: number;
  readonly z: number;
}

/** A tenth of a second more than is asked for: a cut never falls on the very end. */
export const BEFORE_MS = 1_600;
export const AFTER_MS = 1_100;
export const SHORTEST_MS = 2_500;
/** At most so many cuts within any such time. */
export const MOST_CUTS = 12;
export const RATE_MS = 60_000;

/** A shot takes no longer than this, however long that which is in it. */
const LONGEST_MS = 30_000;
/** Shots longer than this become dull. */
const LONG_MS = 12_000;
/** Where nothing happens a shot lasts about this long. */
const QUIET_MS = 9_000;
/** A shot that has moments begins and ends near them: so long before, and after, and in all so much more than they take, ms. */
const LEAD_MS = 900;
const TAIL_MS = 1_300;
const LOOSE_MS = 2_600;
/** What a cut through somebody's moment costs, in cuts. */
const THROUGH = 0.8;

/**
 * Moments of cuts, ascending, from 0 to `duration` with both: fewer than two when there is nothing to divide. `moments` ascend by t; `scale`: metres over which
 * things are far apart.
 */
export function partition(moments: readonly Moment[], duration: number, scale: number): number[] {
  const places = cutPlaces(moments, duration);
  const cost = shotCosts(moments, scale);
  const best = new Float64Array(places.length).fill(Infinity);
  const before = new Int32Array(places.length).fill(-1);
  best[0] = 0;
  for (let j = 1; j < places.length; j++) {
    const to = places[j] as number;
    for (let i = j - 1; i >= 0; i--) {
      const from = places[i] as number;
      if (to - from > LONGEST_MS && before[j] !== -1) break;
      if (to - from < SHORTEST_MS || best[i] === Infinity) continue;
      const total = (best[i] as number) + cost(from, to);
      if (total >= (best[j] as number)) continue;
      best[j] = total;
      before[j] = i;
    }
  }
  const cuts: number[] = [];
  for (let j = places.length - 1; j > 0; j = before[j] === -1 ? 0 : (before[j] as number)) cuts.push(places[j] as number);
  cuts.push(0);
  return thinned(cuts.toReversed(), cost);
}

/** Where one may cut: at the edges of moments, and evenly where nothing happens. */
function cutPlaces(moments: readonly Moment[], duration: number): number[] {
  const places = new Set<number>([0, duration]);
  let quietSince = 0;
  const divide = (to: number): void => {
    const parts = Math.max(1, Math.round((to - quietSince) / QUIET_MS));
    for (let n = 1; n < parts; n++) places.add(Math.round(quietSince + ((to - quietSince) * n) / parts));
  };
  for (const { from, to } of moments) {
    if (from > quietSince) divide(from);
    quietSince = Math.max(quietSince, to);
    for (const edge of [from - LEAD_MS, from, to, to + TAIL_MS]) if (edge > 0 && edge < duration) places.add(edge);
  }
  if (duration > quietSince) divide(duration);
  return [...places].toSorted((a, b) => a - b);
}

/** What a shot costs: one for the cut, more the farther apart what is in it, for every moment that it does not hold whole, for time that is not
 * theirs, and for its length. */
function shotCosts(moments: readonly Moment[], scale: number): (from: number, to: number) => number {
  // Windows are equally long, so they end in the order in which they begin.
  return (from, to) => {
    let minX = Infinity;
    let maxX = -Infinity;
    let minZ = Infinity;
    let maxZ = -Infinity;
    let through = 0;
    let busy = 0;
    let until = from;
    for (let i = firstEndingAfter(moments, from); i < moments.length; i++) {
      const moment = moments[i] as Moment;
      if (moment.from >= to) break;
      if (moment.from < from) through++;
      if (moment.to > to) through++;
      busy += Math.max(0, Math.min(to, moment.to) - Math.max(until, moment.from));
      until = Math.max(until, moment.to);
      if (!Number.isFinite(moment.x + moment.z)) continue;
      minX = Math.min(minX, moment.x);
      maxX = Math.max(maxX, moment.x);
      minZ = Math.min(minZ, moment.z);
      maxZ = Math.max(maxZ, moment.z);
    }
    const apart = minX > maxX ? 0 : Math.hypot(maxX - minX, maxZ - minZ) / scale;
    const length = to - from;
    const dull = Math.max(0, length - LONG_MS) / 4_000;
    // A short shot is worth it when what happens next is far away.
    const hurried = Math.max(0, 4_500 - length) / 4_000;
    const loose = busy === 0 ? 0 : Math.max(0, length - busy - LOOSE_MS) / 2_500;
    return 1 + apart + (through * THROUGH) / 2 + dull + hurried + loose;
  };
}

function firstEndingAfter(moments: readonly Moment[], t: number): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((moments[middle] as Moment).to > t) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Takes out the cuts that are missed least until there are few enough in any minute. */
function thinned(cuts: number[], cost: (from: number, to: number) => number): number[] {
  const kept = [...cuts];
  // The first and the last are the ends of the session, not cuts.
  for (let i = 1; i + MOST_CUTS < kept.length - 1;) {
    if ((kept[i + MOST_CUTS] as number) - (kept[i] as number) > RATE_MS) {
      i++;
      continue;
    }
    let least = i;
    let price = Infinity;
    for (let n = i; n <= i + MOST_CUTS; n++) {
      const [before, here, after] = [kept[n - 1], kept[n], kept[n + 1]] as [number, number, number];
      const loss = cost(before, after) - cost(before, here) - cost(here, after);
      if (loss >= price) continue;
      price = loss;
      least = n;
    }
    kept.splice(least, 1);
    i = Math.max(1, i - MOST_CUTS);
  }
  return kept;
}
