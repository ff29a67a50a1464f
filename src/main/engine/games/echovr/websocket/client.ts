/** Sends frames to a WebSocket as the seed's codec does, or takes those that it sends. */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { RefusedInput } from '../../../game-adapter.ts';
import { AnswerReader } from '../capture/match-recorder.ts';
import { EventDetector } from '../event-detector.ts';
import { type CaptureEvent, captureEvent } from '../frame-events.ts';
import { FrameProto } from '../frame-proto.ts';
import type { EchoFrame } from '../frame.ts';
import type { StringPool } from '../string-pool.ts';
import { HEARTBEAT, MAX_MESSAGE, type MessageTaker, takeMessages } from './connection.ts';
import { rawMessage } from './envelope.ts';

/** What is sent; nothing when none is given. */
export interface StreamOptions {
  /** Answers of /session as they came, as text. */
  readonly sendSessionData?: boolean;
  /** Answers of /player_bones as they came, as text. */
  readonly sendUserBones?: boolean;
  /** Whole frames with their events, as binary messages. */
  readonly sendEvents?: boolean;
  /** Answers become whole frames with the events that they show; takes effect with `sendEvents`. */
  readonly processFrames?: boolean;
}

interface ConnectOptions {
  /** Shown as bearer token, "" for none. */
  readonly token?: string;
  /** Takes what the other side sends. */
  readonly taker?: MessageTaker;
}

/** For who only sends. */
const NOBODY: MessageTaker = { take: () => Promise.resolve(null) };
const CONNECT_MS = 10_000;
/** Bytes that wait for the network before the next message does. */
const MOST_BUFFERED = 4 * 1024 * 1024;

export class StreamClient {
  readonly #socket: WebSocket;
  readonly #options: StreamOptions;
  readonly #answers = new AnswerReader();
  readonly #proto = new FrameProto(this.#answers.pool);
  #detector: EventDetector | null = null;
  #events: CaptureEvent[] = [];
  #sessionId = '';
  #frames = 0;
  #firstStamp = 0;

  /** Resolves when the connection is closed and what came over it was taken; rejects with what the taker rejected with. */
  readonly ended: Promise<void>;

  private constructor(socket: WebSocket, options: StreamOptions, ended: Promise<void>) {
    this.#socket = socket;
    this.#options = options;
    this.ended = ended;
  }

  /** Rejects with RefusedInput, one sentence, when nobody answers there. */
  static async connect(url: string, options: StreamOptions = {}, { token = '', taker }: ConnectOptions = {}): Promise<StreamClient> {
    const headers = token === '' ? {} : { authorization: `Bearer ${token}` };
    if (!/^wss?:$/.test(URL.parse(url)?.protocol ?? '')) throw new RefusedInput(`"${url}" is no address; write it as ws://127.0.0.1:8080.`);
    const socket = new WebSocket(url, { headers, handshakeTimeout: CONNECT_MS, maxPayload: MAX_MESSAGE });
    // From before it opens: the first message may come with the answer.
    const ended = takeMessages(socket, taker ?? NOBODY, { replies: false, ...HEARTBEAT });
    ended.catch(() => undefined); // whoever waits for it hears
    try {
      await once(socket, 'open');
    } catch (error) {
      throw new RefusedInput(`Nobody takes the connection to ${url}: ${error instanceof Error ? error.message : String(error)}.`);
    }
    return new StreamClient(socket, options, ended);
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  /** `stamp`: Unix ms; the message keeps whole seconds. `bones`: null when there are none. */
  async sendRaw(session: Buffer, bones: Buffer | null, stamp: number): Promise<void> {
    const { sendSessionData, sendUserBones } = this.#options;
    const seconds = Math.floor(stamp / 1000);
    if (sendSessionData === true) await this.#send(rawMessage({ kind: 'session_data', seconds, json: session }));
    if (sendUserBones === true && bones !== null) await this.#send(rawMessage({ kind: 'user_bones', seconds, json: bones }));
  }

  /** Reads the answers, finds their events, and sends the frame. False when `session` is no frame. */
  async sendProcessed(session: Buffer, bones: Buffer | null, stamp: number): Promise<boolean> {
    const { sendEvents, processFrames } = this.#options;
    if (sendEvents !== true || processFrames !== true) return true;
    const answers = this.#answers;
    const id = answers.read(session, bones, stamp);
    if (id === null) return false;
    const { frame, other, pool } = answers;
    this.#detect(id, other, frame, pool);
    this.#proto.frame(frame, this.#frames++, this.#events);
    answers.swap();
    await this.#send(withoutLength(this.#proto.take()));
    return true;
  }

  /** Sends a frame that is a message of .nevrcap already, without its length. */
  async sendFrame(message: Uint8Array): Promise<void> {
    if (this.#options.sendEvents === true) await this.#send(message);
  }

  /** After what was sent is on its way. */
  async close(): Promise<void> {
    if (this.#socket.readyState === WebSocket.CLOSED) return;
    const closed = once(this.#socket, 'close');
    this.#socket.close(1000);
    await closed;
  }

  #detect(id: string, previous: EchoFrame, frame: EchoFrame, pool: StringPool): void {
    this.#events = [];
    if (this.#detector === null || id !== this.#sessionId) {
      this.#sessionId = id;
      this.#firstStamp = frame.stamp;
      this.#frames = 0;
      this.#detector = new EventDetector(pool, (native, _type, _actor, _target, data) => {
        this.#events.push(captureEvent(native, this.#answers.frame, pool, data));
      });
      this.#detector.first(frame);
    } else {
      this.#detector.next(previous, frame, frame.stamp - this.#firstStamp);
    }
  }

  async #send(message: string | Uint8Array): Promise<void> {
    const socket = this.#socket;
    if (socket.readyState !== WebSocket.OPEN) throw new RefusedInput('The connection was closed by the other side.');
    await new Promise<void>((resolve, reject) => {
      socket.send(message, (error) => {
        if (error instanceof Error) reject(new RefusedInput('The connection was closed by the other side.'));
        else resolve();
      });
      if (socket.bufferedAmount < MOST_BUFFERED) resolve();
    });
  }
}

/** One message of the writer begins with its length. */
function withoutLength(delimited: Uint8Array): Uint8Array {
  let at = 0;
  while ((delimited[at] ?? 0) > 127) at++;
  // A copy: it is sent while the next frame is written.
  return new Uint8Array(delimited.subarray(at + 1));
}
