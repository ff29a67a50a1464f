/** Echo VR: reading to columns against JSON.parse and the generated protobuf code, event detection, and conversion. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { simulateEcho } from '../simulators/echovr/simulate.ts';
import { MemorySource } from '../src/main/engine/byte-source.ts';
import type { FileFormat } from '../src/main/engine/game-adapter.ts';
import { echoConverter } from '../src/main/engine/games/echovr/convert.ts';
import { echoreplay } from '../src/main/engine/games/echovr/echoreplay.ts';
import { EventDetector } from '../src/main/engine/games/echovr/event-detector.ts';
import { EchoFrame } from '../src/main/engine/games/echovr/frame.ts';
import { nevrcap as messages } from '../src/main/engine/games/echovr/nevrcap-messages.js';
import { nevrcap } from '../src/main/engine/games/echovr/nevrcap.ts';
import { SessionJson } from '../src/main/engine/games/echovr/session-json.ts';
import { StringPool } from '../src/main/engine/games/echovr/string-pool.ts';
import { MemorySession } from '../src/main/engine/memory-session.ts';
import { SessionWriter } from '../src/main/engine/session-writer.ts';
import { zstd } from '../src/main/engine/zstd.ts';
import { builtChild } from './built.ts';
import { runChild } from './child.ts';
import type { ConvertAnswer, ConvertInput } from './children/convert-child.ts';
import { ColumnSink } from './column-sink.ts';
import { timed } from './numbers.ts';
import type { Bench, BenchOptions, Measure, Result } from './result.ts';
import { inTemporaryFolder } from './workspace.ts';

const DATA = join(import.meta.dirname, '../../shared/data/nevr');
const ROUNDS = 25;
const SEED_LINES = 4000;
const PAIRS = 200_000;

export const echoBench: Bench = { name: 'echo', run: (options) => inTemporaryFolder('echo', async (folder) => await run(folder, options)) };

interface Lines {
  readonly name: string;
  /** The recording as it stands in a file. */
  readonly bytes: Buffer;
  /** Both parts of each line. */
  readonly parts: readonly (readonly [session: string, bones: string])[];
}

function linesOf(name: string, bytes: Buffer): Lines {
  const parts = bytes
    .toString()
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
    .map(([, session = '', bones = '']) => [session, bones.trim()] as const);
  return { name, bytes, parts };
}

async function run(folder: string, { long }: BenchOptions): Promise<Result> {
  const real = existsSync(DATA);
  const match = real
    ? linesOf('match_5v5', entryOf(join(DATA, 'match/match_5v5.echoreplay')))
    : linesOf('simulated', await simulated('text', 24));
  const measures = [await reading('echo.match', match, 1.3)];
  if (real) measures.push(await reading('echo.seed', seedLines(), 1.5));
  measures.push(await storing(folder, match), ...(await captureReading(match)), detection(match), ...(await conversion(folder, long)));
  return {
    measures,
    skipped: real
      ? []
      : ['the recordings of shared/data/nevr are not beside the project: measured with a simulated match, and without echo.seed'],
  };
}

function entryOf(path: string): Buffer {
  return Buffer.from(Object.values(unzipSync(readFileSync(path)))[0] ?? new Uint8Array(0));
}

async function simulated(format: 'text' | 'nevrcap', seconds: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  await simulateEcho((bytes) => void parts.push(Buffer.from(bytes)), { format, seconds, seed: 3, bones: true, playersPerTeam: 5 });
  return Buffer.concat(parts);
}

/** The original's benchmark input, its clock patched so that no two lines are equal. */
function seedLines(): Lines {
  const session = readFileSync(join(DATA, 'golden/seed_bench_session.json'), 'utf8').trim();
  const bones = readFileSync(join(DATA, 'golden/seed_bench_bones.json'), 'utf8').trim();
  const lines: string[] = [];
  for (let i = 0; i < SEED_LINES; i++) {
    const stamp = new Date(Date.UTC(2026, 0, 2) + i * 33).toISOString().replaceAll('-', '/').replace('T', ' ').replace('Z', '');
    const patched = session.replace(/("game_clock"\s*:\s*)[\d.]+/, `$1${(300 - i / 1000).toFixed(6)}`);
    lines.push(`${stamp}\t${patched}\t${bones}\r\n`);
  }
  if (new Set(lines.map((line) => line.slice(24))).size !== SEED_LINES)
    throw new Error('the lines of the original benchmark are not all different');
  return linesOf('seed_bench', Buffer.from(lines.join('')));
}

async function read(format: FileFormat, bytes: Uint8Array): Promise<number> {
  const sink = new ColumnSink();
  const start = performance.now();
  await format.read(new MemorySource(`x.${format.id}`, bytes), sink, {
    signal: new AbortController().signal,
    nextSession: () => Promise.resolve(sink),
  });
  return performance.now() - start;
}

/** The quickest of several rounds, turn about: what else the machine does only ever adds. */
async function quickest<T extends string>(works: Record<T, () => number | Promise<number>>, rounds = ROUNDS): Promise<Record<T, number>> {
  const best = Object.fromEntries(Object.keys(works).map((key) => [key, Infinity])) as Record<T, number>;
  for (let round = 0; round < rounds; round++) {
    for (const key of Object.keys(works) as T[]) {
      // Twice: the first also pays for collecting what the one before left behind.
      for (let i = 0; i < 2; i++) best[key] = Math.min(best[key], await works[key]());
    }
  }
  return best;
}

/** From the file's bytes to columns, with events, against JSON.parse of the same lines. `least`: how much quicker it must be. */
async function reading(name: string, { name: file, bytes, parts }: Lines, least: number): Promise<Measure> {
  const { readMs, parseMs } = await quickest({
    parseMs: () => timed(() => parseAll(parts)),
    readMs: () => read(echoreplay, bytes),
  });
  const figures = { file, frames: parts.length, readMs, parseMs, ratio: parseMs / readMs, framesPerSecond: (parts.length / readMs) * 1000 };
  return { name, kind: 'ratio', value: readMs / parseMs, unit: 'x', limit: 1 / least, figures };
}

/** The same through the writer of an import, which sorts, packs and compresses chunks: no limit, but what people wait for. */
async function storing(folder: string, { bytes, parts }: Lines): Promise<Measure> {
  const { signal } = new AbortController();
  const store = async (): Promise<number> => {
    const start = performance.now();
    const session = new SessionWriter({ target: new MemorySession(), compression: zstd, signal, tempDir: folder });
    await echoreplay.read(new MemorySource('x.echoreplay', bytes), session, { signal, nextSession: () => Promise.resolve(session) });
    await session.finish();
    return performance.now() - start;
  };
  const { storeMs, parseMs } = await quickest({ parseMs: () => timed(() => parseAll(parts)), storeMs: store });
  const figures = { storeMs, parseMs, framesPerSecond: (parts.length / storeMs) * 1000 };
  return { name: 'echo.match.stored', kind: 'ratio', value: storeMs / parseMs, unit: 'x', limit: null, figures };
}

function parseAll(parts: Lines['parts']): void {
  for (const [session, bones] of parts) {
    JSON.parse(session);
    if (bones !== '') JSON.parse(bones);
  }
}

/** .nevrcap to columns against the generated decoder of its messages alone, and against the same recording as text. */
async function captureReading({ bytes }: Lines): Promise<Measure[]> {
  const parts: Uint8Array[] = [];
  await echoConverter.convert({
    source: new MemorySource('x.echoreplay', bytes),
    from: 'echoreplay',
    to: 'nevrcap',
    out: (part) => Promise.resolve(void parts.push(Buffer.from(part))),
    signal: new AbortController().signal,
    progress: () => {},
  });
  const capture = Buffer.concat(parts);
  const frames = split(zstdDecompressSync(capture)).slice(1);
  const { readMs, decodeMs, textMs } = await quickest({
    decodeMs: () =>
      timed(() => {
        for (const frame of frames) messages.LobbySessionStateFrame.decode(frame);
      }),
    readMs: () => read(nevrcap, capture),
    textMs: () => read(echoreplay, bytes),
  });
  return [
    {
      name: 'echo.capture',
      kind: 'ratio',
      value: readMs / decodeMs,
      unit: 'x',
      limit: 1 / 0.8,
      figures: { readMs, decodeMs, frames: frames.length },
    },
    { name: 'echo.capture-text', kind: 'ratio', value: readMs / textMs, unit: 'x', limit: 1, figures: { readMs, textMs } },
  ];
}

function split(bytes: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    let length = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++] as number;
      length += (byte & 127) * scale;
      if (byte < 128) break;
    }
    parts.push(bytes.subarray(at, at + length));
    at += length;
  }
  return parts;
}

/** Looking for events between two frames that are the same, against reading one of them. */
function detection({ parts }: Lines): Measure {
  const pool = new StringPool();
  const json = new SessionJson(pool);
  const middle = parts.slice(Math.floor(parts.length / 2));
  const records = middle.map(([session, bones]) => ({ session: Buffer.from(`${session}\0`), bones: Buffer.from(`${bones}\0`) }));
  const frames = [new EchoFrame(), new EchoFrame()] as const;
  const fill = (frame: EchoFrame, { session, bones }: (typeof records)[number]): void => {
    frame.reset();
    json.session(session, 0, frame);
    if (bones.length > 1) json.bones(bones, 0, frame);
  };
  const first = records[0];
  if (first === undefined) throw new Error('there are no frames');
  for (const frame of frames) fill(frame, first);
  let events = 0;
  const detector = new EventDetector(pool, () => events++);
  detector.first(frames[0]);
  const roster = events;
  let pairMs = Infinity;
  let frameMs = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    pairMs = Math.min(
      pairMs,
      timed(() => {
        for (let i = 0; i < PAIRS; i++) detector.next(frames[0], frames[1], i);
      }) / PAIRS,
    );
    const scratch = new EchoFrame();
    frameMs = Math.min(frameMs, timed(() => records.forEach((record) => fill(scratch, record))) / records.length);
  }
  if (events !== roster) throw new Error('events were found between equal frames');
  const figures = { pairsPerSecond: 1000 / pairMs, frameMicroseconds: frameMs * 1000 };
  return { name: 'echo.detection', kind: 'ratio', value: pairMs / frameMs, unit: 'x', limit: 0.03, figures };
}

/** Both ways, against the slower of reading and writing alone, by the CPU time of the one thread that does either; and the memory of a longer recording, an hour when asked for long. */
async function conversion(folder: string, long: boolean): Promise<Measure[]> {
  const seconds = long ? 3600 : 120;
  const text = join(folder, 'simulated.echoreplay');
  const capture = join(folder, 'simulated.nevrcap');
  const child = async (input: ConvertInput): Promise<ConvertAnswer> =>
    await runChild<ConvertAnswer>(await builtChild('convert-child'), input);
  const sample = join(folder, 'sample.echoreplay');
  // Long enough that what a conversion costs once does not count: the limit is that of an hour.
  writeFileSync(sample, await simulated('text', 90));
  const measures: Measure[] = [];
  const { frames } = await child({ kind: 'simulate', out: text, seconds });
  for (const [name, from, to, short, shortTo] of [
    ['capture', text, capture, sample, join(folder, 'sample.nevrcap')],
    ['text', capture, join(folder, 'back.echoreplay'), join(folder, 'sample.nevrcap'), join(folder, 'sample-back.echoreplay')],
  ] as const) {
    const { peakMB: sampleMB } = await child({ kind: 'convert', from: short, to: shortTo });
    const { ms, peakMB } = await child({ kind: 'convert', from, to });
    const { ends, frames: sampleFrames } = await child({ kind: 'ends', from: short, to: name === 'text' ? 'echoreplay' : 'nevrcap' });
    if (ends === null) throw new Error('the ends of a conversion were not measured');
    const { convert, read: reads, write: writes } = ends;
    measures.push(
      {
        name: `echo.to-${name}`,
        kind: 'ratio',
        value: convert.threadMs / Math.max(reads.threadMs, writes.threadMs),
        unit: 'x',
        limit: 1 / 0.7,
        figures: {
          convertMs: convert.threadMs,
          readMs: reads.threadMs,
          writeMs: writes.threadMs,
          frames: sampleFrames,
          wall: convert.wallMs / Math.max(reads.wallMs, writes.wallMs),
          wallMs: convert.wallMs,
        },
      },
      {
        name: `echo.to-${name}.memory`,
        kind: 'memory',
        value: peakMB,
        unit: 'MB',
        limit: 200,
        // Of a recording of half a minute: memory does not follow the length.
        figures: { frames, sampleMB, convertMs: ms },
      },
    );
  }
  return measures;
}
