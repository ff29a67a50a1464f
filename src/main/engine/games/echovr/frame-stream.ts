/** Two frames taking turns, and the session they belong to: what both file formats feed. */
import type { JsonObject } from '../../../../shared/session/model.ts';
import type { ReadContext } from '../../game-adapter.ts';
import type { SessionSink } from '../../session-sink.ts';
import { EchoFrame } from './frame.ts';
import { SessionMapper } from './session-mapper.ts';
import type { StringPool } from './string-pool.ts';

/** A file of more sessions is not a recording but a mixture. */
const MAX_SESSIONS = 100;

/** What takes the frames of a file: a session, or a file of another format. */
export interface FrameTaker {
  /** To be filled by the reader, then given to `take`. */
  readonly frame: EchoFrame;
  /** Frames taken. */
  readonly frames: number;
  /** What the file says about itself. */
  origin: JsonObject;
  /** Who is told what goes wrong, and how far it is. */
  readonly sink: Pick<SessionSink, 'warn' | 'partial' | 'progress' | 'drain'>;
  /** The frame in `frame` begins another session: `switchSession` must come before `take`. */
  readonly startsSession: boolean;
  /** Ends the session and opens the next; false when the file holds too many, and the frame is to be dropped. */
  switchSession(): Promise<boolean>;
  take(): void;
  finish(): void;
}

export class FrameStream implements FrameTaker {
  frame = new EchoFrame();
  /** The session being written. */
  sink: SessionSink;
  /** Of all sessions. */
  frames = 0;
  /** For the header of each session. */
  origin: JsonObject = {};
  readonly #pool: StringPool;
  readonly #format: string;
  readonly #title: string;
  readonly #context: ReadContext;
  #other = new EchoFrame();
  #mapper: SessionMapper | null = null;
  #sessionId = 0;
  #sessions = 0;

  constructor(pool: StringPool, sink: SessionSink, context: ReadContext, format: string, fileName: string) {
    this.#pool = pool;
    this.sink = sink;
    this.#context = context;
    this.#format = format;
    this.#title = fileName.replace(/\.[^.]*$/, '');
  }

  get startsSession(): boolean {
    return this.#mapper !== null && this.frame.sessionId !== 0 && this.#sessionId !== 0 && this.frame.sessionId !== this.#sessionId;
  }

  async switchSession(): Promise<boolean> {
    if (this.#sessions >= MAX_SESSIONS) {
      this.sink.warn('too-many-sessions', `The file holds more than ${MAX_SESSIONS} sessions; the rest was left out.`);
      return false;
    }
    this.finish();
    this.sink = await this.#context.nextSession();
    this.#mapper = null;
    this.#sessionId = 0;
    return true;
  }

  /** Writes the frame to the session. */
  take(): void {
    const { frame } = this;
    let previous: EchoFrame | null = this.#other;
    if (this.#mapper === null) {
      this.#mapper = new SessionMapper(this.#pool, this.sink, this.#format, this.#title, this.origin);
      this.#sessions++;
      previous = null;
    }
    if (this.#sessionId === 0) this.#sessionId = frame.sessionId;
    this.#mapper.frame(previous, frame);
    this.frames++;
    this.frame = this.#other;
    this.#other = frame;
  }

  finish(): void {
    this.#mapper?.finish();
  }
}
