/**
 * Time within a match: t is ms since its first event, by the clock of the game. The clock of a match may be the map's (seconds since it was loaded) or a calendar's;
 * each is anchored at the t of the match at which it is first seen. Events without a stamp happen when the one before them did.
 */
import type { ClockMap } from '../../../../../shared/session/model.ts';
import type { NativeEvent } from '../dialect/native-event.ts';

/** Nothing of a match is further from its begin than a year on one map, ms; t is stored in 31 bits. */
const LONGEST = 2 ** 31 - 1;
/** A pause of the game, or a queue that was emptied, ms: below this the wall clock just goes on. */
const DRIFT = 5000;
/** Pieces of the wall clock's map at most. */
const MOST_PIECES = 1000;

export class MatchClock {
  /** ms; of the latest event. */
  now = 0;
  /** Seconds of the map at t = 0; NaN while no event said. */
  #gameAt0 = Number.NaN;
  /** Unix ms by the game server's own stamps at t = 0; NaN while no event said. */
  #stampAt0 = Number.NaN;
  /** When events arrived: Unix ms at t, by the least delayed of each stretch. */
  readonly #arrivals: { t: number; at0: number }[] = [];

  /** t of the next event in order of arrival; `receivedAt`: Unix ms, NaN when unknown. */
  take(event: NativeEvent, receivedAt: number): number {
    const t = this.#place(event);
    if (t > this.now) this.now = t;
    if (!Number.isNaN(receivedAt)) this.#arrived(t, receivedAt);
    return t;
  }

  /** Seconds of the map at the latest event; NaN when unknown. */
  get gameTime(): number {
    return this.#gameAt0 + this.now / 1000;
  }

  /** Unix ms at t = 0: by the game server's clock when it says, else by arrival; NaN when unknown. */
  get startedAt(): number {
    return Number.isNaN(this.#stampAt0) ? (this.#arrivals[0]?.at0 ?? Number.NaN) : this.#stampAt0;
  }

  maps(): readonly ClockMap[] {
    const maps: ClockMap[] = [];
    if (!Number.isNaN(this.#gameAt0)) maps.push({ id: 'map_time', kind: 'seconds', t: [0], value: [this.#gameAt0], rate: [0.001] });
    if (!Number.isNaN(this.#stampAt0)) maps.push({ id: 'utc', kind: 'utc', t: [0], value: [this.#stampAt0], rate: [1] });
    else if (this.#arrivals.length > 0) {
      const t = this.#arrivals.map((piece, i) => (i === 0 ? 0 : piece.t));
      maps.push({ id: 'utc', kind: 'utc', t, value: this.#arrivals.map(({ at0 }, i) => at0 + (t[i] as number)), rate: t.map(() => 1) });
    }
    return maps;
  }

  #place({ gameTime, wallTime }: NativeEvent): number {
    let t = this.now;
    if (!Number.isNaN(gameTime)) {
      if (Number.isNaN(this.#gameAt0)) this.#gameAt0 = gameTime - this.now / 1000;
      t = Math.round((gameTime - this.#gameAt0) * 1000);
    } else if (!Number.isNaN(wallTime)) {
      if (Number.isNaN(this.#stampAt0)) this.#stampAt0 = wallTime - this.now;
      t = wallTime - this.#stampAt0;
    }
    return Math.min(Math.max(t, 0), LONGEST);
  }

  #arrived(t: number, receivedAt: number): void {
    const at0 = receivedAt - t;
    const piece = this.#arrivals.at(-1);
    if (piece === undefined || (at0 - piece.at0 > DRIFT && t > piece.t && this.#arrivals.length < MOST_PIECES))
      this.#arrivals.push({ t, at0 });
    else if (at0 < piece.at0) piece.at0 = at0;
  }
}
