import type { WorldProfile } from '../../../shared/games/profile.ts';
/** Where the disc in flight comes from and where it will be: pure arithmetic and searches. */
import { eventCode } from '../../../shared/session/event-types.ts';
import type { EventTable } from '../playback/types.ts';
import { firstAtOrAfter } from './event-search.ts';

const THROW = eventCode('throw');
/** After one of these a throw is over. */
const ENDS = new Set<number>([eventCode('catch'), eventCode('goal'), eventCode('save'), eventCode('interception')]);

/** seq of the throw that the disc is flying from at t: the latest within `longest` ms, unless it was caught or scored since. -1 for none. */
export function currentThrow(events: EventTable, t: number, longest: number): number {
  let seq = -1;
  for (let i = firstAtOrAfter(events.t, events.count, t - longest); i < events.count && (events.t[i] as number) <= t; i++) {
    const type = events.type[i] as number;
    if (type === THROW) seq = i;
    else if (ENDS.has(type)) seq = -1;
  }
  return seq;
}

/** Seconds until something at x, y, z with this velocity (metres, m/s) leaves the box; at most `longest`. 0 when it is outside. */
export function secondsWithin(
  { min, max }: WorldProfile['boxes'][number],
  place: ArrayLike<number>,
  velocity: ArrayLike<number>,
  longest: number,
): number {
  let seconds = longest;
  for (let i = 0; i < 3; i++) {
    const at = place[i] as number;
    const speed = velocity[i] as number;
    const low = min[i] as number;
    const high = max[i] as number;
    if (at < low || at > high) return 0;
    if (speed > 0) seconds = Math.min(seconds, (high - at) / speed);
    else if (speed < 0) seconds = Math.min(seconds, (low - at) / speed);
  }
  return seconds;
}
