import { describe, expect, it } from 'vitest';
import type { EngineClient } from '../../../shared/engine-api.ts';
import type { Chunk, Column } from '../../../shared/session/chunk.ts';
import type { ChannelDef } from '../../../shared/session/model.ts';
import { createFrameState } from '../../../shared/session/sampler.ts';
import { createPlayback } from './playback.ts';
import type { LoadedSession, Playback } from './types.ts';

const CHUNK_MS = 1000;
const CHUNKS = 10;
const PERIOD = 100;
const NAMES = ['', 'blue', 'orange'];

function def(id: number, name: string, type: ChannelDef['type'], width = 1, layer: 0 | 1 = 0): ChannelDef {
  return { id, name, type, width, layer, unit: '' };
}
const CHANNELS = [
  def(0, 'segment', 'int'),
  def(1, 'position', 'number', 3),
  def(2, 'frame', 'int'),
  def(3, 'team', 'string'),
  def(4, 'score', 'int'),
  def(5, 'pulse', 'number', 1, 1),
];

function column(channel: number, width: number, entity: number, samples: readonly (readonly [number, ...number[]])[]): Column {
  const values = samples.flatMap(([, ...numbers]) => numbers);
  return {
    channel,
    width,
    entities: Int32Array.of(entity),
    starts: Int32Array.of(0, samples.length),
    times: Int32Array.from(samples, ([t]) => t),
    values: CHANNELS[channel]?.type === 'number' ? Float64Array.from(values) : Int32Array.from(values),
  };
}

/** Entity 1 walks 1 m per second along x, recorded every 100 ms; every chunk carries the state at its start over. */
function makeChunk(layer: number, index: number): Chunk {
  const t0 = index * CHUNK_MS;
  const t1 = t0 + CHUNK_MS;
  if (layer === 1) return { t0, t1, columns: [undefined, undefined, undefined, undefined, undefined, column(5, 1, 1, [[t0, 60 + index]])] };
  const ticks = Array.from({ length: CHUNK_MS / PERIOD + 1 }, (_, i) => t0 + (i - 1) * PERIOD).filter((t) => t >= 0);
  return {
    t0,
    t1,
    columns: [
      column(0, 1, 1, [[0, 1]]),
      column(
        1,
        3,
        1,
        ticks.map((t) => [t, t / 1000, 0, 0]),
      ),
      column(
        2,
        1,
        0,
        ticks.map((t) => [t, t / PERIOD]),
      ),
      column(3, 1, 1, [[0, 2]]),
      column(4, 1, 0, [[t0, index]]),
    ],
  };
}

/** An engine whose answers come when the test says so (`hold`), and a display whose frames do. */
function bench(options: { hold?: boolean; broken?: number } = {}) {
  const asked: string[] = [];
  const held: (() => void)[] = [];
  const client = {
    call: (method: string, { layer, index }: { layer: 0 | 1; index: number }) => {
      asked.push(`${method} ${layer}/${index}`);
      if (index === options.broken) return Promise.reject(new Error('damaged'));
      const bytes = Uint8Array.of(layer, index);
      return options.hold === true ? new Promise((resolve) => held.push(() => resolve(bytes))) : Promise.resolve(bytes);
    },
  } as unknown as EngineClient;
  const chunks = [0, 1].flatMap((layer) =>
    Array.from({ length: CHUNKS }, (_, index) => ({
      layer: layer as 0 | 1,
      index,
      t0: index * CHUNK_MS,
      t1: (index + 1) * CHUNK_MS,
      bytes: 2,
    })),
  );
  const session = {
    row: { id: 'session' },
    info: {
      channels: CHANNELS,
      durationMs: CHUNKS * CHUNK_MS,
      framePeriodMs: PERIOD,
      maxInterpolateMs: 250,
      space: { axis: [0, 1, 2], sign: [1, 1, 1], metresPerUnit: 1 },
    },
    profile: { teams: [{ id: 'blue' }, { id: 'orange' }] },
    entities: [{ id: 0 }, { id: 1 }],
    strings: NAMES,
    chunks,
  } as unknown as LoadedSession;

  const frames: ((now: number) => void)[] = [];
  let now = 0;
  let decoders = 0;
  const playback: Playback = createPlayback(session, client, {
    requestFrame: (callback) => frames.push(callback),
    cancelFrame: () => frames.splice(0),
    createDecoder: () => {
      decoders++;
      return { decode: (bytes) => Promise.resolve(makeChunk(bytes[0] ?? 0, bytes[1] ?? 0)), dispose: () => decoders-- };
    },
  });
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 30; i++) await Promise.resolve();
  };
  return {
    playback,
    asked,
    settle,
    pendingFrames: () => frames.length,
    decoders: () => decoders,
    release: async () => {
      for (const go of held.splice(0)) go();
      await settle();
    },
    /** One animation frame, so many ms after the last. */
    frame: (ms = 16) => {
      now += ms;
      for (const callback of frames.splice(0)) callback(now);
    },
  };
}

describe('playback', () => {
  it('samples a moment once its chunk is there, and says so until then', async () => {
    const { playback, frame, release } = bench({ hold: true });
    playback.clock.seek(2450);
    frame();
    expect([playback.state.t, playback.state.stale]).toEqual([2450, true]);
    await release();
    frame();
    expect([playback.state.t, playback.state.stale]).toEqual([2450, false]);
    expect(playback.state.position[3]).toBeCloseTo(2.45, 5);
    expect([playback.state.exists[1], playback.state.team[1]]).toEqual([1, 1]);
  });

  it('interpolates over the seam of two chunks', async () => {
    const { playback, frame, settle } = bench();
    playback.clock.seek(2950);
    await settle();
    frame();
    expect(playback.state.position[3]).toBeCloseTo(2.95, 5);
  });

  it('asks for the chunk of t first, alone, then for its neighbours, and drops what a seek made useless', async () => {
    const { playback, asked, release } = bench({ hold: true });
    expect(asked).toEqual(['chunks.read 0/0']);
    playback.clock.seek(5000);
    expect(asked.at(-1)).toBe('chunks.read 0/5');
    await release();
    expect(asked.slice(2)).toEqual(['chunks.read 0/6', 'chunks.read 0/4']);
  });

  it('plays through all chunks without missing one, in both directions', async () => {
    const { playback, frame, settle, asked } = bench();
    const seen: number[] = [];
    playback.onFrame((state) => seen.push(state.stale ? Number.NaN : (state.position[3] as number)));
    await settle();
    playback.clock.setRate(8);
    playback.clock.play();
    for (let i = 0; i < 200 && playback.clock.playing; i++) {
      frame();
      await settle();
    }
    expect(playback.clock.t).toBe(10_000);
    expect(seen.some(Number.isNaN)).toBe(false);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(new Set(asked).size).toBe(CHUNKS);

    seen.length = 0;
    playback.clock.setRate(-8);
    playback.clock.play();
    for (let i = 0; i < 200 && playback.clock.playing; i++) {
      frame();
      await settle();
    }
    expect(playback.clock.t).toBe(0);
    expect(seen).toEqual(seen.toSorted((a, b) => b - a));
  });

  it('waits for a chunk that is late, and goes past one that is damaged', async () => {
    const late = bench({ hold: true });
    late.playback.clock.play();
    late.frame();
    late.frame(100);
    expect(late.playback.clock.t).toBe(0);
    await late.release();
    late.frame(100);
    expect(late.playback.clock.t).toBe(100);

    const broken = bench({ broken: 0 });
    broken.playback.clock.play();
    await broken.settle();
    broken.frame();
    for (let i = 0; i < 12; i++) {
      broken.frame(100);
      await broken.settle();
    }
    expect(broken.playback.clock.t).toBeGreaterThan(1000);
    expect(broken.playback.state.stale).toBe(false);
  });

  it('asks for no frames while nothing changes', async () => {
    const { playback, frame, settle, pendingFrames } = bench();
    await settle();
    frame();
    expect(pendingFrames()).toBe(0);
    playback.clock.seek(100);
    expect(pendingFrames()).toBe(1);
  });

  it('ticks for React at once on changes, and at no more than 10 Hz while it plays', async () => {
    const { playback, frame, settle } = bench();
    await settle();
    frame();
    let ticks = 0;
    playback.onTick(() => ticks++);
    playback.clock.seek(500);
    playback.clock.play();
    expect(ticks).toBe(2);
    for (let i = 0; i < 63; i++) frame(16);
    expect(ticks - 2).toBeGreaterThanOrEqual(8);
    expect(ticks - 2).toBeLessThanOrEqual(10);
  });

  it('tells values at t, texts for strings, null for what is unknown, and reads detail only when asked', async () => {
    const { playback, asked, settle } = bench();
    playback.clock.seek(3200);
    await settle();
    expect(playback.value(0, 'score')).toBe(3);
    expect(playback.value(1, 'team')).toBe('orange');
    expect(playback.value(0, 'team')).toBeNull();
    expect(playback.value(1, 'no such channel')).toBeNull();
    expect(asked.some((call) => call.includes(' 1/'))).toBe(false);
    expect(playback.value(1, 'pulse')).toBeNull();
    await settle();
    expect(playback.value(1, 'pulse')).toBe(63);
  });

  it('gives numbers of any channel as the picture shows them, of both layers, detail only once it is asked for', async () => {
    const { playback, asked, frame, settle } = bench();
    const out = new Float32Array(3);
    expect(playback.detail(1, 'position', out)).toBe(false); // nothing is loaded yet
    playback.clock.seek(2950);
    await settle();
    frame();
    expect(playback.detail(1, 'position', out)).toBe(true);
    expect(out[0]).toBeCloseTo(2.95, 5); // between two chunks
    expect(playback.detail(2, 'position', out)).toBe(false);
    expect(playback.detail(1, 'no such channel', out)).toBe(false);
    expect(asked.some((call) => call.includes(' 1/'))).toBe(false);
    expect(playback.detail(1, 'pulse', out)).toBe(false);
    await settle();
    frame();
    expect(playback.detail(1, 'pulse', out)).toBe(true);
    // 62 was recorded at 2000 and 63 at 3000, the frame before that at 2900.
    expect(out[0]).toBeCloseTo(62.5, 5);
    playback.clock.seek(2800);
    frame();
    playback.detail(1, 'pulse', out);
    expect(out[0]).toBe(62);
  });

  it('steps over recorded frames, one press after another, across chunks', async () => {
    const { playback, settle } = bench();
    playback.clock.seek(1850);
    await settle();
    playback.clock.step(1);
    playback.clock.step(1);
    await settle();
    expect(playback.clock.t).toBe(2000);
    playback.clock.step(-3);
    await settle();
    expect(playback.clock.t).toBe(1700);
    playback.clock.step(1);
    playback.clock.seek(5000); // whoever seeks meanwhile is right
    await settle();
    expect(playback.clock.t).toBe(5000);
  });

  it('samples other moments beside playing; a later wish cancels the earlier', async () => {
    const { playback, release } = bench({ hold: true });
    const out = createFrameState(2);
    const first = playback.sampleAt(7300, out);
    const second = playback.sampleAt(8300, out);
    await release();
    await release();
    expect([await first, await second]).toEqual([false, true]);
    expect(out.position[3]).toBeCloseTo(8.3, 5);
    expect(playback.clock.t).toBe(0);
  });

  it('gives trails from what is loaded', async () => {
    const { playback, settle } = bench();
    playback.clock.seek(3000);
    await settle();
    const out = new Float32Array(300);
    expect(playback.trail(1, 2500, 3000, out)).toBe(6);
    expect([...out.subarray(0, 18)].filter((_, i) => i % 3 === 0).map((x) => Math.round(x * 10))).toEqual([25, 26, 27, 28, 29, 30]);
  });

  it('lets go of everything', async () => {
    const { playback, decoders, pendingFrames, frame } = bench({ hold: true });
    let frames = 0;
    playback.onFrame(() => frames++);
    playback.dispose();
    expect([decoders(), pendingFrames()]).toEqual([0, 0]);
    playback.clock.seek(100);
    frame();
    expect(frames).toBe(0);
    expect(await playback.sampleAt(100, createFrameState(2))).toBe(false);
  });
});
