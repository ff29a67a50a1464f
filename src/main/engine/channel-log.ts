/** The samples of one channel as they come: flat arrays in order of arrival, without those that only repeat the entity's last value. */
import type { ChannelDef } from '../../shared/session/model.ts';

const START = 256;

export class ChannelLog {
  readonly def: ChannelDef;
  readonly width: number;
  /** Samples 0 … count - 1 of the arrays below. */
  count = 0;
  entity = new Int32Array(START);
  t = new Int32Array(START);
  values: Float64Array;

  /** By EntityId: time of the last sample, repeats included; -1 while there is none. */
  lastT = new Int32Array(0);
  /** By EntityId, `width` each. */
  lastValue = new Float64Array(0);
  /** By EntityId: time of the newest sample that is in a sealed chunk, -1 for none. */
  carryT = new Int32Array(0);
  carryValue = new Float64Array(0);
  /** First value of the session's own entity. */
  firstOfSession = Number.NaN;

  constructor(def: ChannelDef) {
    this.def = def;
    this.width = def.width;
    this.values = new Float64Array(START * def.width);
  }

  /** Bytes that the samples take. */
  get bytes(): number {
    return this.count * (8 + 8 * this.width);
  }

  /** False when the entity has a later sample already. */
  number(entity: number, t: number, value: number): boolean {
    if (entity >= this.lastT.length) this.#growEntities(entity);
    const lastT = this.lastT[entity] as number;
    if (t < lastT) return false;
    this.lastT[entity] = t;
    if (lastT < 0) {
      if (entity === 0) this.firstOfSession = value;
    } else if (Object.is(this.lastValue[entity], value)) return true;
    this.lastValue[entity] = value;
    const at = this.count++;
    if (at === this.entity.length) this.#growSamples();
    this.entity[at] = entity;
    this.t[at] = t;
    this.values[at] = value;
    return true;
  }

  /** False when the entity has a later sample already. */
  vector(entity: number, t: number, values: ArrayLike<number>, offset: number): boolean {
    if (entity >= this.lastT.length) this.#growEntities(entity);
    const lastT = this.lastT[entity] as number;
    if (t < lastT) return false;
    this.lastT[entity] = t;
    const { width, lastValue } = this;
    const last = entity * width;
    let same = 0;
    while (same < width && Object.is(lastValue[last + same], values[offset + same])) same++;
    if (same === width && lastT >= 0) return true;
    const at = this.count++;
    if (at === this.entity.length) this.#growSamples();
    this.entity[at] = entity;
    this.t[at] = t;
    const into = this.values;
    for (let i = 0, to = at * width; i < width; i++, to++) {
      const value = values[offset + i] as number;
      into[to] = value;
      lastValue[last + i] = value;
    }
    return true;
  }

  /** Forgets the samples before t. */
  dropBefore(t: number): void {
    const { width } = this;
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      if ((this.t[i] as number) < t) continue;
      this.entity[kept] = this.entity[i] as number;
      this.t[kept] = this.t[i] as number;
      this.values.copyWithin(kept * width, i * width, (i + 1) * width);
      kept++;
    }
    this.count = kept;
  }

  #growEntities(entity: number): void {
    const length = Math.max(64, entity + 1, this.lastT.length * 2);
    this.lastT = larger(this.lastT, new Int32Array(length).fill(-1));
    this.carryT = larger(this.carryT, new Int32Array(length).fill(-1));
    this.lastValue = larger(this.lastValue, new Float64Array(length * this.width));
    this.carryValue = larger(this.carryValue, new Float64Array(length * this.width));
  }

  #growSamples(): void {
    const length = this.entity.length * 2;
    this.entity = larger(this.entity, new Int32Array(length));
    this.t = larger(this.t, new Int32Array(length));
    this.values = larger(this.values, new Float64Array(length * this.width));
  }
}

function larger<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
