/** What comes over one connection, as frames: raw answers of the game in pairs, whole frames as messages of .nevrcap, and nevr-agent's envelopes. */
import { AnswerReader } from '../capture/match-recorder.ts';
import { NOT_PROTOBUF } from '../proto-cursor.ts';
import { SessionProto } from '../session-proto.ts';
import { type RawMessage, readText } from './envelope.ts';

/** A clock that is this far from where the messages' pace puts it was set anew, ms. */
const MAX_DRIFT_MS = 2000;
/** The year 9999, Unix ms. */
const MAX_STAMP = 253_402_300_799_999;

/** A session's answer, whose bones may follow. */
interface Held {
  readonly json: Buffer;
  readonly stamp: number;
}

export interface FrameListener {
  /** A frame of this session is in `reader.answers.frame`; it must be swapped or forgotten before the promise resolves. */
  frame(sessionId: string, reader: MessageReader): Promise<void>;
}

export class MessageReader {
  /** Anew with each session, so that nothing grows with a connection that stays. */
  answers = new AnswerReader();
  readonly #listener: FrameListener;
  #proto = new SessionProto(this.answers.pool, true);
  #sessionId = '';
  #held: Held | null = null;
  /** The sender's clock less ours, ms; its seconds are whole, and frames are not. */
  #clockOffset = Number.NaN;
  #stamp = -Infinity;

  constructor(listener: FrameListener) {
    this.#listener = listener;
  }

  /** Takes one message that came at `now`, Unix ms. Null, or what is wrong with it, one sentence. */
  async read(data: Buffer, isBinary: boolean, now: number): Promise<string | null> {
    if (isBinary) return await this.#message(data, now);
    const message = readText(data.toString());
    if (typeof message === 'string') return message;
    switch (message.is) {
      case 'header':
        return null;
      case 'raw':
        return await this.#raw(message, now);
      case 'frame': {
        await this.#release();
        const stamp = possible(message.stamp) ? message.stamp : now;
        const taken = await this.#take(() => this.answers.read(message.session, message.bones, stamp));
        return taken ? null : 'The session of the frame is not what the game gives.';
      }
      default:
        return message satisfies never;
    }
  }

  /** After the last message: a session's answer that waits for its bones is a frame without. */
  async end(): Promise<void> {
    await this.#release();
  }

  async #message(data: Buffer, now: number): Promise<string | null> {
    await this.#release();
    const taken = await this.#take(() => {
      const { pool, frame } = this.answers;
      frame.reset();
      try {
        this.#proto.frame(data, 0, data.length, frame);
      } catch (error) {
        if (error !== NOT_PROTOBUF) throw error;
        return null;
      }
      if (!possible(frame.stamp)) frame.stamp = now;
      return frame.sessionId === 0 ? null : pool.text(frame.sessionId);
    });
    return taken ? null : 'The binary message is no frame.';
  }

  async #raw({ kind, seconds, json }: RawMessage, now: number): Promise<string | null> {
    if (kind === 'session_data') {
      const complete = await this.#release();
      this.#held = { json, stamp: this.#paced(seconds * 1000, now) };
      return complete ? null : 'The session_data before this one is no answer of /session.';
    }
    const held = this.#held;
    if (held === null) return 'The user_bones came without their session_data.';
    return (await this.#release(json)) ? null : 'The session_data is no answer of /session.';
  }

  /** True when nothing was held, or it was a frame. */
  async #release(bones: Buffer | null = null): Promise<boolean> {
    const held = this.#held;
    if (held === null) return true;
    this.#held = null;
    return await this.#take(() => this.answers.read(held.json, bones, held.stamp));
  }

  /** `read` fills the frame and gives its session's id, null when it is none. */
  async #take(read: () => string | null): Promise<boolean> {
    let id = read();
    if (id === null) return false;
    if (id !== this.#sessionId) {
      this.answers = new AnswerReader();
      this.#proto = new SessionProto(this.answers.pool, true);
      this.#sessionId = id;
      id = read();
      if (id === null) return false;
    }
    this.answers.frame.index = -1; // the recording numbers its own
    await this.#listener.frame(id, this);
    return true;
  }

  /** The sender's time, to the ms by when its messages came. */
  #paced(stated: number, now: number): number {
    const paced = now + this.#clockOffset;
    // Whole seconds are up to one behind.
    if (!(paced >= stated - MAX_DRIFT_MS && paced <= stated + 1000 + MAX_DRIFT_MS)) {
      this.#clockOffset = stated - now;
      this.#stamp = -Infinity;
    }
    this.#stamp = Math.max(this.#stamp, now + this.#clockOffset);
    return this.#stamp;
  }
}

/** Whether it is a date at all, Unix ms. */
function possible(stamp: number): boolean {
  return stamp >= 0 && stamp <= MAX_STAMP;
}
