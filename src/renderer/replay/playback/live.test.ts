/** A live session with a scripted engine and display: what is watched is what was recorded, whatever the steps, and nothing jumps. */
import { describe, expect, it } from 'vitest';
import type { EngineClient, LiveItem, LiveTail } from '../../../shared/engine-api.ts';
import type { GameProfile } from '../../../shared/games/profile.ts';
import { decodeChunk, encodeChunk, type Chunk, type Column } from '../../../shared/session/chunk.ts';
import { emptyEvents, encodeEvents } from '../../../shared/session/event-block.ts';
import type { ChannelDef, EntityInfo, SessionInfo } from '../../../shared/session/model.ts';
import { createFrameState, FrameSampler } from '../../../shared/session/sampler.ts';
import { uncompressed } from '../../../shared/session/testing.ts';
import { EngineError } from '../../engine/api-error.ts';
import { LiveFeed } from './live-feed.ts';
import { createPlayback } from './playback.ts';
import type { Growth, LoadedSession } from './types.ts';

const PERIOD = 50;
const CHUNK_MS = 1000;
/** Entity 2 and its team's name are there from now on. */
const JOINS = 1500;

function def(id: number, name: string, type: ChannelDef['type'], width = 1, layer: 0 | 1 = 0): ChannelDef {
  return { id, name, type, width, layer, unit: '' };
}
const CHANNELS = [
  def(0, 'segment', 'int'),
  def(1, 'position', 'number', 3),
  def(2, 'frame', 'int'),
  def(3, 'team', 'string'),
  def(4, 'pulse', 'number', 1, 1),
];
const PROFILE = { teams: [{ id: 'blue' }, { id: 'orange' }] } as unknown as GameProfile;

function infoAt(durationMs: number): SessionInfo {
  return {
    game: 'test',
    channels: CHANNELS,
    durationMs,
    frames: durationMs / PERIOD + 1,
    framePeriodMs: PERIOD,
    maxInterpolateMs: 250,
    space: { axis: [0, 1, 2], sign: [1, 1, 1], metresPerUnit: 1 },
  } as unknown as SessionInfo;
}

const entitiesAt = (t: number): EntityInfo[] => Array.from({ length: t >= JOINS ? 3 : 2 }, (_, id) => ({ id }) as unknown as EntityInfo);
const stringsAt = (t: number): string[] => (t >= JOINS ? ['', 'blue', 'orange'] : ['', 'blue']);

/** All samples with from <= t < to, and with `state` the latest one at or before `from`. */
function samples(layer: 0 | 1, from: number, to: number, state: boolean): Chunk {
  const at = (channel: number): Column | undefined => {
    const rows: { entity: number; list: [number, ...number[]][] }[] = [];
    for (const entity of [0, 1, 2]) {
      const own: [number, ...number[]][] = [];
      const born = entity === 2 ? JOINS : 0;
      for (let t = born; t < to; t += PERIOD) {
        if (channel === 0 && entity > 0 && t === born) own.push([t, 1]);
        if (channel === 1 && entity > 0) own.push([t, (entity * t) / 1000, 0, entity]);
        if (channel === 2 && entity === 0) own.push([t, t / PERIOD]);
        if (channel === 3 && entity > 0 && t === born) own.push([t, entity]);
        if (channel === 4 && entity === 1) own.push([t, 60 + t]);
      }
      const first = own.findLastIndex(([t]) => t <= from);
      const list = own.filter(([t], i) => t >= from || (state && i === first));
      if (list.length > 0) rows.push({ entity, list });
    }
    if (rows.length === 0) return undefined;
    const all = rows.flatMap(({ list }) => list);
    const values = all.flatMap(([, ...numbers]) => numbers);
    const { width, type } = CHANNELS[channel] as ChannelDef;
    return {
      channel,
      width,
      entities: Int32Array.from(rows, ({ entity }) => entity),
      starts: Int32Array.from([0, ...rows.map((_, i) => rows.slice(0, i + 1).reduce((sum, { list }) => sum + list.length, 0))]),
      times: Int32Array.from(all, ([t]) => t),
      values: type === 'number' ? Float64Array.from(values) : Int32Array.from(values),
    };
  };
  return { t0: from, t1: to, columns: CHANNELS.map((channel) => (channel.layer === layer ? at(channel.id) : undefined)) };
}

function events(times: readonly number[]) {
  const columns = emptyEvents(times.length);
  columns.t.set(times);
  columns.position.fill(Number.NaN);
  columns.targetPosition.fill(Number.NaN);
  return {
    columns: encodeEvents(columns, uncompressed),
    payloads: new TextEncoder().encode(JSON.stringify(times.map((t) => ({ t })))),
  };
}

const ref = (layer: 0 | 1, index: number) => ({ layer, index, t0: index * CHUNK_MS, t1: (index + 1) * CHUNK_MS, bytes: 1 });
const refsUpTo = (count: number) => [0, 1].flatMap((layer) => Array.from({ length: count }, (_, i) => ref(layer as 0 | 1, i)));
const encoded = (chunk: Chunk): Uint8Array => encodeChunk(chunk, uncompressed);

function opening(known: number, eventTimes: readonly number[] = [], strings = stringsAt(known)): LiveItem {
  const sealed = Math.floor(known / CHUNK_MS);
  const from = sealed * CHUNK_MS;
  return {
    kind: 'opening',
    detail: {
      row: { id: 'live', status: 'live' } as LoadedSession['row'],
      info: infoAt(known),
      entities: entitiesAt(known),
      strings,
      chunks: refsUpTo(sealed),
      eventBlocks: [],
    },
    overview: null,
    events: events(eventTimes),
    tail: [encoded(samples(0, from, known + 1, true)), encoded(samples(1, from, known + 1, true))],
  };
}

/** What became known after `before` up to and with `known`. */
function delta(before: number, known: number, eventTimes: readonly number[] = []): LiveItem {
  const was = Math.floor(before / CHUNK_MS);
  const sealed = Math.floor(known / CHUNK_MS);
  const joined = before < JOINS && known >= JOINS;
  const added = (layer: 0 | 1): Uint8Array => encoded({ ...samples(layer, before + 1, known + 1, false), t0: was * CHUNK_MS });
  const tail: LiveTail = [added(0), added(1)];
  return {
    kind: 'delta',
    durationMs: known,
    frames: known / PERIOD + 1,
    ...(joined ? { entities: entitiesAt(known).slice(2), strings: ['orange'] } : {}),
    ...(eventTimes.length > 0 ? { events: events(eventTimes) } : {}),
    tail,
    ...(sealed > was ? { sealed: [ref(0, was), ref(1, was)] } : {}),
  };
}

async function bench(first: LiveItem) {
  const asked: string[] = [];
  let onItem: (item: LiveItem) => void = () => undefined;
  let ends: { resolve: (value: null) => void; reject: (error: Error) => void } | null = null;
  let streams = 0;
  let following: AbortSignal | null = null;
  const client = {
    call: (method: string, { layer, index }: { layer: 0 | 1; index: number }) => {
      asked.push(`${method} ${layer}/${index}`);
      const { t0, t1 } = ref(layer, index);
      return method === 'chunks.read' ? Promise.resolve(encoded(samples(layer, t0, t1, true))) : Promise.reject(new Error(method));
    },
    stream: (_method: string, _params: unknown, listener: (item: LiveItem) => void, signal: AbortSignal) => {
      streams++;
      following = signal;
      onItem = listener;
      return new Promise<null>((resolve, reject) => (ends = { resolve, reject }));
    },
  } as unknown as EngineClient;
  let known = 0;
  const waits: (() => void)[] = [];
  const stored = (): Promise<LoadedSession> =>
    Promise.resolve({
      row: { id: 'live', status: 'ready' },
      info: infoAt(known),
      profile: PROFILE,
      entities: entitiesAt(known),
      strings: stringsAt(known),
      events: { count: 0, t: new Int32Array(0) },
      chunks: refsUpTo(Math.floor(known / CHUNK_MS) + 1),
      overview: null,
      eventData: () => Promise.resolve(null),
    } as unknown as LoadedSession);
  const wait = (): Promise<void> => new Promise((resolve) => waits.push(resolve));
  const opened = LiveFeed.open({ client, id: 'live', zstd: uncompressed, stored, wait }, PROFILE, new AbortController().signal);
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 40; i++) await Promise.resolve();
  };
  const come = async (item: LiveItem): Promise<void> => {
    known = item.kind === 'delta' ? item.durationMs : item.detail.info.durationMs;
    onItem(item);
    await settle();
  };
  await come(first);
  const feed = await opened;

  const frames: ((now: number) => void)[] = [];
  let now = 1000;
  let replaced = 0;
  const playback = createPlayback(
    feed.session,
    client,
    {
      requestFrame: (callback) => frames.push(callback),
      cancelFrame: () => frames.splice(0),
      createDecoder: () => ({ decode: (bytes) => Promise.resolve(decodeChunk(bytes, uncompressed)), dispose: () => undefined }),
    },
    { feed, onReplaced: () => replaced++ },
  );
  const growths: Growth[] = [];
  playback.onGrow((growth) => growths.push(growth));
  await settle();
  const frame = (ms = 16): void => {
    now += ms;
    for (const callback of frames.splice(0)) callback(now);
  };
  return {
    playback,
    asked,
    growths,
    come,
    frame,
    settle,
    replaced: () => replaced,
    streams: () => streams,
    cancelled: () => following?.aborted === true,
    retry: async () => {
      for (const go of waits.splice(0)) go();
      await settle();
    },
    end: async () => {
      ends?.resolve(null);
      await settle();
    },
    lose: async (error: Error) => {
      ends?.reject(error);
      await settle();
    },
    /** Real time passes in frames; every `every` ms a step of as much comes in. */
    run: async (until: number, every = 100, look: () => void = () => undefined) => {
      for (let from = known; from < until; from += every) {
        for (let passed = 0; passed < every; passed += 16) {
          frame(16);
          look();
        }
        await come(delta(from, from + every));
      }
    },
  };
}

describe('a live session', () => {
  it('plays at its edge with everybody who came, without asking for what it has seen', async () => {
    const live = await bench(opening(400));
    const { playback, asked } = live;
    expect([playback.clock.live, playback.clock.atEdge, playback.clock.playing, playback.clock.t]).toEqual([true, true, true, 100]);
    const shown: number[] = [];
    await live.run(4000, 100, () => {
      expect(playback.state.stale).toBe(false);
      shown.push(playback.clock.t);
    });
    expect(shown).toEqual(shown.toSorted((a, b) => a - b));
    expect(playback.session.info.durationMs - playback.clock.t).toBeLessThan(500);
    expect(playback.session.entities.length).toBe(3);
    expect([playback.state.exists[2], playback.state.team[2]]).toEqual([1, 1]);
    expect(playback.state.position[6]).toBeCloseTo((2 * playback.clock.t) / 1000, 3);
    expect(playback.value(2, 'team')).toBe('orange');
    expect(asked).toEqual([]);
  });

  it('is at every moment what the whole recording is', async () => {
    const { playback, run, settle } = await bench(opening(700));
    await run(3700, 150);
    const sampler = new FrameSampler(infoAt(4000), stringsAt(4000), ['blue', 'orange']);
    const whole = samples(0, 0, playback.session.info.durationMs + 1, true);
    const [expected, got] = [createFrameState(3), createFrameState(1)];
    for (let t = 0; t <= 3700; t += 37) {
      sampler.sample(whole, null, t, expected);
      const sampled = playback.sampleAt(t, got);
      await settle();
      expect(await sampled).toBe(true);
      expect([...got.position.subarray(3, 9)]).toEqual([...expected.position.subarray(3, 9)]);
      expect([...got.exists.subarray(0, 3)]).toEqual([...expected.exists]);
    }
  });

  it('can be rewound with everything that moves time, and brought back to the edge', async () => {
    const { playback, frame, settle, run, asked } = await bench(opening(2500));
    playback.clock.seek(300);
    await settle();
    frame();
    expect([playback.clock.atEdge, playback.clock.playing, playback.state.stale]).toEqual([false, true, false]);
    expect(asked).toContain('chunks.read 0/0');
    expect(playback.state.position[3]).toBeCloseTo(playback.clock.t / 1000, 2);
    await run(3000);
    expect(playback.clock.atEdge).toBe(false);
    playback.clock.pause();
    playback.clock.step(1);
    await settle();
    const stood = playback.clock.t;
    expect(stood % PERIOD).toBe(0);
    await run(3300);
    expect(playback.clock.t).toBe(stood);
    playback.clock.toEdge();
    frame();
    expect([playback.clock.atEdge, playback.clock.playing, playback.state.stale]).toEqual([true, true, false]);
    expect(playback.clock.t).toBeGreaterThan(2800);
    playback.clock.setRate(0.5);
    expect(playback.clock.atEdge).toBe(false);
    playback.clock.setRate(16);
    await run(3600);
    expect([playback.clock.atEdge, playback.clock.rate]).toEqual([true, 1]);
  });

  it('steps over the frames of the tail', async () => {
    const { playback, settle } = await bench(opening(2500));
    playback.clock.seek(1980);
    for (const expected of [2000, 2050]) {
      playback.clock.step(1);
      await settle();
      expect(playback.clock.t).toBe(expected);
    }
    playback.clock.step(-3);
    await settle();
    expect(playback.clock.t).toBe(1900);
  });

  it('goes on as an ordinary replay when the recording ends: same moment, nothing jumps', async () => {
    const { playback, run, end, frame, settle, asked, growths } = await bench(opening(400));
    await run(2600);
    const before = playback.clock.t;
    await end();
    expect([playback.clock.t, playback.clock.live, playback.clock.atEdge, playback.clock.playing]).toEqual([before, false, false, true]);
    expect([playback.session.row.status, growths.at(-1)?.live]).toEqual(['ready', false]);
    frame();
    expect(playback.state.stale).toBe(false);
    await settle();
    expect(asked).toContain('chunks.read 0/2');
    for (let i = 0; i < 40; i++) {
      frame();
      expect(playback.state.stale).toBe(false);
      expect(playback.state.position[3]).toBeCloseTo(playback.clock.t / 1000, 3);
    }
    expect([playback.clock.t, playback.clock.playing]).toEqual([2600, false]);
  });

  it('follows again when the engine was away, and says when that does not go on', async () => {
    const live = await bench(opening(400));
    await live.run(1200);
    const { t } = live.playback.clock;
    await live.lose(new EngineError('disconnected', 'The engine went away.'));
    expect(live.streams()).toBe(2);
    await live.lose(new EngineError('disconnected', 'Still away.'));
    await live.retry();
    expect(live.streams()).toBe(3);
    await live.come(opening(1900));
    expect(live.playback.clock.t).toBe(t);
    await live.run(2500);
    expect([live.playback.state.stale, live.playback.session.entities.length, live.replaced()]).toEqual([false, 3, 0]);
    await live.come(opening(2600, [], ['', 'other', 'orange']));
    expect(live.replaced()).toBe(1);
  });

  it('says when the session is gone', async () => {
    const live = await bench(opening(400));
    await live.lose(new EngineError('missing', 'There is no such session.'));
    expect([live.replaced(), live.streams()]).toEqual([1, 1]);
  });

  it('puts events that come late where they belong, and says which number each has then', async () => {
    const { playback, come, growths } = await bench(opening(400, [100, 300]));
    const handedOut = playback.session.events;
    await come(delta(400, 500, [450, 460]));
    expect([...playback.session.events.t]).toEqual([100, 300, 450, 460]);
    expect(growths.at(-1)?.renumber).toBeNull();
    const before = playback.session.events;
    await come(delta(500, 600, [550, 200, 450]));
    expect([...playback.session.events.t]).toEqual([100, 200, 300, 450, 450, 460, 550]);
    expect([0, 1, 2, 3].map((seq) => growths.at(-1)?.renumber?.(seq))).toEqual([0, 2, 3, 5]);
    expect(await Promise.all([0, 1, 2, 5, 6].map((seq) => playback.session.eventData(seq)))).toEqual(
      [100, 200, 300, 460, 550].map((t) => ({ t })),
    );
    expect([[...handedOut.t], [...before.t]]).toEqual([
      [100, 300],
      [100, 300, 450, 460],
    ]);
  });

  it('lets go of everything', async () => {
    const { playback, come, growths, frame, cancelled } = await bench(opening(400));
    const before = growths.length;
    playback.dispose();
    await come(delta(400, 500));
    frame();
    expect([growths.length, cancelled()]).toEqual([before, true]);
    expect(playback.session.info.durationMs).toBe(400);
  });
});
