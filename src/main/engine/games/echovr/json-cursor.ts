/**
 * Reads JSON straight from bytes, value by value, without building objects. Accepts exactly what JSON.parse accepts (but for its depth limit) and gives exactly
 * its numbers. The byte after the text must be a NUL, which is valid nowhere and so ends every loop.
 */
import type { StringPool } from './string-pool.ts';

/** Thrown for anything that is not JSON; one object, because a broken file throws it for every line. */
export const NOT_JSON = new SyntaxError('not JSON');

const MAX_DEPTH = 64;
/** 10^0 … 10^22: the powers that a double holds exactly. A quotient or product of two exact doubles is rounded once, as JSON.parse rounds. */
const POWERS = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
const MAX_EXACT = Number.MAX_SAFE_INTEGER;
const TENS = Int32Array.of(1, 10, 100, 1000, 10_000);
const SIGNS = Float64Array.of(1, -1);
/** Bytes that the quick reading of a number may look at. */
const LONGEST_PLAIN = 24;

/** What may follow a number, as a digit would be counted. */
const COMMA = 44 - 48;
const BRACE = 125 - 48;
const BRACKET = 93 - 48;

/** A key of at least four letters that is expected at a place, to be compared four bytes at a time. */
export class KnownKey {
  readonly length: number;
  readonly offsets: Int32Array;
  readonly words: Int32Array;

  constructor(key: string) {
    const bytes = Buffer.from(key);
    this.length = bytes.length;
    // The last four overlap those before them.
    this.offsets = Int32Array.from({ length: Math.ceil(bytes.length / 4) }, (_, i) => Math.min(i * 4, bytes.length - 4));
    this.words = this.offsets.map((offset) => bytes.readInt32LE(offset));
  }
}

/** How many of four bytes (first in the lowest), each combined with "0" by xor, are digits before the first that is none. */
function digitCount(word: number): number {
  const others = ((word + 0x76767676) | word) & 0x80808080;
  return others === 0 ? 4 : (31 - Math.clz32(others & -others)) >> 3;
}

/** The number that the first `count` of those bytes spell. */
function digitValue(word: number, count: number): number {
  // Zeros in front of them, so that all four can be combined at once.
  const digits = (word << ((3 - count) << 3)) << 8;
  const pairs = (Math.imul(count === 4 ? word : digits, 10) + ((count === 4 ? word : digits) >>> 8)) | 0;
  return (pairs & 255) * 100 + ((pairs >>> 16) & 255);
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
  object(): boolean {
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

  /** A key and its colon; returns its hash. A key with escapes is none that the game writes: 0. */
  key(): number {
    const bytes = this.bytes;
    if (bytes[this.pos] !== 34 && this.peek() !== 34) throw NOT_JSON;
    let p = this.pos + 1;
    let hash = 0;
    let c = bytes[p] as number;
    while (c !== 34) {
      if (c < 32 || c === 92) {
        this.skipString();
        this.expect(58);
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
    return hash;
  }

  /** Passes the key and its colon when it is the one expected, spelled without any space. */
  isKey({ length, offsets, words }: KnownKey): boolean {
    const bytes = this.bytes;
    const start = this.pos + 1;
    const end = start + length;
    if (end + 2 > bytes.length || bytes[start - 1] !== 34 || bytes[end] !== 34 || bytes[end + 1] !== 58) return false;
    for (let i = 0; i < words.length; i++) {
      if (this.#view.getInt32(start + (offsets[i] as number), true) !== words[i]) return false;
    }
    this.pos = end + 2;
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
        return this.#pool.fromText(JSON.parse(new TextDecoder().decode(bytes.subarray(start - 1, this.pos))) as string);
      }
      c = bytes[++p] as number;
    }
    this.pos = p + 1;
    return this.#pool.fromBytes(bytes, start, p);
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
      const start = p;
      // Stored where it is computed: a variable that holds it across the branches would be a boxed number each time.
      const at = offset + count;
      const keep = count < max;
      let c = bytes[p] as number;
      const sign = c === 45 ? 1 : 0;
      p += sign;
      c = bytes[p] as number;
      let whole = c - 48;
      let plain = whole >= 0 && whole <= 9 && p < limit;
      if (plain) {
        c = bytes[++p] as number;
        if (c !== 46) {
          // A number of one digit may be 0; one of more may not begin with it.
          if (whole === 0) plain = !(c >= 48 && c <= 57);
          for (let digits = 1; c >= 48 && c <= 57 && digits < 4; digits++) {
            whole = (Math.imul(whole, 10) + c - 48) | 0;
            c = bytes[++p] as number;
          }
        }
        if (c === 46) {
          let word = view.getUint32(p + 1, true) ^ 0x30303030;
          let digits = digitCount(word);
          let fraction = digitValue(word, digits);
          let scale = digits;
          plain = plain && digits > 0;
          if (digits === 4) {
            word = view.getUint32(p + 5, true) ^ 0x30303030;
            digits = digitCount(word);
            fraction = (Math.imul(fraction, TENS[digits] as number) + digitValue(word, digits)) | 0;
            scale = 4 + digits;
          }
          if (scale === 8) {
            word = view.getUint32(p + 9, true) ^ 0x30303030;
            digits = digitCount(word);
            scale = 8 + digits;
            // At most 4 and 11 digits: exact in a double, and rounded once by the division.
            if (digits === 4) plain = false;
            const power = POWERS[scale] as number;
            const mantissa = whole * power + fraction * (POWERS[digits] as number) + digitValue(word, digits);
            if (keep) out[at] = (mantissa / power) * (SIGNS[sign] as number);
          } else if (keep) {
            const power = POWERS[scale] as number;
            out[at] = ((whole * power + fraction) / power) * (SIGNS[sign] as number);
          }
          p += 1 + scale;
          c = bytes[p] as number;
        } else if (keep) out[at] = whole * (SIGNS[sign] as number);
      }
      if (!plain || (c !== 44 && c !== 93)) {
        this.pos = start;
        if (this.peek() === 93 && count === 0) {
          this.pos++;
          return 0;
        }
        if (keep) out[at] = this.number();
        else this.number();
        c = this.peek();
        p = this.pos;
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

  /** An array of numbers that nobody asks for. Bytes that no number has make it any value. */
  skipNumbers(): void {
    const bytes = this.bytes;
    let p = this.pos;
    if (bytes[p] === 91) {
      let c = bytes[++p] as number;
      // digits, sign, point, comma
      while (c >= 43 && c <= 57 && c !== 47) c = bytes[++p] as number;
      if (c === 93 && p > this.pos + 1) {
        this.pos = p + 1;
        return;
      }
    }
    this.skip();
  }

  /** Any value. */
  skip(depth = 0): void {
    const c = this.peek();
    if (c === 34) return this.skipString();
    if (c === 45 || (c >= 48 && c <= 57)) {
      this.number();
      return;
    }
    if (c === 123 || c === 91) {
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
    this.#literal(c === 116 ? 'true' : c === 102 ? 'false' : 'null');
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
