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

/** Metres. */
export interface Bounds {
  readonly minX: number;
  readonly minZ: number;
  readonly maxX: number;
  readonly maxZ: number;
}

/** What there is to filter by: EntityIds and string indices. */
export interface PointChoices {
  readonly people: readonly number[];
  readonly roles: readonly number[];
  readonly weapons: readonly number[];
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
  /** Where it is known without the keys. */
  readonly choices?: PointChoices;
  /** Whole numbers, so that what is added can be taken away again without a trace; null where each point counts 1. */
  readonly amount: Uint32Array | null;
  /** What 1 of it is in the unit that people read. */
  readonly unit: number;
  /** Of all of them; null when there is none. */
  readonly range: Bounds | null;
  /** A row is the seq of an event. */
  readonly areEvents: boolean;
}

/** Places of the table of combinations that came last; a power of two. */
const RECENT = 1 << 14;
const SPREAD = 61;

/** Gives every combination one number. */
export class HeatKeys {
  readonly list: HeatKey[] = [];
  readonly #known = new Map<string, number>();
  /** By a hash of person and weapon the key that was asked for last, -1 for none. Nearly all questions end here: there may be millions. */
  readonly #recent = new Int32Array(RECENT).fill(-1);
  /** What each key is made of, five numbers a key. */
  #parts = new Int32Array(5 * 64);

  of(who: number, team: number, role: number, weapon: number, states: number): number {
    const slot = (who * SPREAD + weapon) & (RECENT - 1);
    const recent = this.#recent[slot] as number;
    const parts = this.#parts;
    const at = recent * 5;
    if (
      recent >= 0 &&
      parts[at] === who &&
      parts[at + 1] === team &&
      parts[at + 2] === role &&
      parts[at + 3] === weapon &&
      parts[at + 4] === states
    )
      return recent;
    return (this.#recent[slot] = this.#find(who, team, role, weapon, states));
  }

  #find(who: number, team: number, role: number, weapon: number, states: number): number {
    const name = `${who} ${team} ${role} ${weapon} ${states}`;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const key = this.list.push({ who, team, role, weapon, states }) - 1;
    this.#known.set(name, key);
    if (key * 5 === this.#parts.length) {
      const parts = this.#parts;
      this.#parts = new Int32Array(parts.length * 2);
      this.#parts.set(parts);
    }
    this.#parts.set([who, team, role, weapon, states], key * 5);
    return key;
  }
}

/** Columns that grow as points come. */
export class PointColumns {
  count = 0;
  t: Int32Array;
  place: Float32Array;
  key: Uint32Array;
  #minX = Infinity;
  #minZ = Infinity;
  #maxX = -Infinity;
  #maxZ = -Infinity;

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
    if (x < this.#minX) this.#minX = x;
    if (x > this.#maxX) this.#maxX = x;
    if (z < this.#minZ) this.#minZ = z;
    if (z > this.#maxZ) this.#maxZ = z;
  }

  get range(): Bounds | null {
    return this.count === 0 ? null : { minX: this.#minX, minZ: this.#minZ, maxX: this.#maxX, maxZ: this.#maxZ };
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
