/** One conversion, or one simulated recording, or the ends of a conversion alone; what each took. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { simulateEcho } from '../../simulators/echovr/simulate.ts';
import { FileSource } from '../../src/main/engine/byte-source.ts';
import { echoConverter } from '../../src/main/engine/games/echovr/convert.ts';
import { EchoreplayWriter } from '../../src/main/engine/games/echovr/echoreplay-writer.ts';
import { readEchoreplay } from '../../src/main/engine/games/echovr/echoreplay.ts';
import type { FrameTaker } from '../../src/main/engine/games/echovr/frame-stream.ts';
import { EchoFrame } from '../../src/main/engine/games/echovr/frame.ts';
import { NevrcapWriter } from '../../src/main/engine/games/echovr/nevrcap-writer.ts';
import { readNevrcap } from '../../src/main/engine/games/echovr/nevrcap.ts';
import { SessionJson } from '../../src/main/engine/games/echovr/session-json.ts';
import { SessionProto } from '../../src/main/engine/games/echovr/session-proto.ts';
import { StringPool } from '../../src/main/engine/games/echovr/string-pool.ts';
import { answer, childInput, peakMegabytes } from './child-side.ts';

export type ConvertInput =
  | { readonly kind: 'simulate'; readonly out: string; readonly seconds: number }
  | { readonly kind: 'convert'; readonly from: string; readonly to: string }
  /** `to`: the format. */
  | { readonly kind: 'ends'; readonly from: string; readonly to: 'echoreplay' | 'nevrcap' };

export interface ConvertAnswer {
  /** 0 for `convert`, which prints them itself. */
  readonly frames: number;
  /** The whole conversion. */
  readonly ms: number;
  /** Only for `ends`: the conversion, reading alone, and writing alone the frames that were read. */
  readonly ends: { readonly convert: Took; readonly read: Took; readonly write: Took } | null;
  readonly peakMB: number;
}

interface Took {
  readonly wallMs: number;
  /** CPU time of the thread that reads and writes; zlib's threads, which unpack and pack, work beside it where there is a second core. */
  readonly threadMs: number;
}

const ROUNDS = 9;
const { signal } = new AbortController();

async function simulate(out: string, seconds: number): Promise<ConvertAnswer> {
  const file = openSync(out, 'w');
  const frames = await simulateEcho((bytes) => void writeSync(file, bytes), {
    format: 'zip',
    seconds,
    seed: 3,
    bones: true,
    playersPerTeam: 5,
  });
  closeSync(file);
  return { frames, ms: 0, ends: null, peakMB: peakMegabytes() };
}

/** The command itself, with everything that it loads. */
async function convert(from: string, to: string): Promise<ConvertAnswer> {
  const start = performance.now();
  process.argv = [process.execPath, 'sandtable', 'convert', from, to];
  await import('../../src/main/cli/sandtable.ts');
  return { frames: 0, ms: performance.now() - start, ends: null, peakMB: peakMegabytes() };
}

/** Takes frames and does nothing with them, or keeps them. */
class Keeper implements FrameTaker {
  frame = new EchoFrame();
  frames = 0;
  origin = {};
  readonly startsSession = false;
  readonly kept: EchoFrame[] | null;
  readonly sink = { warn: () => {}, partial: () => {}, progress: () => {}, drain: () => Promise.resolve() };

  constructor(keep: boolean) {
    this.kept = keep ? [] : null;
  }

  switchSession(): Promise<boolean> {
    return Promise.resolve(true);
  }

  take(): void {
    this.frames++;
    if (this.kept === null) return;
    this.kept.push(this.frame);
    this.frame = new EchoFrame();
  }

  finish(): void {}
}

async function ends(path: string, to: 'echoreplay' | 'nevrcap'): Promise<ConvertAnswer> {
  const from = to === 'echoreplay' ? 'nevrcap' : 'echoreplay';
  const source = await FileSource.open(path);
  const out = await open('/dev/null', 'w');
  const write = async (bytes: Uint8Array): Promise<void> => void (await out.write(bytes));
  const read = async (pool: StringPool, taker: FrameTaker): Promise<void> => {
    if (from === 'echoreplay') await readEchoreplay(source, taker, new SessionJson(pool, true), signal);
    else await readNevrcap(source, taker, new SessionProto(pool, true), signal);
  };
  const pool = new StringPool();
  const keeper = new Keeper(true);
  await read(pool, keeper);
  const kept = keeper.kept ?? [];
  const works = {
    convert: async () => void (await echoConverter.convert({ source, from, to, out: write, signal, progress: () => {} })),
    read: async () => await read(new StringPool(), new Keeper(false)),
    write: async () => {
      const capture = to === 'nevrcap' ? new NevrcapWriter(pool, write, { metadata: {} }) : null;
      const text = capture === null ? new EchoreplayWriter(pool, write, false) : null;
      for (const [i, frame] of kept.entries()) {
        capture?.frame(kept[i - 1] ?? null, frame);
        text?.frame(frame);
        if (i % 40 === 0) await (capture ?? text)?.drain();
      }
      await (capture ?? text)?.end();
    },
  };
  const none: Took = { wallMs: Infinity, threadMs: Infinity };
  const best = { convert: none, read: none, write: none };
  for (let round = 0; round < ROUNDS; round++) {
    for (const key of ['convert', 'read', 'write'] as const) best[key] = least(best[key], await took(works[key]));
  }
  await source.close();
  await out.close();
  return { frames: kept.length, ms: best.convert.wallMs, ends: best, peakMB: peakMegabytes() };
}

async function took(work: () => Promise<void>): Promise<Took> {
  const start = performance.now();
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return { wallMs: performance.now() - start, threadMs: (user + system) / 1000 };
}

/** What else the machine does only ever adds. */
function least(one: Took, other: Took): Took {
  return { wallMs: Math.min(one.wallMs, other.wallMs), threadMs: Math.min(one.threadMs, other.threadMs) };
}

const input = childInput() as ConvertInput;
if (input.kind === 'simulate') answer(await simulate(input.out, input.seconds));
else if (input.kind === 'convert') answer(await convert(input.from, input.to));
else answer(await ends(input.from, input.to));
