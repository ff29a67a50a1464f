/** The shortest decimal number that a 32-bit float stands for: what was written before it became one. */

const SCALES = [1, 10, 100, 1000];

/** `value` must be a 32-bit float. */
export function decimal(value: number): number {
  for (const scale of SCALES) {
    const short = Math.round(value * scale) / scale;
    if (Math.fround(short) === value) return short;
  }
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}
