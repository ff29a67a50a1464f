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
  /** ms, ascending. */
  readonly t: Int32Array;
  /** Session metres, 3 per point; a height that is not known is NaN. */
  readonly place: Float32Array;
  /** Index into `keys`. */
  readonly key: Uint32Array;
  readonly keys: readonly HeatKey[];
  /** Whole numbers, so that what is added can be taken away again without a trace; null where each point counts 1. */
  readonly amount: Uint32Array | null;
  /** What 1 of it is in the unit that people read. */
  readonly unit: number;
  /** seq of the event of each point; null where points are no events. */
  readonly seq: Int32Array | null;
}

/** Gives every combination one number. */
export class HeatKeys {
  readonly list: HeatKey[] = [];
  readonly #known = new Map<string, number>();

  of(who: number, team: number, role: number, weapon: number, states: number): number {
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
export function firstAt({ t: times, count }: Pick<HeatPoints, 't' | 'count'>, t: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const mid = (low + high) >>> 1;
    if ((times[mid] as number) < t) low = mid + 1;
    else high = mid;
  }
  return low;
}
