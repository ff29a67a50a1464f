/** Polls one game: notices when it starts, is in a lobby or between matches, and records every match by its session id. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaptureContext } from '../../../capture/capture-source.ts';
import { type GameAnswer, GameApi, type GameHost } from './game-api.ts';
import { AnswerReader, captureName, MatchRecorder } from './match-recorder.ts';

/** What a game is doing. */
export type GamePhase = 'off' | 'lobby' | 'no-session' | 'disabled' | 'broken' | 'recording';

/** Until the game is asked again, ms. Requests are served by the game's own loop, so one that does nothing is asked seldom. */
const PAUSE_MS: Readonly<Record<Exclude<GameAnswer['kind'], 'frame'>, number>> = {
  'no-session': 500,
  lobby: 1000,
  off: 1000,
  broken: 250,
  disabled: 5000,
};
/** Longest pause after answers that were broken one after another, ms. */
const LONGEST_PAUSE_MS = 5000;
/** A match that gives no frame for so long is over, ms; loading and reconnecting take less. */
const OVER_MS = 30_000;
/** Nobody listens any more: the game was left. */
const LEFT_MS = 5000;
/** The same answer again is the same frame; but so often, ms, it is recorded to say that time goes on. */
const SAME_MS = 1000;
/** After answers without bones in a row they are asked for only this often, ms. */
const BONES_PAUSE_MS = 5000;
const BONES_FAILURES = 3;

export interface PollOptions {
  readonly host: GameHost;
  /** Between two frames, ms. */
  readonly periodMs: number;
  readonly bones: boolean;
}

export class GamePoller {
  /** "127.0.0.1:6721" */
  readonly address: string;
  phase: GamePhase = 'off';
  readonly #options: PollOptions;
  readonly #context: CaptureContext;
  readonly #onPhase: () => void;
  readonly #api: GameApi;
  #answers = new AnswerReader();
  #match: MatchRecorder | null = null;
  #last: Buffer | null = null;
  #recordedAt = 0;
  #broken = 0;
  #bonesFailed = 0;
  #bonesAt = 0;

  constructor(options: PollOptions, context: CaptureContext, onPhase: () => void) {
    this.address = `${options.host.host}:${options.host.port}`;
    this.#options = options;
    this.#context = context;
    this.#onPhase = onPhase;
    this.#api = new GameApi(options.host);
  }

  /** Until the context's signal aborts; then the match is ended. Rejects when recordings cannot be written. */
  async run(): Promise<void> {
    const { signal } = this.#context;
    try {
      while (!signal.aborted) {
        const start = performance.now();
        const pause = await this.#poll();
        await sleep(Math.max(0, pause - (performance.now() - start)), undefined, { signal }).catch(() => undefined); // aborted
      }
    } finally {
      this.#api.close();
      await this.#endMatch();
    }
  }

  /** Asks once. Returns the ms from one question to the next. */
  async #poll(): Promise<number> {
    const { signal } = this.#context;
    const wantsBones = this.#options.bones && (this.#bonesFailed < BONES_FAILURES || performance.now() - this.#bonesAt > BONES_PAUSE_MS);
    const [session, bones] = await Promise.all([
      this.#api.ask('/session', signal),
      wantsBones && this.phase === 'recording' ? this.#api.ask('/player_bones', signal) : null,
    ]);
    if (signal.aborted) return 0;
    if (bones !== null) {
      this.#bonesAt = performance.now();
      this.#bonesFailed = bones.kind === 'frame' ? 0 : this.#bonesFailed + 1;
    }
    if (session.kind === 'frame' && (await this.#take(session.body, bones?.kind === 'frame' ? bones.body : null))) {
      this.#broken = 0;
      this.#enter('recording');
      return this.#options.periodMs;
    }
    const kind = session.kind === 'frame' ? 'broken' : session.kind;
    this.#broken = kind === 'broken' ? this.#broken + 1 : 0;
    if (kind === 'broken') this.#context.count('answers_broken');
    if (this.#match !== null && performance.now() - this.#recordedAt > (kind === 'off' ? LEFT_MS : OVER_MS)) await this.#endMatch();
    // One late or cut answer is no reason to alarm anybody.
    if (kind !== 'broken' || this.#broken > 3) this.#enter(kind);
    return Math.min(LONGEST_PAUSE_MS, PAUSE_MS[kind] * 2 ** Math.max(0, this.#broken - 1));
  }

  /** Records an answer; false when it is no frame. */
  async #take(session: Buffer, bones: Buffer | null): Promise<boolean> {
    const now = performance.now();
    if (this.#match !== null && this.#last?.equals(session) === true && now - this.#recordedAt < SAME_MS) return true;
    const stamp = Date.now();
    const id = this.#answers.read(session, bones, stamp);
    if (id === null) return false;
    if (this.#match !== null && this.#match.sessionId !== id) {
      await this.#endMatch();
      this.#answers.read(session, bones, stamp);
    }
    this.#match ??= await this.#beginMatch(id, stamp);
    await this.#match.take();
    this.#context.count('frames');
    this.#last = session;
    this.#recordedAt = now;
    return true;
  }

  async #beginMatch(id: string, stamp: number): Promise<MatchRecorder> {
    const name = captureName(stamp, id);
    const recording = await this.#context.begin({ format: 'nevrcap', name });
    this.#context.count('matches');
    return new MatchRecorder(id, this.#answers, recording, name, { source: this.address, recorder: 'Sandtable' });
  }

  async #endMatch(): Promise<void> {
    const match = this.#match;
    this.#match = null;
    this.#last = null;
    this.#answers = new AnswerReader();
    await match?.end();
  }

  #enter(phase: GamePhase): void {
    if (phase === this.phase) return;
    this.phase = phase;
    this.#onPhase();
  }
}
