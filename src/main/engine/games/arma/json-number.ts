/** Numbers from bytes: exactly the double that JSON.parse gives, without making a string. */

const POWERS = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
const ZERO = 0x30;
const NINE = 0x39;
/** Up to this many digits the mantissa is exact, and one division by a power up to 1e22 rounds correctly. */
const EXACT_DIGITS = 15;

export class NumberReader {
  /** Index after the last number read; -1 when there was none (no JSON number, or the end of `bytes`). */
  at = 0;

  /** The number at `bytes[from]`; the byte after it must exist. */
  read(bytes: Uint8Array, from: number): number {
    let p = from;
    let byte = bytes[p] as number;
    const negative = byte === 0x2d;
    if (negative) byte = bytes[++p] as number;
    if (!(byte >= ZERO && byte <= NINE)) return this.#fail();
    let mantissa = byte - ZERO;
    let digits = 1;
    const zero = byte === ZERO;
    byte = bytes[++p] as number;
    if (zero && byte >= ZERO && byte <= NINE) return this.#fail();
    while (byte >= ZERO && byte <= NINE) {
      mantissa = mantissa * 10 + (byte - ZERO);
      digits++;
      byte = bytes[++p] as number;
    }
    let decimals = 0;
    if (byte === 0x2e) {
      byte = bytes[++p] as number;
      const first = p;
      while (byte >= ZERO && byte <= NINE) {
        mantissa = mantissa * 10 + (byte - ZERO);
        byte = bytes[++p] as number;
      }
      decimals = p - first;
      if (decimals === 0) return this.#fail();
      digits += decimals;
    }
    if (byte === 0x65 || byte === 0x45 || digits > EXACT_DIGITS) return this.#slow(bytes, from, p);
    this.at = p;
    const value = decimals === 0 ? mantissa : mantissa / (POWERS[decimals] as number);
    return negative ? -value : value;
  }

  #slow(bytes: Uint8Array, from: number, mantissaEnd: number): number {
    let p = mantissaEnd;
    if (bytes[p] === 0x65 || bytes[p] === 0x45) {
      p++;
      if (bytes[p] === 0x2b || bytes[p] === 0x2d) p++;
      const first = p;
      while ((bytes[p] as number) >= ZERO && (bytes[p] as number) <= NINE) p++;
      if (p === first) return this.#fail();
    }
    this.at = p;
    let text = '';
    for (let i = from; i < p; i++) text += String.fromCharCode(bytes[i] as number);
    return Number(text);
  }

  #fail(): number {
    this.at = -1;
    return Number.NaN;
  }
}
