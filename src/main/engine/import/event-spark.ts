/** Counts a session's events of importance 1 and more over its duration, for the little curve in the library. */
import { decodeEvents, type EventColumns } from '../../../shared/session/event-block.ts';
import { EVENT_IMPORTANCE } from '../../../shared/session/event-types.ts';
import { zstd } from '../zstd.ts';

const BINS = 64;

export class EventSpark {
  /** ms, of the events that count. The duration is known only at the end. */
  readonly #times: number[] = [];

  /** `columns`: an encoded event block. */
  add(columns: Uint8Array): void {
    this.addColumns(decodeEvents(columns, zstd));
  }

  addColumns({ count, t, type }: EventColumns): void {
    for (let i = 0; i < count; i++) {
      if ((EVENT_IMPORTANCE[type[i] ?? 0] ?? 0) >= 1) this.#times.push(t[i] ?? 0);
    }
  }

  counts(durationMs: number): number[] {
    const counts = Array.from({ length: BINS }, () => 0);
    for (const t of this.#times) {
      const bin = Math.min(BINS - 1, Math.max(0, Math.floor((t / Math.max(1, durationMs)) * BINS)));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    return counts;
  }
}
