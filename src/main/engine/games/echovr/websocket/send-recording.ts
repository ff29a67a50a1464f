/** Sends a recording to a program that listens, frame by frame at the pace at which it was recorded. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { JsonObject } from '../../../../../shared/session/model.ts';
import { RefusedInput, type Streamer, type StreamTask } from '../../../game-adapter.ts';
import { readEchoreplay } from '../echoreplay.ts';
import { FrameLine } from '../frame-line.ts';
import type { FrameTaker } from '../frame-stream.ts';
import { EchoFrame } from '../frame.ts';
import { readNevrcap } from '../nevrcap.ts';
import { SessionJson } from '../session-json.ts';
import { SessionProto } from '../session-proto.ts';
import { StringPool } from '../string-pool.ts';
import { TapeProto } from '../tape-proto.ts';
import { readTape } from '../tape.ts';
import { StreamClient } from './client.ts';

export const echoStreamer: Streamer = {
  parts: [
    { name: 'session', about: 'answers of /session, as text' },
    { name: 'bones', about: 'answers of /player_bones, as text' },
    { name: 'events', about: 'whole frames with their events, as binary messages' },
  ],
  stream,
};

/** A hole in the recording is waited for at most so long, ms. */
const LONGEST_PAUSE_MS = 5000;

interface Answers {
  readonly stamp: number;
  readonly session: Buffer;
  readonly bones: Buffer | null;
}

async function stream(task: StreamTask): Promise<{ frames: number }> {
  const { url, token, parts, signal, source, from } = task;
  const client = await StreamClient.connect(
    url,
    {
      sendSessionData: parts.has('session'),
      sendUserBones: parts.has('bones'),
      sendEvents: parts.has('events'),
      processFrames: parts.has('events'),
    },
    { token },
  );
  try {
    const pool = new StringPool();
    const sender = new Sender(pool, client, task);
    if (from === 'echoreplay') await readEchoreplay(source, sender, new SessionJson(pool, true), signal);
    else if (from === 'nevrcap') await readNevrcap(source, sender, new SessionProto(pool, true), signal);
    else if (from === 'tape') await readTape(source, sender, new TapeProto(pool), signal);
    else throw new RefusedInput('Only recordings of Echo VR are streamed: .echoreplay, .nevrcap and .tape.');
    await sender.sendWaiting();
    return { frames: sender.frames };
  } finally {
    await client.close();
  }
}

/** Spells frames as the game's answers as they are read, and sends them in time when the reader waits. */
class Sender implements FrameTaker {
  readonly frame = new EchoFrame();
  frames = 0;
  origin: JsonObject = {};
  readonly startsSession = false;
  readonly sink: FrameTaker['sink'];
  readonly #client: StreamClient;
  readonly #task: StreamTask;
  readonly #line: FrameLine;
  #waiting: Answers[] = [];
  /** Of the last frame that was sent: its time stamp, and when it was due. */
  #stamp = Number.NaN;
  #due = 0;

  constructor(pool: StringPool, client: StreamClient, task: StreamTask) {
    this.#client = client;
    this.#task = task;
    this.#line = new FrameLine(pool, task.from === 'tape');
    this.sink = {
      warn: () => undefined,
      partial: () => undefined,
      progress: () => undefined,
      drain: async () => await this.sendWaiting(),
    };
  }

  switchSession(): Promise<boolean> {
    return Promise.resolve(true);
  }

  take(): void {
    const { frame } = this;
    const [, session = '', bones] = this.#line.line(frame).toString().trimEnd().split('\t');
    this.#waiting.push({
      stamp: frame.stamp,
      session: Buffer.from(session),
      bones: bones === undefined ? null : Buffer.from(bones),
    });
    this.frames++;
  }

  finish(): void {}

  async sendWaiting(): Promise<void> {
    const { signal, speed } = this.#task;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { stamp, session, bones } of waiting) {
      await this.#inTime(stamp, speed, signal);
      // What is sent happens now, as far as the other side is concerned.
      const now = Date.now();
      await this.#client.sendRaw(session, bones, now);
      await this.#client.sendProcessed(session, bones, now);
    }
  }

  async #inTime(stamp: number, speed: number, signal: AbortSignal): Promise<void> {
    const now = performance.now();
    const step = stamp - this.#stamp;
    this.#stamp = stamp;
    // Late is late: what was missed is not caught up in a burst.
    this.#due = Math.max(now - LONGEST_PAUSE_MS, this.#due + (step > 0 ? Math.min(step, LONGEST_PAUSE_MS) / speed : 0));
    if (Number.isNaN(step)) this.#due = now;
    if (this.#due > now) await sleep(this.#due - now, undefined, { signal }).catch(() => undefined); // aborted
    signal.throwIfAborted();
  }
}
