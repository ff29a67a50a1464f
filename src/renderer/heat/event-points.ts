/** Points from events: where each was, whose it is, and by what. Teams, roles and where actors stood come from the samples, once those were read. */
import type { HeatProfile } from '../../shared/games/profile.ts';
import { eventCode } from '../../shared/session/event-types.ts';
import { HeatKeys, type HeatPoints } from './heat-points.ts';
import type { HeatEvents, HeatSubject } from './heat-subject.ts';

type FromEvents = Extract<HeatProfile['from'], { events: unknown }>;

/** What the samples say of the people of each event. */
export class EventPeople {
  readonly actorTeam: Int8Array;
  readonly targetTeam: Int8Array;
  /** String indices. */
  readonly actorRole: Int32Array;
  readonly targetRole: Int32Array;
  /** Session metres, 3 per event, NaN while unknown. */
  readonly actorPlace: Float32Array;
  /** Events that the samples have been asked about: those before this one. */
  known = 0;

  constructor({ count, actor, target }: HeatEvents, { firstTeams }: HeatSubject) {
    this.actorTeam = Int8Array.from({ length: count }, (_, i) => firstTeams[actor[i] as number] ?? -1);
    this.targetTeam = Int8Array.from({ length: count }, (_, i) => firstTeams[target[i] as number] ?? -1);
    this.actorRole = new Int32Array(count);
    this.targetRole = new Int32Array(count);
    this.actorPlace = new Float32Array(count * 3).fill(Number.NaN);
  }
}

/** Events without a place are left out. */
export function pointsOfEvents(events: HeatEvents, people: EventPeople, from: FromEvents): HeatPoints {
  const codes = new Uint8Array(256);
  for (const type of from.events) codes[eventCode(type)] = 1;
  const places = from.at === 'actor' ? people.actorPlace : from.at === 'end' ? events.targetPosition : events.position;
  const seq = new Int32Array(events.count);
  let count = 0;
  for (let i = 0; i < events.count; i++) if (codes[events.type[i] as number] === 1 && Number.isFinite(places[i * 3])) seq[count++] = i;

  const actor = from.of === 'actor';
  const who = actor ? events.actor : events.target;
  const team = actor ? people.actorTeam : people.targetTeam;
  const role = actor ? people.actorRole : people.targetRole;
  const keys = new HeatKeys();
  const t = new Int32Array(count);
  const place = new Float32Array(count * 3);
  const key = new Uint32Array(count);
  for (let n = 0; n < count; n++) {
    const i = seq[n] as number;
    t[n] = events.t[i] as number;
    for (let axis = 0; axis < 3; axis++) place[n * 3 + axis] = places[i * 3 + axis] as number;
    key[n] = keys.of(who[i] as number, team[i] as number, role[i] as number, events.weapon[i] as number, 0);
  }
  return { count, t, place, key, keys: keys.list, amount: null, unit: 1, seq: seq.slice(0, count) };
}
