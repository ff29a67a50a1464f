/** A match while it is recorded: events go into its original first, and when they are safe into its session. */
import type { LiveRecording } from '../../../capture/capture-source.ts';
import { FORMAT } from '../log/format.ts';
import { recordLine } from '../log/log-record.ts';
import type { Match, PlacedEvent } from '../matches/match-splitter.ts';
import { SessionBuilder } from '../session/session-builder.ts';
import { LiveBoard } from './live-board.ts';

/** What was written is let go of so often, ms, or when it is this many events. */
const SETTLE_MS = 100;
const SETTLE_EVENTS = 5000;

export class LiveMatch {
  readonly match: Match;
  readonly board = new LiveBoard();
  readonly #begun: Promise<LiveRecording>;
  readonly #onSettled: (events: number) => void;
  #recording: LiveRecording | null = null;
  #builder: SessionBuilder | null = null;
  /** Safe, and not part of the session yet. */
  #unshown: PlacedEvent[] = [];
  /** Events that are safe, but still held in memory. */
  #held = 0;
  #timer: NodeJS.Timeout | null = null;
  #settling: Promise<void> | null = null;
  #writes: Promise<unknown> = Promise.resolve();
  #isBroken = false;
  #isEnded = false;

  /** `onSettled`: so many events are no longer held in memory, because they are stored or cannot be. */
  constructor(match: Match, begun: Promise<LiveRecording>, onSettled: (events: number) => void) {
    this.match = match;
    this.#onSettled = onSettled;
    this.#begun = begun.then((recording) => {
      this.#recording = recording;
      this.#builder = new SessionBuilder(recording.sink, match, FORMAT);
      return recording;
    });
    this.#begun.catch(() => undefined); // those who write are told
  }

  /** Of the session; "" before it has begun. */
  get id(): string {
    return this.#recording?.id ?? '';
  }

  /** Its original cannot be written any more. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** Resolves when the events are safe; in order of the calls. They are part of the session a moment later. */
  write(receivedAt: number, placed: readonly PlacedEvent[]): Promise<void> {
    const written = this.#write(receivedAt, placed);
    this.#writes = written.catch(() => undefined);
    return written;
  }

  /** The match is over; nothing may be written any more. */
  async end(): Promise<void> {
    await this.#writes;
    this.#isEnded = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#settling;
    this.#show();
    this.#builder?.finish();
    this.#onSettled(this.#held);
    this.#held = 0;
    await (await this.#begun).end();
  }

  async #write(receivedAt: number, placed: readonly PlacedEvent[]): Promise<void> {
    const events = placed.map(({ event }) => event);
    try {
      const recording = this.#recording ?? (await this.#begun);
      await recording.append(Buffer.from(recordLine(receivedAt, this.match.server, events, recording.id.slice(0, 8))));
    } catch (error) {
      this.#isBroken = true;
      this.#onSettled(placed.length);
      throw error;
    }
    this.#held += placed.length;
    if (this.#unshown.length === 0) setImmediate(() => this.#showAndSettle()); // after the answer
    this.#unshown.push(...placed);
  }

  #showAndSettle(): void {
    this.#show();
    this.#settleInTime();
  }

  #show(): void {
    const placed = this.#unshown;
    this.#unshown = [];
    for (const one of placed) {
      this.#builder?.add(one);
      this.board.take(one.event);
    }
  }

  #settleInTime(): void {
    if (this.#settling !== null || this.#held === 0 || this.#isEnded) return;
    if (this.#held >= SETTLE_EVENTS) this.#settle();
    else this.#timer ??= setTimeout(() => this.#settle(), SETTLE_MS);
  }

  #settle(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#settling ??= this.#letGo().finally(() => {
      this.#settling = null;
      this.#settleInTime();
    });
  }

  /** As long as the library takes to store what is full. */
  async #letGo(): Promise<void> {
    const held = this.#held;
    this.#builder?.settle();
    await this.#recording?.sink.drain();
    this.#held -= held;
    this.#onSettled(held);
  }
}
