/** Points from events: where each was, whose it is, and by what. Teams, roles and where actors stood come from the samples, once those were read. */
import type { HeatProfile } from '../../shared/games/profile.ts';
import { eventCode } from '../../shared/session/event-types.ts';
import { HeatKeys, type Bounds, type HeatKey, type HeatPoints, type PointChoices } from './heat-points.ts';
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
  /** Ids are below. */
  readonly entities: number;
  readonly strings: number;

  constructor({ count, actor, target }: HeatEvents, { firstTeams, strings }: HeatSubject) {
    this.entities = firstTeams.length;
    this.strings = strings.length;
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

/** Events without a place are left out. One pass: there may be millions. `stride`: only every so manieth event, which then stands for so many. */
export function pointsOfEvents(events: HeatEvents, people: EventPeople, from: FromEvents, stride = 1): HeatPoints {
  return new EventPoints(events, people, from, stride);
}

/** What they are told apart by is worked out when a filter first asks for it: the first picture is of all of them. */
class EventPoints implements HeatPoints {
  readonly count: number;
  readonly row: Uint32Array;
  readonly t: Int32Array;
  readonly place: Float32Array;
  readonly amount = null;
  readonly unit: number;
  readonly range: Bounds | null;
  readonly areEvents = true;
  readonly #columns: Columns;
  /** Ids are below. */
  readonly #entities: number;
  readonly #strings: number;
  readonly #hasRoles: boolean;
  #choices: PointChoices | null = null;
  #keyed: { readonly key: Uint32Array; readonly keys: readonly HeatKey[] } | null = null;

  constructor(events: HeatEvents, people: EventPeople, from: FromEvents, stride: number) {
    this.unit = stride;
    const codes = new Uint8Array(256);
    for (const type of from.events) codes[eventCode(type)] = 1;
    const place = from.at === 'actor' ? people.actorPlace : from.at === 'end' ? events.targetPosition : events.position;
    const actor = from.of === 'actor';
    const who = actor ? events.actor : events.target;
    const team = actor ? people.actorTeam : people.targetTeam;
    const role = actor ? people.actorRole : people.targetRole;
    const { type, weapon, count: all } = events;
    this.#columns = { who, team, role, weapon };
    this.#entities = people.entities;
    this.#strings = people.strings;
    this.#hasRoles = people.known > 0;
    const row = new Uint32Array(Math.ceil(all / stride));
    let count = 0;
    let minX = Infinity;
    let minZ = Infinity;
    let maxX = -Infinity;
    let maxZ = -Infinity;
    // Nothing else in this loop: it is most of what somebody waits for.
    for (let i = 0, at = 0; i < all; i += stride, at += stride * 3) {
      if (codes[type[i] as number] === 0) continue;
      const x = place[at] as number;
      const z = place[at + 2] as number;
      const sum = x + z;
      // What is not finite differs from itself, or its difference does.
      if (sum - sum !== 0) continue;
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (z < minZ) minZ = z;
      if (z > maxZ) maxZ = z;
      row[count++] = i;
    }
    this.count = count;
    this.row = row.subarray(0, count);
    this.t = events.t;
    this.place = place;
    this.range = count === 0 ? null : { minX, minZ, maxX, maxZ };
  }

  get choices(): PointChoices {
    return (this.#choices ??= this.#seen());
  }

  #seen(): PointChoices {
    const { row, count } = this;
    const { who, role, weapon } = this.#columns;
    const hasRoles = this.#hasRoles;
    const seenWho = new Uint8Array(this.#entities);
    const seenRole = new Uint8Array(this.#strings);
    const seenWeapon = new Uint8Array(this.#strings);
    for (let n = 0; n < count; n++) {
      const i = row[n] as number;
      seenWho[who[i] as number] = 1;
      seenWeapon[weapon[i] as number] = 1;
      if (hasRoles) seenRole[role[i] as number] = 1;
    }
    return { people: idsOf(seenWho), roles: idsOf(seenRole), weapons: idsOf(seenWeapon) };
  }

  get key(): Uint32Array {
    return (this.#keyed ??= keyed(this.row, this.count, this.#columns)).key;
  }

  get keys(): readonly HeatKey[] {
    return (this.#keyed ??= keyed(this.row, this.count, this.#columns)).keys;
  }
}

interface Columns {
  readonly who: Int32Array;
  readonly team: Int8Array;
  readonly role: Int32Array;
  readonly weapon: Int32Array;
}

function keyed(row: Uint32Array, count: number, { who, team, role, weapon }: Columns) {
  const keys = new HeatKeys();
  const key = new Uint32Array(count);
  for (let n = 0; n < count; n++) {
    const i = row[n] as number;
    key[n] = keys.of(who[i] as number, team[i] as number, role[i] as number, weapon[i] as number, 0);
  }
  return { key, keys: keys.list };
}

function idsOf(seen: Uint8Array): readonly number[] {
  const list: number[] = [];
  for (let id = 1; id < seen.length; id++) if (seen[id] === 1) list.push(id);
  return list;
}
