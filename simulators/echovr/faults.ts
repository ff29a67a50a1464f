/** What goes wrong on request when the game's API is served: calm for some seconds, then one kind of trouble for a moment; each kind in turn, the same for the same seed. */
import { Chance } from './vector.ts';

/** `slow` answers late; `dropped` ends the connection before or in the middle of the answer; the others answer something else. */
export const FAULTS = ['not-found', 'failed', 'lobby', 'slow', 'dropped'] as const;
export type Fault = (typeof FAULTS)[number];

/** What goes wrong when. */
export interface Faults {
  /** The trouble at a moment, in seconds since serving began; moments only go on. */
  at(seconds: number): Fault | null;
  /** ms by which a slow answer is late. */
  delay(): number;
  /** How much of an answer is sent before its connection ends, 0 to 1. */
  part(): number;
}

interface Episode {
  readonly fault: Fault;
  /** Seconds since serving began. */
  readonly from: number;
  readonly to: number;
}

export class FaultSchedule implements Faults {
  readonly #chance: Chance;
  readonly #order: Fault[] = [];
  #episode: Episode;

  constructor(seed: number) {
    this.#chance = new Chance(seed ^ 0x5bd1e995);
    this.#episode = this.#after(0);
  }

  at(seconds: number): Fault | null {
    while (seconds >= this.#episode.to) this.#episode = this.#after(this.#episode.to);
    return seconds >= this.#episode.from ? this.#episode.fault : null;
  }

  delay(): number {
    return Math.round(this.#chance.between(200, 900));
  }

  part(): number {
    return this.#chance.next() < 0.5 ? 0 : this.#chance.next();
  }

  #after(seconds: number): Episode {
    const chance = this.#chance;
    if (this.#order.length === 0) {
      const rest: Fault[] = [...FAULTS];
      while (rest.length > 0) this.#order.push(...rest.splice(chance.whole(rest.length), 1));
    }
    const from = seconds + chance.between(0.6, 2.4);
    return { fault: this.#order.pop() ?? 'not-found', from, to: from + chance.between(0.2, 0.8) };
  }
}
