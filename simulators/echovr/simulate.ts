/** Writes a made-up recording of Echo VR, frame by frame: one match or two in a row, as text, ZIP or .nevrcap, the same for the same seed. */
import { once } from 'node:events';
import { crc32, createDeflateRaw, createZstdCompress, type DeflateRaw, type ZstdCompress } from 'node:zlib';
import { apiFrame } from './api-frame.ts';
import { frameMessage, headerMessage } from './capture-message.ts';
import { Match } from './match.ts';
import { replayLine } from './replay-line.ts';
import type { MeasuredTruth, SessionTruth, Truth } from './truth.ts';
import type { World } from './world.ts';

export type { Truth } from './truth.ts';

/** What is played. */
export interface EchoMatches {
  /** Longest length of the recording; a match is planned to take about all of it, or its half of it. */
  readonly seconds: number;
  readonly seed?: number;
  readonly hz?: number;
  readonly playersPerTeam?: number;
  readonly rounds?: number;
  /** Matches with a session id each, one after the other. */
  readonly sessions?: 1 | 2;
}

export interface EchoSimulation extends EchoMatches {
  readonly format: 'text' | 'zip' | 'nevrcap';
  readonly bones?: boolean;
  /** Unix ms of the first frame. */
  readonly startedAt?: number;
  /** Name of the file inside the ZIP. */
  readonly name?: string;
}

/** Where the truth log goes, line by line (truth.ts): the events, and what only statistics need. */
export interface TruthLog {
  readonly event?: (line: Truth) => void;
  readonly measure?: (line: MeasuredTruth | SessionTruth) => void;
}

/** A moment of a match: a later step changes `world`. */
export interface SimulatedFrame {
  readonly world: World;
  readonly session: number;
  /** In the recording, and in the session. */
  readonly index: number;
  readonly frame: number;
  /** ms since the recording's and the session's first frame. */
  readonly time: number;
  readonly t: number;
}

/** Frame by frame; used by the writer and by whoever serves the game's API. */
export function* simulateFrames(options: EchoMatches, truth: TruthLog = {}): Generator<SimulatedFrame> {
  const hz = options.hz ?? 30;
  const seed = options.seed ?? 1;
  const sessions = options.sessions ?? 1;
  const total = Math.round(options.seconds * hz);
  const time = (index: number): number => Math.round((index * 1000) / hz);
  let index = 0;
  for (let session = 0; session < sessions; session++) {
    const first = index;
    const end = first + Math.round(total / sessions);
    const since = (frame: number): number => time(first + frame) - time(first);
    const id = sessionId(seed, session);
    const playersPerTeam = options.playersPerTeam ?? 4;
    truth.measure?.({ kind: 'session', session, id, players: playersPerTeam * 2 });
    let match: Match | null = null;
    const moment = (): { session: number; frame: number; t: number } => {
      const frame = match?.world.frame ?? 0;
      return { session, frame, t: since(frame) };
    };
    match = new Match(
      {
        seed: seed + session * 7919,
        playersPerTeam,
        seconds: (end - first) / hz,
        rounds: options.rounds ?? 2,
        sessionId: id,
        time: since,
      },
      {
        act: (act) => truth.event?.({ ...act, ...moment() }),
        measure: (measure) => truth.measure?.({ ...measure, ...moment() }),
      },
    );
    const { world } = match;
    try {
      for (; index < end && !match.over; index++) {
        if (index > first) match.step(1 / hz);
        yield { world, session, index, frame: world.frame, time: time(index), t: since(world.frame) };
      }
    } finally {
      match.finish();
    }
  }
}

function sessionId(seed: number, session: number): string {
  const hex = (n: number, digits: number): string => (n >>> 0).toString(16).toUpperCase().padStart(8, '0').slice(-digits);
  const n = Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(session + 1, 0x85ebca6b);
  return `${hex(n, 8)}-${hex(n >>> 3, 4)}-4${hex(n >>> 7, 3)}-A${hex(n >>> 11, 3)}-${hex(n, 8)}${hex(seed, 4)}`;
}

/** Writes the whole recording to `out`, waiting for it; returns the number of frames. */
export async function simulateEcho(
  out: (bytes: Uint8Array) => Promise<void> | void,
  options: EchoSimulation,
  event: (line: Truth) => void = () => {},
  measure: (line: MeasuredTruth | SessionTruth) => void = () => {},
): Promise<number> {
  const startedAt = options.startedAt ?? Date.UTC(2026, 0, 2, 18, 0, 0);
  const name = options.name ?? 'simulated.echoreplay';
  let frames = 0;
  const packer = options.format === 'text' ? null : new Packer(options.format === 'zip' ? createDeflateRaw() : createZstdCompress(), out);
  if (options.format === 'zip') await out(localHeader(name));
  for (const { world, index, time } of simulateFrames(options, { event, measure })) {
    const frame = apiFrame(world, options.bones ?? false);
    const stamp = startedAt + time;
    if (options.format === 'nevrcap' && frames === 0) await packer?.write(headerMessage(frame.sessionId, stamp));
    const bytes = options.format === 'nevrcap' ? frameMessage(frame, index, stamp) : Buffer.from(replayLine(frame, stamp));
    if (packer === null) await out(bytes);
    else await packer.write(bytes);
    frames++;
  }
  if (packer === null) return frames;
  await packer.end();
  if (options.format === 'zip') await out(zipEnd(name, packer));
  return frames;
}

/** A compressor that hands on its output as it comes. */
class Packer {
  crc = 0;
  size = 0;
  packed = 0;
  readonly #stream: DeflateRaw | ZstdCompress;
  readonly #done: Promise<void>;

  constructor(stream: DeflateRaw | ZstdCompress, out: (bytes: Uint8Array) => Promise<void> | void) {
    this.#stream = stream;
    this.#done = this.#pass(out);
  }

  async #pass(out: (bytes: Uint8Array) => Promise<void> | void): Promise<void> {
    for await (const chunk of this.#stream as AsyncIterable<Uint8Array>) {
      this.packed += chunk.length;
      await out(chunk);
    }
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.crc = crc32(bytes, this.crc);
    this.size += bytes.length;
    if (!this.#stream.write(bytes)) await Promise.race([once(this.#stream, 'drain'), this.#done]);
  }

  async end(): Promise<void> {
    this.#stream.end();
    await this.#done;
  }
}

/** ZIP: sizes and checksum come after the data (flag bit 3). */
function localHeader(name: string): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 6);
  header.writeUInt16LE(8, 8);
  header.writeUInt16LE(0x21, 12);
  header.writeUInt16LE(Buffer.byteLength(name), 26);
  return Buffer.concat([header, Buffer.from(name)]);
}

function zipEnd(name: string, { crc, size, packed }: Packer): Buffer {
  const bytes = Buffer.byteLength(name);
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(crc, 4);
  descriptor.writeUInt32LE(packed, 8);
  descriptor.writeUInt32LE(size, 12);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(20, 4);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt16LE(8, 8);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt16LE(0x21, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(bytes, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + bytes, 12);
  end.writeUInt32LE(30 + bytes + packed + 16, 16);
  return Buffer.concat([descriptor, entry, Buffer.from(name), end]);
}
