/**
 * Takes events of all servers, tells their matches apart and records each. What is taken is safe when `take` resolves. What waits is bounded: beyond that nothing
 * is taken, which the sender is told at once.
 */
import type { CaptureContext } from '../../../capture/capture-source.ts';
import type { NativeEvent } from '../dialect/native-event.ts';
import { FORMAT } from '../log/format.ts';
import { MatchSplitter, type Match, type PlacedEvent } from '../matches/match-splitter.ts';
import { LiveMatch, type MatchPart } from './live-match.ts';
import type { IngestMetrics } from './metrics.ts';

/** Bodies whose events wait, bytes. */
const MOST_BYTES = 32 * 2 ** 20;
/** Recorded at the same time; each has buffers and a file of its own. */
const MOST_MATCHES = 128;
/** Matches that are over are looked for so often, ms. */
const SWEEP_MS = 1000;

export interface Delivery {
  readonly events: readonly NativeEvent[];
  /** Who sent them: what its events say of it, else what the listener knows. */
  readonly server: string;
  /** Of the body. */
  readonly bytes: number;
}

interface Waiting {
  readonly delivery: Delivery;
  readonly receivedAt: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
  /** Matches that its events are being written of. */
  writes: number;
  error: unknown;
}

/** What of a body belongs to one match. */
interface Part extends MatchPart {
  readonly placed: PlacedEvent[];
  readonly of: Waiting;
}

export class Intake {
  readonly #context: CaptureContext;
  readonly #metrics: IngestMetrics;
  readonly #mostEvents: number;
  readonly #onChange: () => void;
  readonly #splitter = new MatchSplitter();
  readonly #live = new Map<Match, LiveMatch>();
  readonly #ending = new Set<Promise<void>>();
  readonly #sweep: NodeJS.Timeout;
  #waiting: Waiting[] = [];
  /** Matches so far. */
  #begun = 0;
  #bytes = 0;
  #depth = 0;
  #isClosed = false;

  /** `mostEvents`: of the queue. `onChange`: a match began or ended. */
  constructor(context: CaptureContext, metrics: IngestMetrics, mostEvents: number, onChange: () => void) {
    this.#context = context;
    this.#metrics = metrics;
    this.#mostEvents = mostEvents;
    this.#onChange = onChange;
    this.#sweep = setInterval(() => {
      this.#splitter.closeStale(Date.now());
      this.#endOver();
    }, SWEEP_MS);
  }

  /** Events that were taken and are still held in memory. */
  get depth(): number {
    return this.#depth;
  }

  get isFull(): boolean {
    return (
      this.#isClosed || this.#depth >= this.#mostEvents || this.#bytes >= MOST_BYTES || this.#live.size + this.#ending.size >= MOST_MATCHES
    );
  }

  /** Being played. */
  get matches(): readonly LiveMatch[] {
    return [...this.#live.values()];
  }

  /** Somebody was told that there is no room, before anybody knew for how many events. */
  turnedAway(): void {
    this.#metrics.shed(1);
  }

  /** Resolves when the events are safe; null when there is no room for them. Rejects when they cannot be written. */
  take(delivery: Delivery): Promise<void> | null {
    const { length } = delivery.events;
    if (this.isFull || this.#depth + length > this.#mostEvents || this.#bytes + delivery.bytes > MOST_BYTES) {
      this.#metrics.shed(Math.max(1, length));
      return null;
    }
    this.#depth += length;
    this.#bytes += delivery.bytes;
    return new Promise((resolve, reject) => {
      // Those that arrive together are one write.
      const waiting: Waiting = { delivery, receivedAt: Date.now(), resolve, reject, writes: 0, error: null };
      if (this.#waiting.push(waiting) === 1) setImmediate(() => this.#flush());
    });
  }

  /** Ends all matches; what was taken is safe. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#sweep);
    this.#flush();
    for (const live of this.#live.values()) this.#end(live);
    await Promise.all(this.#ending);
  }

  #flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    const start = performance.now();
    const before = this.#begun;
    const batches = new Map<LiveMatch, Part[]>();
    for (const one of waiting) this.#place(one, batches);
    for (const [live, parts] of batches) {
      live.write(parts).then(
        () => this.#written(parts, start),
        (error: unknown) => this.#failed(live, parts, error),
      );
    }
    // A match may have put another out of its place, but what belongs to that one is on its way now.
    if (this.#begun > before) this.#endOver();
  }

  /** Finds the match of each of its events. */
  #place(waiting: Waiting, batches: Map<LiveMatch, Part[]>): void {
    const { delivery, receivedAt } = waiting;
    this.#metrics.ingested(delivery.events.length);
    for (const event of delivery.events) {
      const placed = this.#splitter.place(event, receivedAt, delivery.server);
      const live = this.#liveOf(placed.match);
      let parts = batches.get(live);
      if (parts === undefined) batches.set(live, (parts = []));
      const last = parts.at(-1);
      if (last?.of === waiting) last.placed.push(placed);
      else {
        parts.push({ receivedAt, placed: [placed], of: waiting });
        waiting.writes++;
      }
    }
  }

  #written(parts: readonly Part[], start: number): void {
    let events = 0;
    for (const { of: waiting, placed } of parts) {
      events += placed.length;
      this.#settle(waiting);
    }
    this.#context.count('events', events);
    this.#metrics.processed(events, (performance.now() - start) / 1000);
  }

  #failed(broken: LiveMatch, parts: readonly Part[], error: unknown): void {
    for (const { of: waiting, placed } of parts) {
      this.#metrics.failed(placed.length);
      waiting.error ??= error;
      this.#settle(waiting);
    }
    if (this.#live.has(broken.match)) this.#end(broken);
  }

  /** A delivery is safe when its part of each match is. */
  #settle(waiting: Waiting): void {
    if (--waiting.writes > 0) return;
    this.#bytes -= waiting.delivery.bytes;
    if (waiting.error === null) waiting.resolve();
    else waiting.reject(waiting.error);
  }

  #liveOf(match: Match): LiveMatch {
    const known = this.#live.get(match);
    if (known !== undefined) return known;
    const begun = this.#context.begin({ format: FORMAT, name: `${fileName(match.server)}.ndjson`, packed: true });
    const live = new LiveMatch(match, begun, (events) => (this.#depth -= events));
    this.#live.set(match, live);
    this.#context.count('matches');
    void begun.then(({ id }) => this.#context.log('match_begun', { session: id, server: match.server, map: match.map }));
    this.#begun++;
    this.#onChange();
    return live;
  }

  #endOver(): void {
    for (const live of this.#live.values()) if (!this.#splitter.isOpen(live.match)) this.#end(live);
  }

  #end(live: LiveMatch): void {
    const { match } = live;
    this.#live.delete(match);
    this.#splitter.forget(match);
    const ending = live
      .end()
      .then(() => this.#context.log('match_ended', { session: live.id, server: match.server, map: match.map }))
      .catch((error: unknown) => {
        // Its original holds what was answered, and the next start reads it from there.
        console.error('capture: a match could not be ended:', error);
        this.#context.log('match_failed', { session: live.id, server: match.server });
      })
      .finally(() => {
        this.#ending.delete(ending);
        this.#onChange();
      });
    this.#ending.add(ending);
  }
}

/** For people: who played, and when. */
function fileName(server: string): string {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const name = server.replaceAll(/[^\w.-]+/g, '_').slice(0, 60);
  return name === '' ? `mohaa ${stamp}` : `${name} ${stamp}`;
}
