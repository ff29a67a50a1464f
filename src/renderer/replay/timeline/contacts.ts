/** Contacts: stretches of a session in which people fight each other, found where the fight's events lie close together in time. */
import { eventCode, type EventType } from '../../../shared/session/event-types.ts';
import type { EventTable } from '../playback/types.ts';

export interface Contact {
  /** ms */
  readonly from: number;
  readonly to: number;
}

const FIGHT: readonly EventType[] = ['kill', 'death', 'hit', 'damage', 'incapacitated', 'destroyed', 'explosion'];
const FIGHT_CODES: ReadonlySet<number> = new Set(FIGHT.map(eventCode));

/** Events further apart than this belong to two contacts, ms; longer in a session whose contacts would be too many to name. */
const SHORTEST_LULL = 45_000;
const MOST = 16;
/** A single shot that hit somebody is no contact. */
const FEWEST_EVENTS = 3;
/** A contact is shown at least so long, ms. */
const SHORTEST = 1_000;

/** In order of time, apart from each other; at most MOST. */
export function findContacts(events: EventTable): readonly Contact[] {
  const times: number[] = [];
  for (let seq = 0; seq < events.count; seq++) if (FIGHT_CODES.has(events.type[seq] as number)) times.push(events.t[seq] as number);
  for (let lull = SHORTEST_LULL; ; lull *= 1.5) {
    const contacts = cluster(times, lull);
    if (contacts.length <= MOST) return contacts;
  }
}

function cluster(times: readonly number[], lull: number): Contact[] {
  const contacts: Contact[] = [];
  let first = 0;
  for (let i = 1; i <= times.length; i++) {
    const last = times[i - 1] as number;
    if (i < times.length && (times[i] as number) - last <= lull) continue;
    const from = times[first] as number;
    if (i - first >= FEWEST_EVENTS) contacts.push({ from, to: Math.max(last, from + SHORTEST) });
    first = i;
  }
  return contacts;
}
