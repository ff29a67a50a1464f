/** What of a live session's counts the library does not have yet. */
import { difference, type SessionMoments, type SessionPoints, type SessionRows } from './rows.ts';
import { packAllPoints, packMoments, type LiveCareer } from './session-career.ts';

/** Between two times, ms. */
const PAUSE_MS = 1000;
/** Between two times that all points are told again, ms. */
const POINTS_PAUSE_MS = 10_000;

export interface Counted {
  /** CareerProvider.version */
  readonly version: number;
  readonly rows: SessionRows;
  readonly moments: SessionMoments | undefined;
  readonly points: readonly SessionPoints[];
}

export class LiveCounts {
  /** As the library has them. */
  #stored: SessionRows | null = null;
  #events = 0;
  /** Of the moments that the library has. */
  #revision = 0;
  #countedAt = Number.NEGATIVE_INFINITY;
  #pointsAt = Number.NEGATIVE_INFINITY;

  /** Whether there are new events, and the last time is long enough ago. `now`: ms. */
  isDue(events: number, now: number): boolean {
    if (events === this.#events || now - this.#countedAt < PAUSE_MS) return false;
    this.#events = events;
    this.#countedAt = now;
    return true;
  }

  /** What the library is to be told; it has it then. */
  changes({ version, rows, moments, points }: Counted): LiveCareer {
    const added = this.#stored === null ? null : difference(this.#stored, rows);
    this.#stored = rows;
    const isNew = moments !== undefined && moments.revision !== this.#revision;
    this.#revision = moments?.revision ?? 0;
    const arePointsDue = this.#countedAt - this.#pointsAt >= POINTS_PAUSE_MS;
    if (arePointsDue) this.#pointsAt = this.#countedAt;
    return {
      version,
      rows: added ?? rows,
      replaces: added === null,
      moments: isNew ? packMoments(moments) : null,
      points: arePointsDue ? packAllPoints(points) : null,
    };
  }
}
