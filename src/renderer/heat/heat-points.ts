/** Points of a heatmap as columns: where, when, of whom. What can be filtered by is one number per point, so that a filter is one look into a table. */

/** All that points can be told apart by; points that are alike share one. */
export interface HeatKey {
  /** EntityId, 0 for nobody. */
  readonly who: number;
  /** Index into the profile's teams at that moment, -1 for none. */
  readonly team: number;
  /** String indices, 0 for none. */
  readonly role: number;
  readonly weapon: number;
  /** A bit per state that held (HeatSubject.states). */
  readonly states: number;
}

export interface HeatPoints {
  readonly count: number;
  /** Of each point its row in `t` and `place`, in order of t: points of events are not copied out of their table. */
  readonly row: Uint32Array;
  /** ms */
  readonly t: Int32Array;
  /** Session metres, 3 per row; a height that is not known is NaN. */
  readonly place: Float32Array;
  /** Index into `keys`. */
  readonly key: Uint32Array;
  readonly keys: readonly HeatKey[];
  /** Whole numbers, so that what is added can be taken away again without a trace; null where each point counts 1. */
  readonly amount: Uint32Array | null;
  /** What 1 of it is in the unit that people read. */
  readonly unit: number;
  /** A row is the seq of an event. */
  readonly areEvents: boolean;
}

/** Places of the table for combinations that come again and again; a power of two. */
const RECENT = 1 << 16;
/** String indices stay below it: who and role are one number without loss. */
const ROLES = 2 ** 26;

/** Gives every combination one number. */
export class HeatKeys {
  readonly list: HeatKey[] = [];
  readonly #known = new Map<string, number>();
  /** By a hash: the key that was asked for last, and two numbers that say what it is made of. Nearly all questions end here. */
  readonly #recent = new Int32Array(RECENT).fill(-1);
  readonly #parts = new Float64Array(RECENT * 2);

  of(who: number, team: number, role: number, weapon: number, states: number): number {
    const hash = Math.imul(who, 0x9e3779b1) ^ Math.imul(weapon * 512 + team, 0x85ebca6b) ^ Math.imul(role * 256 + states, 0xc2b2ae35);
    const slot = (hash ^ (hash >>> 15)) & (RECENT - 1);
    const people = who * ROLES + role;
    const rest = (weapon * 512 + team + 1) * 256 + states;
    const parts = this.#parts;
    if (parts[slot * 2] === people && parts[slot * 2 + 1] === rest) {
      const recent = this.#recent[slot] as number;
      if (recent !== -1) return recent;
    }
    parts[slot * 2] = people;
    parts[slot * 2 + 1] = rest;
    return (this.#recent[slot] = this.#find(who, team, role, weapon, states));
  }

  #find(who: number, team: number, role: number, weapon: number, states: number): number {
    const name = `${who} ${team} ${role} ${weapon} ${states}`;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    this.#known.set(name, this.list.length);
    return this.list.push({ who, team, role, weapon, states }) - 1;
  }
}

/** Columns that grow as points come. */
export class PointColumns {
  count = 0;
  t: Int32Array;
  place: Float32Array;
  key: Uint32Array;

  constructor(room: number) {
    const least = Math.max(16, room);
    this.t = new Int32Array(least);
    this.place = new Float32Array(least * 3);
    this.key = new Uint32Array(least);
  }

  add(t: number, x: number, y: number, z: number, key: number): void {
    if (this.count === this.t.length) this.#grow();
    const i = this.count++;
    this.t[i] = t;
    this.place[i * 3] = x;
    this.place[i * 3 + 1] = y;
    this.place[i * 3 + 2] = z;
    this.key[i] = key;
  }

  #grow(): void {
    const room = this.t.length * 2;
    const { t, place, key } = this;
    this.t = new Int32Array(room);
    this.t.set(t);
    this.place = new Float32Array(room * 3);
    this.place.set(place);
    this.key = new Uint32Array(room);
    this.key.set(key);
  }
}

/** First index whose t is at or after `t`. */
export function firstAt({ t: times, row, count }: Pick<HeatPoints, 't' | 'row' | 'count'>, t: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const mid = (low + high) >>> 1;
    if ((times[row[mid] as number] as number) < t) low = mid + 1;
    else high = mid;
  }
  return low;
}
