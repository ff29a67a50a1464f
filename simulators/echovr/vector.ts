/** Vectors of three numbers, and chance from a seed. */
export type Vector = [number, number, number];

export const add = (a: Vector, b: Vector, scale = 1): Vector => [a[0] + b[0] * scale, a[1] + b[1] * scale, a[2] + b[2] * scale];
export const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const times = (a: Vector, scale: number): Vector => [a[0] * scale, a[1] * scale, a[2] * scale];
export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const length = (a: Vector): number => Math.hypot(a[0], a[1], a[2]);
export const distance = (a: Vector, b: Vector): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
export const cross = (a: Vector, b: Vector): Vector => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];

/** Rounded to thousandths, as most of the engine's numbers are. */
export const thousandth = (value: number): number => Math.round(value * 1000) / 1000 + 0;

/** Unit vector; `otherwise` when there is no direction. */
export function direction(a: Vector, otherwise: Vector = [0, 0, 1]): Vector {
  const l = length(a);
  return l < 1e-6 ? otherwise : times(a, 1 / l);
}

export function limit(a: Vector, max: number): Vector {
  const l = length(a);
  return l > max ? times(a, max / l) : a;
}

/** Random numbers in [0, 1), the same for the same seed on every machine. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed ^ 0x9e3779b9) >>> 0;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let x = this.#state;
    x = Math.imul(x ^ (x >>> 15), x | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  whole(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** Whether something that happens `rate` times a second happens within `dt` seconds. */
  within(rate: number, dt: number): boolean {
    return this.next() < 1 - Math.exp(-rate * dt);
  }
}
