/** What every taker of a live operation needs: which states are news, and projectiles that are told some time after their end. */
import type { Flight } from './taker.ts';

/** Seconds after its end at which a projectile is told. */
const TOLD_AFTER = 2;

export class StateNews {
  /** States of units and vehicles so far, and those that were new. */
  states = 0;
  changed = 0;
  readonly #told = new Map<number, string>();

  /** `text`: everything that counts about the state. */
  isNews(id: number, text: string): boolean {
    this.states++;
    if (this.#told.get(id) === text) return false;
    this.#told.set(id, text);
    this.changed++;
    return true;
  }
}

export class HeldFlights {
  #held: { readonly flight: Flight; readonly due: number }[] = [];

  /** `delay`: seconds between frames. */
  hold(flight: Flight, delay: number): void {
    const end = flight.points.at(-1)?.frame ?? flight.frame;
    this.#held.push({ flight, due: end + Math.ceil(TOLD_AFTER / delay) });
  }

  /** Those that are told with this frame. */
  due(frame: number): readonly Flight[] {
    const told = this.#held.filter(({ due }) => due <= frame);
    if (told.length > 0) this.#held = this.#held.filter(({ due }) => due > frame);
    return told.map(({ flight }) => flight);
  }
}
