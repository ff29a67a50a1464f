/** The game as it runs: perhaps in a lobby first, then its matches frame by frame by a clock, with a moment of nothing between them. */
import { apiFrame, engineValue } from './api-frame.ts';
import { bonesJson, sessionJson } from './replay-line.ts';
import { type EchoMatches, type SimulatedFrame, simulateFrames, type TruthLog } from './simulate.ts';
import type { Moment } from './truth.ts';
import type { Vector } from './vector.ts';

export interface LiveOptions extends EchoMatches {
  /** Seconds of match per second of real time. */
  readonly speed?: number;
  /** Seconds in the lobby before the match. */
  readonly lobby?: number;
}

/** A frame's answers, as the game spells them. */
export interface LiveFrame extends Moment {
  /** The session id. */
  readonly id: string;
  readonly sessionJson: Buffer;
  readonly bonesJson: Buffer;
  /** player.vr_position in the answer. */
  readonly camera: Vector;
}

/** ms in which no session is there: while a level loads, and after a match. */
const TRANSITION = 1500;

export class LiveGame {
  readonly #frames: Generator<SimulatedFrame>;
  readonly #period: number;
  #state: 'lobby' | 'transition' | 'match' | 'over';
  /** When a lobby or a transition ends. */
  #until: number;
  /** When the session's first frame was due. */
  #startedAt = 0;
  #current: SimulatedFrame | null = null;
  /** First frame of the session that begins after the transition; null when none does. */
  #next: SimulatedFrame | null = null;
  #answers: LiveFrame | null = null;

  /** `now` and all later moments: ms of one clock that never goes back. */
  constructor(options: LiveOptions, truth: TruthLog, now: number) {
    this.#frames = simulateFrames(options, truth);
    this.#period = 1000 / ((options.hz ?? 30) * (options.speed ?? 1));
    const lobby = (options.lobby ?? 0) * 1000;
    this.#state = lobby > 0 ? 'lobby' : 'transition';
    this.#until = now + lobby;
  }

  get state(): 'lobby' | 'transition' | 'match' | 'over' {
    return this.#state;
  }

  /** When something next changes by itself, ms. */
  get due(): number {
    return this.#state === 'match' ? this.#startedAt + ((this.#current?.frame ?? 0) + 1) * this.#period : this.#until;
  }

  /** Plays up to a moment. */
  advance(now: number): void {
    while (this.#state !== 'over' && now >= this.due) {
      switch (this.#state) {
        case 'lobby':
          this.#wait(this.#pull());
          break;
        case 'transition':
          // Without a lobby the first match is there at once.
          this.#next ??= this.#current === null ? this.#pull() : null;
          if (this.#next === null) this.#state = 'over';
          else this.#begin(this.#next);
          break;
        case 'match': {
          const frame = this.#pull();
          if (frame !== null && frame.session === this.#current?.session) this.#current = frame;
          else this.#wait(frame);
        }
      }
    }
  }

  /** The current frame's answers; null when there is no session. */
  answers(): LiveFrame | null {
    const current = this.#current;
    if (this.#state !== 'match' || current === null) return null;
    const { session, frame, t, world } = current;
    if (this.#answers?.frame === frame && this.#answers.session === session) return this.#answers;
    const api = apiFrame(world, true);
    const [x, y, z] = world.camera;
    this.#answers = {
      session,
      id: world.sessionId,
      frame,
      t,
      sessionJson: Buffer.from(sessionJson(api)),
      bonesJson: Buffer.from(bonesJson(api)),
      camera: [engineValue(x), engineValue(y), engineValue(z)],
    };
    return this.#answers;
  }

  /** Ends whatever is going on; the truth log then has all its intervals. */
  end(): void {
    this.#state = 'over';
    this.#frames.return(undefined);
  }

  #pull(): SimulatedFrame | null {
    const next = this.#frames.next() as IteratorResult<SimulatedFrame, void>;
    return next.done === true ? null : next.value;
  }

  #wait(next: SimulatedFrame | null): void {
    this.#until = this.due + TRANSITION;
    this.#state = 'transition';
    this.#next = next;
  }

  #begin(frame: SimulatedFrame): void {
    this.#startedAt = this.#until;
    this.#state = 'match';
    this.#current = frame;
    this.#next = null;
  }
}
