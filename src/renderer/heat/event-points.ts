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
    this.actorTeam = new Int8Array(count);
    this.targetTeam = new Int8Array(count);
    for (let i = 0; i < count; i++) {
      this.actorTeam[i] = firstTeams[actor[i] as number] ?? -1;
      this.targetTeam[i] = firstTeams[target[i] as number] ?? -1;
    }
    this.actorRole = new Int32Array(count);
    this.targetRole = new Int32Array(count);
    this.actorPlace = new Float32Array(count * 3).fill(Number.NaN);
  }
}

/** Events without a place are left out. One pass: there may be millions. */
export function pointsOfEvents(events: HeatEvents, people: EventPeople, from: FromEvents): HeatPoints {
  const codes = new Uint8Array(256);
  for (const type of from.events) codes[eventCode(type)] = 1;
  const places = from.at === 'actor' ? people.actorPlace : from.at === 'end' ? events.targetPosition : events.position;
  const actor = from.of === 'actor';
  const who = actor ? events.actor : events.target;
  const team = actor ? people.actorTeam : people.targetTeam;
  const role = actor ? people.actorRole : people.targetRole;
  const { type, weapon } = events;
  const keys = new HeatKeys();
  const row = new Uint32Array(events.count);
  const key = new Uint32Array(events.count);
  let count = 0;
  let [minX, minZ, maxX, maxZ] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < events.count; i++) {
    const x = places[i * 3] as number;
    const z = places[i * 3 + 2] as number;
    // What is not finite differs from itself, or its difference does.
    if (codes[type[i] as number] === 0 || x - x !== 0 || z - z !== 0) continue;
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (z < minZ) minZ = z;
    if (z > maxZ) maxZ = z;
    row[count] = i;
    key[count++] = keys.of(who[i] as number, team[i] as number, role[i] as number, weapon[i] as number, 0);
  }
  return {
    count,
    row: row.subarray(0, count),
    t: events.t,
    place: places,
    key: key.subarray(0, count),
    keys: keys.list,
    amount: null,
    unit: 1,
    range: count === 0 ? null : { minX, minZ, maxX, maxZ },
    areEvents: true,
  };
}
