/** Writes JSON as bytes into a growing buffer, numbers as the game's engine spells them: eight digits, a point always, bare exponents. */
import type { StringPool } from './string-pool.ts';

/** 10^0 … 10^22, all exact. */
const POWERS = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
const EIGHT_DIGITS = 1e8;

export class JsonWriter {
  /** Numbers that JSON has no spelling for, written as 0.0. */
  notNumbers = 0;
  #bytes = Buffer.allocUnsafe(128 * 1024);
  #length = 0;
  readonly #pool: StringPool;
  /** Strings of the pool with their quotes and escapes, by number. */
  readonly #quoted: Uint8Array[] = [];
  /** Numbers in the source are float32: the shortest spelling that gives the same one is enough. */
  readonly #single: boolean;

  constructor(pool: StringPool, single: boolean) {
    this.#pool = pool;
    this.#single = single;
  }

  /** What was written since the last time; valid until something is written again. */
  take(): Buffer<ArrayBuffer> {
    const bytes = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    return bytes;
  }

  /** ASCII as it is. */
  raw(text: string): void {
    this.#room(text.length);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let i = 0; i < text.length; i++) bytes[at++] = text.charCodeAt(i);
    this.#length = at;
  }

  bool(value: boolean): void {
    this.raw(value ? 'true' : 'false');
  }

  int(value: number): void {
    this.raw(Number.isFinite(value) ? String(value) : '0');
  }

  text(id: number): void {
    let quoted = this.#quoted[id];
    if (quoted === undefined) {
      // Memory of its own: a part of Buffer's common pool would keep all of that.
      quoted = new Uint8Array(Buffer.from(JSON.stringify(this.#pool.text(id))));
      this.#quoted[id] = quoted;
    }
    this.#bytesOf(quoted);
  }

  /** A text that will hardly come again, and is not remembered. */
  passing(text: string): void {
    this.#bytesOf(Buffer.from(JSON.stringify(text)));
  }

  #bytesOf(quoted: Uint8Array): void {
    this.#room(quoted.length);
    this.#bytes.set(quoted, this.#length);
    this.#length += quoted.length;
  }

  /** `count` numbers in brackets. */
  numbers(values: ArrayLike<number>, offset: number, count: number, single = this.#single): void {
    this.raw('[');
    for (let i = 0; i < count; i++) {
      if (i > 0) this.#bytes[this.#length++] = 44;
      this.number(values[offset + i] as number, single);
    }
    this.raw(']');
  }

  /** `single`: a float32, whose shortest spelling is asked for. */
  number(value: number, single = this.#single): void {
    this.#room(40);
    let size = value;
    if (value < 0 || Object.is(value, -0)) {
      size = -value;
      this.#bytes[this.#length++] = 45;
    }
    if (size === 0) return this.raw('0.0');
    if (!Number.isFinite(size)) {
      this.notNumbers++;
      return this.raw('0.0');
    }
    if (size >= 1e-4 && size < EIGHT_DIGITS && (this.#digits(size, EIGHT_DIGITS, single) || (single && this.#digits(size, 1e9, true))))
      return;
    const text = (single ? shortest(size) : String(size)).replace('e+', 'e');
    this.raw(text);
    if (!/[.e]/.test(text)) this.raw('.0');
  }

  /** Writes a number with as many digits as `limit` has zeros, the last zeros left out; false when that would be another number. */
  #digits(size: number, limit: number, single: boolean): boolean {
    let decimals = 0;
    while (size * (POWERS[decimals + 1] as number) < limit) decimals++;
    let mantissa = Math.round(size * (POWERS[decimals] as number));
    const back = mantissa / (POWERS[decimals] as number);
    if (back !== size && !(single && Math.fround(back) === size)) return false;
    while (decimals > 1 && mantissa % 10 === 0) {
      mantissa /= 10;
      decimals--;
    }
    if (decimals === 0) {
      mantissa *= 10;
      decimals = 1;
    }
    const whole = Math.floor(mantissa / (POWERS[decimals] as number));
    let fraction = mantissa - whole * (POWERS[decimals] as number);
    if (whole < 10) this.#bytes[this.#length++] = 48 + whole;
    else this.raw(String(whole));
    const bytes = this.#bytes;
    bytes[this.#length++] = 46;
    const end = this.#length + decimals;
    for (let at = end - 1; at >= this.#length; at--) {
      const tenth = Math.floor(fraction / 10);
      bytes[at] = 48 + fraction - tenth * 10;
      fraction = tenth;
    }
    this.#length = end;
    return true;
  }

  #room(bytes: number): void {
    if (this.#length + bytes + 64 <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(this.#bytes.length * 2 + bytes + 64);
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}

/** The shortest of eight, nine or more digits that is the same float32; of a number that is none, all its digits. */
function shortest(size: number): string {
  if (Math.fround(size) !== size) return String(size);
  for (const digits of [8, 9]) {
    const rounded = Number(size.toPrecision(digits));
    if (Math.fround(rounded) === size) return String(rounded);
  }
  return String(size);
}
