/**
 * Records one match: answers of the game become messages of a .nevrcap, which goes to disk, and the session that is watched live is read from these same messages
 * by the reader of the format. So what is seen live is what the file will give.
 */
import type { LiveRecording } from '../../../capture/capture-source.ts';
import { RecordBuffer } from '../delimited.ts';
import { FrameStream } from '../frame-stream.ts';
import { EchoFrame } from '../frame.ts';
import { NOT_JSON } from '../json-cursor.ts';
import { NevrcapWriter } from '../nevrcap-writer.ts';
import { SessionJson } from '../session-json.ts';
import { SessionProto } from '../session-proto.ts';
import { StringPool } from '../string-pool.ts';

/** Frames are on disk at most about this late, ms; shorter blocks pack worse. */
const FLUSH_MS = 200;
const NUL = new Uint8Array(1);

/** One answer of /session, perhaps with one of /player_bones, read into a frame. */
export class AnswerReader {
  readonly pool = new StringPool();
  frame = new EchoFrame();
  other = new EchoFrame();
  readonly #json = new SessionJson(this.pool, true);

  /** `stamp`: Unix ms. The session id; null when it is no frame. */
  read(session: Buffer, bones: Buffer | null, stamp: number): string | null {
    const { frame } = this;
    frame.reset();
    frame.stamp = stamp;
    if (!this.#parse(session, (bytes) => this.#json.session(bytes, 0, frame))) return null;
    if (frame.sessionId === 0) return null;
    if (bones !== null && !this.#parse(bones, (bytes) => this.#json.bones(bytes, 0, frame))) {
      frame.bones = 0;
      frame.hasBones = false;
    }
    return this.pool.text(frame.sessionId);
  }

  swap(): void {
    [this.frame, this.other] = [this.other, this.frame];
  }

  /** The readers need a byte behind the text. */
  #parse(text: Buffer, parse: (bytes: Buffer) => void): boolean {
    try {
      parse(Buffer.concat([text, NUL]));
      return true;
    } catch (error) {
      if (error !== NOT_JSON) throw error;
      return false;
    }
  }
}

/** File name of a match that began at `stamp`, Unix ms; the id comes from outside, and only what ids are made of is kept. */
export function captureName(stamp: number, sessionId: string): string {
  const time = new Date(stamp).toISOString().slice(0, 19).replace('T', '_').replaceAll(':', '-');
  return `rec_${time}_${sessionId.replaceAll(/[^\w-]/g, '').slice(0, 64)}.nevrcap`;
}

export class MatchRecorder {
  readonly sessionId: string;
  /** Frames that were recorded. */
  frames = 0;
  readonly #answers: AnswerReader;
  readonly #recording: LiveRecording;
  readonly #writer: NevrcapWriter;
  readonly #messages = new RecordBuffer();
  readonly #proto: SessionProto;
  readonly #stream: FrameStream;
  #isFirstMessage = true;
  #flushedAt = 0;
  #flushing: Promise<void> = Promise.resolve();

  /** `answers`: holds the first frame. `name`: of the file, for people. */
  constructor(
    sessionId: string,
    answers: AnswerReader,
    recording: LiveRecording,
    name: string,
    metadata: Readonly<Record<string, string>>,
  ) {
    this.sessionId = sessionId;
    this.#answers = answers;
    this.#recording = recording;
    const pool = new StringPool();
    this.#proto = new SessionProto(pool);
    const context = {
      signal: new AbortController().signal,
      nextSession: () => Promise.reject(new Error('a recording holds one session')),
    };
    this.#stream = new FrameStream(pool, recording.sink, context, 'nevrcap', name);
    this.#writer = new NevrcapWriter(answers.pool, async (bytes) => await recording.append(bytes), {
      metadata,
      onMessages: (bytes) => this.#show(bytes),
    });
  }

  /** Records the frame that the answers hold now. Resolves when there is room for more; rejects when it cannot be written. */
  async take(): Promise<void> {
    const { frame, other } = this.#answers;
    this.#writer.frame(this.frames === 0 ? null : other, frame);
    this.#answers.swap();
    this.frames++;
    await this.#writer.drain();
    const now = performance.now();
    if (now - this.#flushedAt < FLUSH_MS) return;
    this.#flushedAt = now;
    await this.#flushing;
    this.#flushing = this.#writer.flush();
    this.#flushing.catch(() => undefined); // the next frame tells
  }

  /** After the last frame: the file and the session are complete. */
  async end(): Promise<void> {
    try {
      await this.#flushing;
      await this.#writer.end();
      if (this.#writer.cut > 0)
        this.#recording.sink.warn('whole-numbers', 'A number with a fraction stands where a .nevrcap holds whole ones; it was cut.');
      this.#stream.finish();
    } finally {
      await this.#recording.end();
    }
  }

  #show(bytes: Uint8Array): void {
    const messages = this.#messages;
    messages.push(bytes);
    while (messages.message()) {
      if (this.#isFirstMessage) {
        this.#isFirstMessage = false;
        this.#stream.origin = { capture: { ...this.#proto.header(messages.bytes, messages.start, messages.end) } };
        continue;
      }
      this.#stream.frame.reset();
      this.#proto.frame(messages.bytes, messages.start, messages.end, this.#stream.frame);
      this.#stream.take();
    }
  }
}
