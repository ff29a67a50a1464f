/** Which events a feed over the picture shows at a moment: the latest of highest importance, for a while. */
import { EVENT_IMPORTANCE } from '../../../shared/session/event-types.ts';
import type { LoadedSession } from '../playback/types.ts';
import { lastAtOrBefore } from './event-filter.ts';

/** A row stays this long, ms of session time. */
const STAYS = 10_000;

/** Sequence numbers of the events that a feed may show, in order of t. */
export function feedEvents({ events }: LoadedSession): Int32Array {
  return Int32Array.from({ length: events.count }, (_, seq) => seq).filter((seq) => EVENT_IMPORTANCE[events.type[seq] ?? 0] === 3);
}

/** Index in `seqs` of the first that is fresh at t and of the one after the last; both the same when none is. At most `rows`. */
export function freshRows(session: LoadedSession, seqs: Int32Array, t: number, rows: number): readonly [from: number, to: number] {
  const to = lastAtOrBefore(session, seqs, t) + 1;
  let from = to;
  while (from > 0 && to - from < rows && t - (session.events.t[seqs[from - 1] ?? 0] ?? 0) <= STAYS) from--;
  return [from, to];
}
