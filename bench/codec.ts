import { tmpdir } from 'node:os';
/** The chunk codec and the sampler on their own: a thousand units that all move every second, three decimals. */
import { MemorySession } from '../src/main/engine/memory-session.ts';
import { SessionWriter } from '../src/main/engine/session-writer.ts';
import { zstd } from '../src/main/engine/zstd.ts';
import { decodeChunk, type Chunk } from '../src/shared/session/chunk.ts';
import { CHANNEL } from '../src/shared/session/model.ts';
import { createFrameState, FrameSampler } from '../src/shared/session/sampler.ts';
import { randomNumbers } from './numbers.ts';
import type { Bench, Result } from './result.ts';

const UNITS = 1000;
const SECONDS = 600;
const FRAMES = 2000;
const MOST_BYTES_PER_STATE = 6;

export const codecBench: Bench = {
  name: 'codec',
  async run(): Promise<Result> {
    const writing = process.cpuUsage();
    const session = await denseSession();
    const writeMs = cpuMs(writing);
    const refs = session.chunks();
    const bytes = refs.reduce((sum, ref) => sum + ref.bytes, 0);
    const states = UNITS * SECONDS;

    const stored = await Promise.all(refs.map(({ layer, index }) => session.chunk(layer, index)));
    for (const data of stored) decodeChunk(data, zstd);
    const decoding = process.cpuUsage();
    const chunks = stored.map((data) => decodeChunk(data, zstd));
    const decodeMs = cpuMs(decoding) / chunks.length;

    return {
      measures: [
        {
          name: 'codec.size',
          kind: 'size',
          value: bytes / 1e6,
          unit: 'MB',
          limit: (MOST_BYTES_PER_STATE * states) / 1e6,
          figures: { bytesPerState: bytes / states, chunks: refs.length },
        },
        { name: 'codec.write', kind: 'time', value: writeMs, unit: 'ms', limit: null, figures: { nsPerState: (writeMs * 1e6) / states } },
        { name: 'codec.decode', kind: 'time', value: decodeMs, unit: 'ms', limit: null, figures: { chunkBytes: bytes / refs.length } },
        { name: 'codec.sample', kind: 'time', value: sampleMs(session, chunks), unit: 'ms', limit: null, figures: { entities: UNITS } },
      ],
      skipped: [],
    };
  },
};

async function denseSession(): Promise<MemorySession> {
  const session = new MemorySession();
  const writer = new SessionWriter({ target: session, compression: zstd, signal: new AbortController().signal, tempDir: tmpdir() });
  writer.header({ game: 'bench', format: 'bench', adapterVersion: 1, framePeriodMs: 1000, maxInterpolateMs: 5000 });
  const position = writer.channel({ name: CHANNEL.position, type: 'number', width: 3, layer: 0, unit: 'm' });
  const heading = writer.channel({ name: CHANNEL.heading, type: 'number', width: 1, layer: 0, unit: 'deg' });
  writer.regularFrames(0, SECONDS - 1, (frame) => frame * 1000);
  const random = randomNumbers(1);
  const native = new Float64Array(3);
  for (let unit = 0; unit < UNITS; unit++) {
    const entity = writer.entity({ kind: 'ai', nativeId: String(unit) });
    writer.appear(entity, 0);
    let [x, y, z, degrees] = [random() * 10_000, random() * 10_000, 50, 0];
    for (let second = 0; second < SECONDS; second++) {
      degrees = (degrees + Math.round(random() * 20) + 350) % 360;
      x += Math.sin((degrees * Math.PI) / 180) * 3;
      y += Math.cos((degrees * Math.PI) / 180) * 3;
      z += random() * 0.4 - 0.2;
      native[0] = Math.round(x * 1000) / 1000;
      native[1] = Math.round(y * 1000) / 1000;
      native[2] = Math.round(z * 1000) / 1000;
      writer.vector(entity, position, second * 1000, native);
      writer.number(entity, heading, second * 1000, degrees);
    }
    await writer.drain();
  }
  await writer.finish();
  return session;
}

/** CPU per picture, played at 60 a second. */
function sampleMs(session: MemorySession, chunks: readonly Chunk[]): number {
  const sampler = new FrameSampler(session.info(), session.strings(), []);
  const state = createFrameState(session.entities().length);
  const play = (): void => {
    for (let frame = 0; frame < FRAMES; frame++) {
      const t = (frame * 1000) / 60;
      const place = chunks.findLastIndex(({ t0 }) => t0 <= t);
      sampler.sample(chunks[place] as Chunk, chunks[place + 1], t, state);
    }
  };
  play();
  const start = process.cpuUsage();
  play();
  return cpuMs(start) / FRAMES;
}

function cpuMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}
