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

/** What of one body belongs to a match. */
export interface MatchPart {
  /** Unix ms */
  readonly receivedAt: number;
  readonly placed: readonly PlacedEvent[];
}

interface SafeEvent {
  readonly placed: PlacedEvent;
  /** As it was sent. */
  readonly json: string;
}

export class LiveMatch {
  readonly match: Match;
  readonly board = new LiveBoard();
  readonly #begun: Promise<LiveRecording>;
  readonly #onSettled: (events: number) => void;
  #recording: LiveRecording | null = null;
  #builder: SessionBuilder | null = null;
  /** Safe, and not part of the session yet. */
  #unshown: SafeEvent[] = [];
  /** Events that are safe, but still held in memory. */
  #held = 0;
  #timer: NodeJS.Timeout | null = null;
  #settling: Promise<void> | null = null;
  #writes: Promise<unknown> = Promise.resolve();
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

  /** One write for all of them: resolves when they are safe; in order of the calls. They are part of the session a moment later. */
  write(parts: readonly MatchPart[]): Promise<void> {
    const written = this.#write(parts);
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

  async #write(parts: readonly MatchPart[]): Promise<void> {
    const events: SafeEvent[] = [];
    try {
      const recording = this.#recording ?? (await this.#begun);
      const name = recording.id.slice(0, 8);
      let lines = '';
      for (const { receivedAt, placed } of parts) {
        const texts = placed.map(({ event }) => JSON.stringify(event.sent));
        for (const [i, json] of texts.entries()) events.push({ placed: placed[i] as PlacedEvent, json });
        lines += recordLine(receivedAt, this.match.server, texts, name);
      }
      await recording.append(Buffer.from(lines));
    } catch (error) {
      this.#onSettled(parts.reduce((sum, { placed }) => sum + placed.length, 0));
      throw error;
    }
    this.#held += events.length;
    if (this.#unshown.length === 0) setImmediate(() => this.#showAndSettle()); // after the answers
    this.#unshown.push(...events);
  }

  #showAndSettle(): void {
    this.#show();
    this.#settleInTime();
  }

  #show(): void {
    const events = this.#unshown;
    this.#unshown = [];
    for (const { placed, json } of events) {
      this.#builder?.add(placed, json);
      this.board.take(placed.event);
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
