/**
 * Reads JSON straight from bytes, value by value, without building objects. Accepts exactly what JSON.parse accepts (but for its depth limit) and gives exactly
 * its numbers. The byte after the text must be a NUL, which is valid nowhere and so ends every loop.
 */
import type { StringPool } from './string-pool.ts';

/** Thrown for anything that is not JSON; one object, because a broken file throws it for every line. */
export const NOT_JSON = new SyntaxError('not JSON');

const MAX_DEPTH = 64;
const DECODER = new TextDecoder();
/** 10^0 … 10^22: the powers that a double holds exactly. A quotient or product of two exact doubles is rounded once, as JSON.parse rounds. */
const POWERS = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
const MAX_EXACT = Number.MAX_SAFE_INTEGER;
const SIGNS = Float64Array.of(1, -1);
/** Bytes that the quick reading of a number may look at. */
const LONGEST_PLAIN = 24;

/** What may follow a number, as a digit would be counted. */
const COMMA = 44 - 48;
const BRACE = 125 - 48;
const BRACKET = 93 - 48;

/** Keys that are remembered of one kind of object: the game's objects have up to forty. */
const MAX_KEYS = 128;

/** A key as it stood in the bytes, quotes and colon included, to be compared four bytes at a time. */
class MetKey {
  readonly hash: number;
  readonly length: number;
  /** Where the last four bytes begin, which overlap those before them. */
  readonly tail: number;
  readonly first: number;
  readonly second: number;
  readonly third: number;
  readonly last: number;
  /** Those between the third and the last, of long ones. */
  readonly more: readonly number[];
  /** Among the names of its order; -1 for others. */
  readonly index: number;
  /** The key that came after it last time. */
  next: MetKey | null = null;

  constructor(bytes: Buffer, hash: number, index: number) {
    this.hash = hash;
    this.index = index;
    this.length = bytes.length;
    this.tail = bytes.length - 4;
    const word = (at: number): number => bytes.readInt32LE(Math.min(at, this.tail));
    this.first = word(0);
    this.second = word(4);
    this.third = word(8);
    this.last = word(this.tail);
    this.more = Array.from({ length: Math.max(0, Math.ceil((this.tail - 12) / 4)) }, (_, i) => word(12 + i * 4));
  }
}

/** The keys of one kind of object, each with the one that followed it last: they come in the same order again and again, so a guess is cheaper than a hash. */
export class KeyOrder {
  /** The key before the first. */
  readonly head = new MetKey(Buffer.from('""::'), 0, -1);
  /** The key that was read last. */
  at: MetKey = this.head;
  /** Stands for keys that cannot be expected. */
  readonly #stray = new MetKey(Buffer.from('""::'), 0, -1);
  readonly #names: readonly string[];
  readonly #keys = new Map<number, MetKey>();

  /** `names`: keys whose `index` is asked for. */
  constructor(names: readonly string[] = []) {
    this.#names = names;
  }

  /** The key bytes[start … end - 1], from quote to colon, came next, and was not the one expected. One shorter than four bytes is none of the game's. */
  met(bytes: Uint8Array, start: number, end: number, hash: number): void {
    let key = end - start < 4 ? this.#stray : this.#keys.get(hash);
    if (key === undefined) {
      const spelled = Buffer.from(bytes.subarray(start, end));
      key = new MetKey(spelled, hash, this.#names.indexOf(spelled.toString('latin1', 1, spelled.lastIndexOf(34))));
      if (this.#keys.size < MAX_KEYS) this.#keys.set(hash, key);
    }
    if (key !== this.#stray) this.at.next = key;
    this.at = key;
  }
}

/** Hash of a key as `key()` computes it. */
export function keyHash(key: string): number {
  let hash = 0;
  for (let i = 0; i < key.length; i++) hash = (Math.imul(hash, 31) + key.charCodeAt(i)) | 0;
  return hash;
}

export class JsonCursor {
  bytes: Uint8Array = new Uint8Array(1);
  pos = 0;
  #view: DataView = new DataView(new ArrayBuffer(1));
  readonly #pool: StringPool;

  constructor(pool: StringPool) {
    this.#pool = pool;
  }

  start(bytes: Uint8Array, pos: number): void {
    if (bytes !== this.bytes) {
      this.bytes = bytes;
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    this.pos = pos;
  }

  /** Next byte that is not white space; stays on it. */
  peek(): number {
    const bytes = this.bytes;
    let p = this.pos;
    let c = bytes[p] as number;
    while (c === 32 || c === 9 || c === 10 || c === 13) c = bytes[++p] as number;
    this.pos = p;
    return c;
  }

  expect(byte: number): void {
    if (this.peek() !== byte) throw NOT_JSON;
    this.pos++;
  }

  /** Enters an object; false when it is empty (and left already). A value of another kind is skipped and counts as empty. */
  object(keys: KeyOrder): boolean {
    keys.at = keys.head;
    if (this.peek() !== 123) {
      this.skip();
      return false;
    }
    this.pos++;
    if (this.peek() !== 125) return true;
    this.pos++;
    return false;
  }

  /** Enters an array, as `object`. */
  array(): boolean {
    if (this.peek() !== 91) {
      this.skip();
      return false;
    }
    this.pos++;
    if (this.peek() !== 93) return true;
    this.pos++;
    return false;
  }

  /** After a value within an object or array: true when another one follows, false when `close` ended it. */
  more(close: number): boolean {
    const bytes = this.bytes;
    let c = bytes[this.pos] as number;
    if (c !== 44 && c !== close) c = this.peek();
    this.pos++;
    if (c === 44) return true;
    if (c === close) return false;
    throw NOT_JSON;
  }

  /** A key of this kind of object, and its colon; returns its hash, and sets `keys.at`. A key with escapes is none that the game writes: 0. */
  key(keys: KeyOrder): number {
    const expected = keys.at.next;
    if (expected !== null && this.#passes(expected)) {
      keys.at = expected;
      return expected.hash;
    }
    const bytes = this.bytes;
    if (bytes[this.pos] !== 34 && this.peek() !== 34) throw NOT_JSON;
    const start = this.pos;
    let p = start + 1;
    let hash = 0;
    let c = bytes[p] as number;
    while (c !== 34) {
      if (c < 32 || c === 92) {
        this.skipString();
        this.expect(58);
        keys.met(bytes, start, start, 0);
        return 0;
      }
      hash = (Math.imul(hash, 31) + c) | 0;
      c = bytes[++p] as number;
    }
    if (bytes[p + 1] === 58) {
      this.pos = p + 2;
    } else {
      this.pos = p + 1;
      this.expect(58);
    }
    keys.met(bytes, start, this.pos, hash);
    return hash;
  }

  /** Passes the key when it stands here, spelled as it was met. */
  #passes({ length, tail, first, second, third, last, more }: MetKey): boolean {
    const start = this.pos;
    const view = this.#view;
    if (start + length > this.bytes.length || view.getInt32(start, true) !== first || view.getInt32(start + tail, true) !== last)
      return false;
    if (tail > 4) {
      if (view.getInt32(start + 4, true) !== second) return false;
      if (tail > 8 && view.getInt32(start + 8, true) !== third) return false;
      if (tail > 12) {
        for (let i = 0; i < more.length; i++) if (view.getInt32(start + Math.min(12 + i * 4, tail), true) !== more[i]) return false;
      }
    }
    this.pos = start + length;
    return true;
  }

  /** The key that `key()` has just passed. */
  lastKey(): string {
    let end = this.pos - 1;
    while (this.bytes[end] !== 34) end--;
    let start = end;
    while (this.bytes[start - 1] !== 34) start--;
    return this.#latin1(start, end);
  }

  /** A number; what dialects write instead counts too: true is 1, false, null and objects are 0, "12" is 12. */
  number(): number {
    // A whole number of a few digits, as most are.
    const bytes = this.bytes;
    let p = this.pos;
    let d = (bytes[p] as number) - 48;
    if (d > 0 && d <= 9) {
      let whole = d;
      const end = p + 9;
      while ((d = (bytes[++p] as number) - 48) >= 0 && d <= 9 && p < end) whole = (Math.imul(whole, 10) + d) | 0;
      if (d === COMMA || d === BRACE || d === BRACKET) {
        this.pos = p;
        return whole;
      }
    } else if (d === 0) {
      d = (bytes[p + 1] as number) - 48;
      if (d === COMMA || d === BRACE || d === BRACKET) {
        this.pos = p + 1;
        return 0;
      }
    }
    const c = this.peek();
    if (c === 45 || (c >= 48 && c <= 57)) return this.#number();
    if (c === 116) {
      this.#literal('true');
      return 1;
    }
    if (c === 34) {
      const start = this.pos + 1;
      this.skipString();
      const value = Number(this.#latin1(start, this.pos - 1));
      return Number.isNaN(value) ? 0 : value;
    }
    this.skip();
    return 0;
  }

  integer(): number {
    return this.number() | 0;
  }

  flag(): boolean {
    return this.number() !== 0;
  }

  /** A string's number in the pool; 0 for values of another kind. */
  string(): number {
    if (this.peek() !== 34) {
      this.skip();
      return 0;
    }
    const bytes = this.bytes;
    const start = this.pos + 1;
    let p = start;
    let c = bytes[p] as number;
    while (c !== 34) {
      if (c < 32) throw NOT_JSON;
      if (c === 92) {
        this.skipString();
        return this.#pool.fromText(this.#parsed(start - 1));
      }
      c = bytes[++p] as number;
    }
    this.pos = p + 1;
    return this.#pool.fromBytes(bytes, start, p);
  }

  /** A string that will hardly come again, and is not remembered; "" for values of another kind. */
  text(): string {
    if (this.peek() !== 34) {
      this.skip();
      return '';
    }
    const start = this.pos;
    this.skipString();
    return this.#parsed(start);
  }

  /** The string that was passed from `start` on. Half a surrogate pair becomes U+FFFD, as it would from bytes. */
  #parsed(start: number): string {
    return (JSON.parse(DECODER.decode(this.bytes.subarray(start, this.pos))) as string).toWellFormed();
  }

  /** An integer of any length, as number or string, kept in its digits; 0 for "0", "" and other values. */
  digits(): number {
    const c = this.peek();
    if (c === 34) {
      const id = this.string();
      return this.#pool.text(id) === '0' ? 0 : id;
    }
    if (c !== 45 && !(c >= 48 && c <= 57)) {
      this.skip();
      return 0;
    }
    const start = this.pos;
    const value = this.#number();
    if (value === 0) return 0;
    for (let i = start; i < this.pos; i++) {
      const d = this.bytes[i] as number;
      // "3.9e15" or "12.0": not how any writer seen spells it, but a number still
      if (d === 46 || d === 101 || d === 69) return this.#pool.fromText(String(value));
    }
    return this.#pool.fromBytes(this.bytes, start, this.pos);
  }

  /** Up to `max` numbers of an array into out[offset…]; returns how many the array has, 0 for values of another kind. */
  numbers(out: Float64Array, offset: number, max: number): number {
    if (this.bytes[this.pos] !== 91 && this.peek() !== 91) {
      this.skip();
      return 0;
    }
    const bytes = this.bytes;
    const view = this.#view;
    const limit = bytes.length - LONGEST_PLAIN;
    let p = this.pos + 1;
    let count = 0;
    for (;;) {
      // The common case, [-]digits.digits, with four digits of the fraction at a time. Anything else goes the long way round.
      // No calls in it: which ones the engine takes in differs from run to run, and with it the time, by a factor of two.
      const start = p;
      // Stored where it is computed: a variable that holds it across the branches would be a boxed number each time.
      const at = count < max ? offset + count : out.length;
      let c = 0;
      let plain = p < limit;
      if (plain) {
        const head = view.getInt32(p, true);
        const sign = (head & 255) === 45 ? 1 : 0;
        // The first digit, and what comes after it.
        const first = head >> (sign << 3);
        let whole = (first & 255) - 48;
        plain = whole >= 0 && whole <= 9;
        c = (first >> 8) & 255;
        p += sign + 1;
        if (c !== 46) {
          // A number of one digit may be 0; one of more may not begin with it.
          if (whole === 0 && c >= 48 && c <= 57) plain = false;
          for (let digits = 1; c >= 48 && c <= 57 && digits < 4; digits++) {
            whole = (Math.imul(whole, 10) + c - 48) | 0;
            c = bytes[++p] as number;
          }
        }
        if (c === 46) {
          // Four bytes, the first one lowest, without the "0" of digits; a bit for each byte that is none; all bits of the digits before the first of those.
          // What is no digit counts as 0 behind the digits, so that there is nothing to branch on: how many there are cannot be guessed.
          const word = view.getInt32(++p, true) ^ 0x30303030;
          const others = ((word + 0x76767676) | word) & 0x80808080;
          const digits = ((others & -others) >>> 7) - 1;
          const word2 = view.getInt32(p + 4, true) ^ 0x30303030;
          const others2 = ((word2 + 0x76767676) | word2) & 0x80808080;
          const digits2 = (((others2 & -others2) >>> 7) - 1) & (digits >> 31);
          const kept = word & digits;
          const kept2 = word2 & digits2;
          const pairs = (Math.imul(kept, 10) + (kept >>> 8)) | 0;
          const pairs2 = (Math.imul(kept2, 10) + (kept2 >>> 8)) | 0;
          const fraction =
            (Math.imul(pairs & 255, 1_000_000) +
              Math.imul((pairs >>> 16) & 255, 10_000) +
              Math.imul(pairs2 & 255, 100) +
              ((pairs2 >>> 16) & 255)) |
            0;
          p += (64 - Math.clz32(digits) - Math.clz32(digits2)) >> 3;
          c = bytes[p] as number;
          // At most 4 and 11 digits: exact in a double, and rounded once by the division.
          if (c < 48 || c > 57) {
            if (digits === 0) plain = false;
            if (at < out.length) out[at] = ((whole * 1e8 + fraction) / 1e8) * (SIGNS[sign] as number);
          } else {
            let more = c - 48;
            let power = 10;
            c = bytes[++p] as number;
            while (c >= 48 && c <= 57 && power < 1000) {
              more = (Math.imul(more, 10) + c - 48) | 0;
              power = Math.imul(power, 10);
              c = bytes[++p] as number;
            }
            if (at < out.length) out[at] = (((whole * 1e8 + fraction) * power + more) / (1e8 * power)) * (SIGNS[sign] as number);
          }
        } else if (at < out.length) out[at] = whole * (SIGNS[sign] as number);
      }
      if (!plain || (c !== 44 && c !== 93)) {
        if (!this.#element(start, count, out, at)) return count;
        p = this.pos;
        c = bytes[p] as number;
      }
      count++;
      p++;
      if (c === 93) {
        this.pos = p;
        return count;
      }
      if (c !== 44) throw NOT_JSON;
    }
  }

  /** The element of an array of numbers at `start` into out[at], whatever it is; false when the array ends there, without any. Stops at what comes after it. */
  #element(start: number, count: number, out: Float64Array, at: number): boolean {
    this.pos = start;
    if (this.peek() === 93 && count === 0) {
      this.pos++;
      return false;
    }
    out[at] = this.number();
    this.peek();
    return true;
  }

  /** Any value. */
  skip(depth = 0): void {
    const c = this.peek();
    if (c === 34) return this.skipString();
    if (c === 45 || (c >= 48 && c <= 57)) {
      this.number();
      return;
    }
    if (c === 123 || (c === 91 && !this.#skipNumbers())) {
      if (depth === MAX_DEPTH) throw NOT_JSON;
      const close = c + 2;
      this.pos++;
      if (this.peek() === close) {
        this.pos++;
        return;
      }
      do {
        if (c === 123) {
          if (this.peek() !== 34) throw NOT_JSON;
          this.skipString();
          this.expect(58);
        }
        this.skip(depth + 1);
      } while (this.more(close));
      return;
    }
    if (c !== 91) this.#literal(c === 116 ? 'true' : c === 102 ? 'false' : 'null');
  }

  /** Passes an array when it holds numbers, without exponents, and nothing else. */
  #skipNumbers(): boolean {
    const bytes = this.bytes;
    let p = this.pos;
    let c = 0;
    do {
      c = bytes[++p] as number;
      if (c === 45) c = bytes[++p] as number;
      if (c === 48) c = bytes[++p] as number;
      else {
        if (!(c > 48 && c <= 57)) return false;
        do c = bytes[++p] as number;
        while (c >= 48 && c <= 57);
      }
      if (c === 46) {
        const point = p;
        do c = bytes[++p] as number;
        while (c >= 48 && c <= 57);
        if (p === point + 1) return false;
      }
    } while (c === 44);
    if (c !== 93) return false;
    this.pos = p + 1;
    return true;
  }

  skipString(): void {
    const bytes = this.bytes;
    let p = this.pos + 1;
    for (;;) {
      const c = bytes[p++] as number;
      if (c === 34) break;
      if (c < 32) throw NOT_JSON;
      if (c !== 92) continue;
      const escape = bytes[p++] as number;
      if (escape === 117) {
        for (let i = 0; i < 4; i++) if (!isHex(bytes[p++] as number)) throw NOT_JSON;
      } else if (!'"\\/bfnrt'.includes(String.fromCharCode(escape))) throw NOT_JSON;
    }
    this.pos = p;
  }

  #literal(word: string): void {
    for (let i = 0; i < word.length; i++) if (this.bytes[this.pos++] !== word.charCodeAt(i)) throw NOT_JSON;
  }

  #number(): number {
    const bytes = this.bytes;
    const start = this.pos;
    let p = start;
    let c = bytes[p] as number;
    const negative = c === 45;
    if (negative) c = bytes[++p] as number;
    let mantissa = 0;
    if (c === 48) {
      c = bytes[++p] as number;
    } else if (c > 48 && c <= 57) {
      do {
        mantissa = mantissa * 10 + (c - 48);
        c = bytes[++p] as number;
      } while (c >= 48 && c <= 57);
    } else throw NOT_JSON;
    let scale = 0;
    if (c === 46) {
      c = bytes[++p] as number;
      const first = p;
      while (c >= 48 && c <= 57) {
        mantissa = mantissa * 10 + (c - 48);
        c = bytes[++p] as number;
      }
      scale = p - first;
      if (scale === 0) throw NOT_JSON;
    }
    if (c === 101 || c === 69) {
      c = bytes[++p] as number;
      const down = c === 45;
      if (down || c === 43) c = bytes[++p] as number;
      if (!(c >= 48 && c <= 57)) throw NOT_JSON;
      let exponent = 0;
      do {
        exponent = Math.min(exponent * 10 + (c - 48), 9999);
        c = bytes[++p] as number;
      } while (c >= 48 && c <= 57);
      scale += down ? exponent : -exponent;
    }
    this.pos = p;
    if (mantissa > MAX_EXACT || scale > 22 || scale < -22) return Number(this.#latin1(start, p));
    const value = scale >= 0 ? mantissa / (POWERS[scale] as number) : mantissa * (POWERS[-scale] as number);
    return negative ? -value : value;
  }

  #latin1(start: number, end: number): string {
    let text = '';
    for (let i = start; i < end; i++) text += String.fromCharCode(this.bytes[i] as number);
    return text;
  }
}

function isHex(c: number): boolean {
  return (c >= 48 && c <= 57) || (c >= 65 && c <= 70) || (c >= 97 && c <= 102);
}
