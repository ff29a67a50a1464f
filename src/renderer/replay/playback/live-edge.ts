/**
 * Where to play a session that is being recorded: as near to its newest moment as it can be without ever waiting for the next one. What is known comes in uneven
 * steps, so the edge is measured where it is worst: just before a step, over the last few seconds. Allocates nothing.
 */

/** Kept between t and what is known just before it grows, ms: with ten steps a second the picture is 200 to 300 ms behind. */
const RESERVE_MS = 200;
/** Behind what is known while nothing has been measured, ms. */
const FIRST_MS = 300;
/** How long a late step is remembered, ms of real time. */
const WINDOW_MS = 5_000;
/** After a pause like this one nothing measured before counts any more, ms. */
const PAUSE_MS = 4_000;
/** A difference is made up over this long, never faster than by FASTEST, ms. */
const CATCH_UP_MS = 2_000;
const FASTEST = 0.15;
/** A greater difference is jumped over, ms. */
const JUMP_MS = 1_500;
const STEPS = 128;

export class LiveEdge {
  /** Ring of the last steps: real time, and by how much what was known until then lay before or behind it. */
  readonly #at = new Float64Array(STEPS);
  readonly #low = new Float64Array(STEPS);
  #count = 0;
  #known = Number.NaN;
  #stepAt = 0;

  /** Tells what is known (session ms) at real time `now` (ms); called for every frame, for it finds the steps. */
  note(known: number, now: number): void {
    if (known === this.#known) return;
    const first = Number.isNaN(this.#known);
    if (first || now - this.#stepAt > PAUSE_MS || known - this.#known > PAUSE_MS || known < this.#known) this.#count = 0;
    else {
      const slot = this.#count++ % STEPS;
      this.#at[slot] = now;
      this.#low[slot] = this.#known - now;
    }
    this.#known = known;
    this.#stepAt = now;
  }

  /** The moment to show at real time `now`, by what was noted. */
  target(now: number): number {
    let low = Infinity;
    for (let i = Math.max(0, this.#count - STEPS); i < this.#count; i++) {
      const slot = i % STEPS;
      if (now - (this.#at[slot] as number) <= WINDOW_MS) low = Math.min(low, this.#low[slot] as number);
    }
    if (low === Infinity) return Math.max(0, this.#known - FIRST_MS);
    // A step that is overdue counts like one that came late.
    return Math.max(0, now + Math.min(low, this.#known - now) - RESERVE_MS);
  }

  /** The moment after `t` when `realMs` have passed: nearer to the target, at nearly normal speed, never back and never beyond what is known. */
  next(t: number, realMs: number, now: number): number {
    const off = this.target(now) - t;
    if (off > JUMP_MS) return Math.max(t, this.target(now));
    const speed = 1 + Math.min(FASTEST, Math.max(-FASTEST, off / CATCH_UP_MS));
    return Math.max(t, Math.min(this.#known, t + realMs * speed));
  }
}
