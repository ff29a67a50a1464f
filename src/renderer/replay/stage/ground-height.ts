/**
 * How high the ground is: the relief says it where there is one. Recordings carry no terrain, but people who walk stand on it: their heights, weighted by nearness, are the best known ground at a place.
 * The stage's plane lies at the ground near what the camera looks at, and everything is drawn at its true height: near the focus people stand on the plane, far away the
 * difference is hidden by perspective. It depends on the state at t and on the camera only, so the same moment always gives the same picture.
 */

import { heightAt, knownAt, type Relief } from '../ground/relief.ts';

const MOST_SAMPLES = 96;
/** Inferred relief is as good as ground this far from somebody who stands on it, and where it is not known this much farther, metres. */
const GUESSED = 25;
const UNKNOWN = 400;
/** Metres within which one person's height counts about equally. */
const NEAR = 60;

export class GroundHeight {
  /** What everything stands on; null where only people say how high the ground is. */
  relief: Relief | null = null;
  /** The recording says no heights: what it gives as height means nothing. */
  flat = false;
  readonly #x = new Float32Array(MOST_SAMPLES);
  readonly #y = new Float32Array(MOST_SAMPLES);
  readonly #z = new Float32Array(MOST_SAMPLES);
  #count = 0;
  #seen = 0;
  #stride = 1;
  #lowest = Infinity;

  /** Starts over for a frame in which about `people` stand. */
  begin(people: number): void {
    this.#count = 0;
    this.#seen = 0;
    this.#stride = Math.max(1, Math.ceil(people / MOST_SAMPLES));
    this.#lowest = Infinity;
  }

  /** Somebody on foot at x, y, z; a height that the recording lacks is NaN and says nothing. */
  stand(x: number, y: number, z: number): void {
    if (!Number.isFinite(y) || this.#seen++ % this.#stride !== 0 || this.#count === MOST_SAMPLES) return;
    this.#x[this.#count] = x;
    this.#y[this.#count] = y;
    this.#z[this.#count] = z;
    this.#count++;
  }

  /** Anything else: the ground is at or below it. Counts only when nobody stands. */
  over(y: number): void {
    if (y < this.#lowest) this.#lowest = y;
  }

  /** Ground height at a place, metres; 0 when no height is known at all. */
  at(x: number, z: number): number {
    if (this.relief !== null) return heightAt(this.relief, x, z);
    if (this.#count === 0) return Number.isFinite(this.#lowest) ? this.#lowest : 0;
    let sum = 0;
    let weights = 0;
    for (let i = 0; i < this.#count; i++) {
      const dx = (this.#x[i] as number) - x;
      const dz = (this.#z[i] as number) - z;
      const d = dx * dx + dz * dz + NEAR * NEAR;
      const weight = 1 / (d * d);
      sum += (this.#y[i] as number) * weight;
      weights += weight;
    }
    return sum / weights;
  }

  /** Ground that is drawn at a place: the relief, or else the plane, which lies at `plane`. */
  drawn(x: number, z: number, plane: number): number {
    return this.relief === null ? plane : heightAt(this.relief, x, z);
  }

  /** Where something that the recording says to be at x, y, z is drawn: a height that says nothing is that of the ground. */
  lift(x: number, y: number, z: number): number {
    return Number.isFinite(y) && !(this.flat && this.relief !== null) ? y : this.at(x, z);
  }

  /** Metres from a place to the nearest known ground. */
  distanceToKnown(x: number, z: number): number {
    if (this.relief !== null) return this.relief.inferred ? GUESSED + (1 - knownAt(this.relief, x, z)) * UNKNOWN : 0;
    let nearest = Infinity;
    for (let i = 0; i < this.#count; i++) {
      const dx = (this.#x[i] as number) - x;
      const dz = (this.#z[i] as number) - z;
      nearest = Math.min(nearest, dx * dx + dz * dz);
    }
    return Math.sqrt(nearest);
  }
}
