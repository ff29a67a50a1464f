/** How fast something goes and how long it still takes, from counts at moments; smoothed, because disks and networks are not even. */
export interface Pace {
  /** Bytes per second; null until two moments are far enough apart. */
  readonly rate: number | null;
  /** ms; null while the rate is unknown. */
  readonly left: number | null;
}

/** Shorter spans say more about the scheduler than about the work, ms. */
const LEAST_SPAN = 250;
/** Share of the newest span in the rate. */
const NEWEST = 0.3;

export class RateMeter {
  #at: number | null = null;
  #done = 0;
  #rate: number | null = null;

  /** `now` in ms of any steady clock. */
  measure(done: number, total: number, now: number): Pace {
    if (this.#at === null || done < this.#done) {
      this.#at = now;
      this.#done = done;
      this.#rate = null;
    } else if (now - this.#at >= LEAST_SPAN) {
      const rate = ((done - this.#done) / (now - this.#at)) * 1000;
      this.#rate = this.#rate === null ? rate : this.#rate * (1 - NEWEST) + rate * NEWEST;
      this.#at = now;
      this.#done = done;
    }
    const left = this.#rate === null || this.#rate <= 0 ? null : (Math.max(0, total - done) / this.#rate) * 1000;
    return { rate: this.#rate, left };
  }
}
