/** Which events the list shows: importance, types, text and the chosen entity. */
import { EVENT_IMPORTANCE, EVENT_TYPES } from '../../../shared/session/event-types.ts';
import type { LoadedSession } from '../playback/types.ts';
import type { EventFilter } from '../replay-view.ts';
import { eventWords, joined } from './event-words.ts';

/** Texts that are looked through between two looks at the clock. */
const STEP = 256;

/** Sequence numbers of the events that pass, in order of t. */
export function filterEvents(session: LoadedSession, filter: EventFilter, selected: number | null): Int32Array {
  const steps = filterSteps(session, filter, selected);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** The same, in steps where there is a text to look for: of very many events that takes long. */
export function* filterSteps(session: LoadedSession, filter: EventFilter, selected: number | null): Generator<undefined, Int32Array> {
  const { events } = session;
  const shown = EVENT_TYPES.map(
    (type, code) => (EVENT_IMPORTANCE[code] ?? 0) >= filter.importance && (filter.types === null || filter.types.includes(type)),
  );
  const needle = filter.text.trim().toLowerCase();
  const only = filter.selectedOnly ? selected : null;
  const passed = new Int32Array(events.count);
  let count = 0;
  let read = 0;
  for (let seq = 0; seq < events.count; seq++) {
    if (shown[events.type[seq] ?? 0] !== true) continue;
    if (only !== null && events.actor[seq] !== only && events.target[seq] !== only) continue;
    if (needle !== '' && ++read % STEP === 0) yield;
    if (needle !== '' && !matches(session, seq, needle)) continue;
    passed[count++] = seq;
  }
  return passed.subarray(0, count);
}

function matches(session: LoadedSession, seq: number, needle: string): boolean {
  const weapon = session.strings[session.events.weapon[seq] ?? 0] ?? '';
  const type = EVENT_TYPES[session.events.type[seq] ?? 0] ?? '';
  return (
    type.replaceAll('_', ' ').includes(needle) ||
    weapon.toLowerCase().includes(needle) ||
    joined(eventWords(session, seq, null).text)
      .toLowerCase()
      .includes(needle)
  );
}

/** Index in `seqs` of the last event at or before t; -1 before the first. */
export function lastAtOrBefore(session: LoadedSession, seqs: Int32Array, t: number): number {
  let low = 0;
  let high = seqs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((session.events.t[seqs[middle] ?? 0] ?? 0) <= t) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Index in `seqs` of the event that is on at t: the one that was gone to, among those of the same moment, else the last at or before t; -1 before the first. */
export function currentAt(session: LoadedSession, seqs: Int32Array, t: number, goneTo: number | null): number {
  const last = lastAtOrBefore(session, seqs, t);
  if (goneTo === null || last < 0 || session.events.t[goneTo] !== session.events.t[seqs[last] ?? 0]) return last;
  const index = seqs.lastIndexOf(goneTo, last);
  return index < 0 ? last : index;
}
