/** The frame sampler against a naive interpolator that searches all samples anew for every entity. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chunk, Column } from './chunk.ts';
import type { ChannelDef, SessionInfo } from './model.ts';
import { createFrameState, FrameSampler, growFrameState, latestIndex, latestValue, wrapAngle } from './sampler.ts';
import { VectorSampler } from './vector-sampler.ts';

const UNITS = 4;
const NAMES = ['segment', 'position', 'heading', 'life', 'parent', 'team', 'human', 'frame'] as const;
type Name = (typeof NAMES)[number];
const POSITION = NAMES.indexOf('position');
const TEAMS = ['WEST', 'EAST'];
const STRINGS = ['', 'EAST', 'somebody', 'WEST'];

function info(framePeriodMs: number, hasFrames: boolean): SessionInfo {
  const channels: ChannelDef[] = NAMES.filter((name) => hasFrames || name !== 'frame').map((name, id) => ({
    id,
    name,
    type: name === 'position' || name === 'heading' ? 'number' : 'int',
    width: name === 'position' ? 3 : 1,
    layer: 0,
    unit: '',
    ...(name === 'heading' ? { toSession: { scale: Math.PI / 180, offset: 1 } } : {}),
  }));
  return {
    game: '',
    format: '',
    adapterVersion: 1,
    title: '',
    world: '',
    worldSize: null,
    startedAt: null,
    durationMs: 20_000,
    frames: 0,
    framePeriodMs,
    maxInterpolateMs: 2500,
    space: { axis: [0, 2, 1], sign: [1, 1, -1], metresPerUnit: 2 },
    channels,
    clocks: [],
    entityCount: UNITS,
    playerCount: 0,
    eventCount: 0,
    eventsByType: {},
    result: null,
    warnings: [],
    partial: false,
    data: {},
  };
}

/** entity -> t -> values, in order of t. */
type Track = Map<number, number[]>[];
type World = Record<Name, Track>;

/** Two chunks that meet at `middle`, the second one begun with the state before it. */
function chunksOf(world: World, def: SessionInfo, middle: number): [Chunk, Chunk] {
  const cut = (t0: number, t1: number): Chunk => ({
    t0,
    t1,
    columns: def.channels.map((channel): Column | undefined => {
      const rows = world[channel.name as Name]
        .map((track, entity) => {
          const samples = [...track].filter(([t]) => t < t1);
          const first = samples.findLastIndex(([t]) => t <= t0);
          return { entity, samples: samples.slice(Math.max(0, first)) };
        })
        .filter(({ samples }) => samples.length > 0);
      if (rows.length === 0) return undefined;
      const starts = new Int32Array(rows.length + 1);
      for (const [row, { samples }] of rows.entries()) starts[row + 1] = (starts[row] as number) + samples.length;
      const values = rows.flatMap(({ samples }) => samples.flatMap(([, value]) => value));
      return {
        channel: channel.id,
        width: channel.width,
        entities: Int32Array.from(rows, ({ entity }) => entity),
        starts,
        times: Int32Array.from(rows.flatMap(({ samples }) => samples.map(([t]) => t))),
        values: channel.type === 'number' ? Float64Array.from(values) : Int32Array.from(values),
      };
    }),
  });
  return [cut(0, middle), cut(middle, def.durationMs + 1)];
}

/** `known`: samples from that time on are not known yet. */
function naive(world: World, def: SessionInfo, entity: number, t: number, known: number): { position: number[]; heading: number } {
  const frames = def.channels.some(({ name }) => name === 'frame') ? [...(world.frame[0] as Map<number, number[]>).keys()] : null;
  const between = (track: Map<number, number[]>): { a: number[]; b: number[]; share: number } | null => {
    const times = [...track.keys()].filter((time) => time < known);
    const ta = times.findLast((time) => time <= t);
    if (ta === undefined) return null;
    const a = track.get(ta) as number[];
    const tb = times.find((time) => time > t);
    if (tb === undefined) return { a, b: a, share: 0 };
    const before = frames === null ? (def.framePeriodMs > 0 ? tb - def.framePeriodMs : -1) : (frames.findLast((time) => time < tb) ?? -1);
    const hold = Math.max(ta, before);
    const hasGap = [...(world.segment[entity] as Map<number, number[]>).keys()].some((time) => time > ta && time <= tb);
    const moves = t > hold && tb - hold <= def.maxInterpolateMs && !hasGap;
    return { a, b: track.get(tb) as number[], share: moves ? (t - hold) / (tb - hold) : 0 };
  };
  const { axis, sign, metresPerUnit } = def.space;
  const way = between(world.position[entity] as Map<number, number[]>);
  const zero = (n: number | undefined): number => (n === undefined || Number.isNaN(n) ? 0 : n);
  const position = axis.map((from, i) => {
    if (way === null) return Number.NaN;
    return (zero(way.a[from]) * (1 - way.share) + zero(way.b[from]) * way.share) * (sign[i] as number) * metresPerUnit;
  });
  const turn = between(world.heading[entity] as Map<number, number[]>);
  if (turn === null) return { position, heading: Number.NaN };
  const [a, b] = [turn.a, turn.b].map(([degrees]) => ((degrees as number) * Math.PI) / 180 + 1) as [number, number];
  // The short way round, by way of unit vectors.
  const angle = Math.atan2(Math.sin(b - a), Math.cos(b - a));
  return { position, heading: a + angle * turn.share };
}

function isSameAngle(actual: number, expected: number): boolean {
  if (Number.isNaN(expected)) return Number.isNaN(actual);
  return actual >= 0 && actual < 6.2832 && Math.cos(actual - expected) > 1 - 1e-6;
}

const times = fc
  .uniqueArray(
    fc.oneof(
      fc.nat(20_000),
      fc.nat(20).map((n) => n * 1000),
    ),
    { maxLength: 12 },
  )
  .map((all) => all.toSorted((a, b) => a - b));
function track(value: fc.Arbitrary<number[]>): fc.Arbitrary<Track> {
  const values = fc.array(value, { minLength: 12, maxLength: 12 });
  const one = fc.tuple(times, values).map(([all, values]) => new Map(all.map((t, i) => [t, values[i] as number[]])));
  return fc.array(one, { minLength: UNITS, maxLength: UNITS });
}
const whole = (max: number): fc.Arbitrary<number[]> => fc.nat(max).map((n) => [n]);
const coordinate = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -1000, max: 1000 }) }, fc.constant(Number.NaN));
const world: fc.Arbitrary<World> = fc.record({
  segment: track(whole(2)),
  position: track(fc.array(coordinate, { minLength: 3, maxLength: 3 })),
  // Half turns have no short way.
  heading: track(fc.integer({ min: 0, max: 360 }).map((degrees) => [degrees % 2 === 0 ? degrees : degrees + 0.25])),
  life: track(whole(3)),
  parent: track(whole(UNITS - 1)),
  team: track(whole(3)),
  human: track(whole(1)),
  frame: track(whole(1000)),
});

function hasHalfTurn({ heading }: World): boolean {
  return heading.some((track) => {
    const angles = [...track.values()].map(([degrees]) => degrees as number);
    return angles.some((angle, i) => i > 0 && Math.abs(Math.abs(angle - (angles[i - 1] as number)) - 180) < 0.01);
  });
}

describe('FrameSampler', () => {
  it('shows what a naive interpolator shows, in any order of moments, with and without the next chunk', () => {
    const moments = fc.array(fc.oneof(fc.double({ min: 0, max: 20_000, noNaN: true }), fc.nat(20_000)), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(
        world.filter((world) => !hasHalfTurn(world)),
        fc.integer({ min: 1, max: 20_000 }),
        fc.constantFrom(0, 1000),
        fc.boolean(),
        moments,
        fc.constantFrom('sought', 'forward', 'backward'),
        fc.boolean(),
        (world, middle, framePeriodMs, hasFrames, moments, order, hasNext) => {
          const def = info(framePeriodMs, hasFrames);
          const chunks = chunksOf(world, def, middle);
          const sampler = new FrameSampler(def, STRINGS, TEAMS);
          const vectors = new VectorSampler(sampler);
          const native = new Float64Array(3);
          const out = createFrameState(UNITS);
          const sorted = order === 'sought' ? moments : moments.toSorted((a, b) => (order === 'forward' ? a - b : b - a));
          for (const t of sorted) {
            const chunk = t < middle ? chunks[0] : chunks[1];
            const next = t < middle && hasNext ? chunks[1] : null;
            sampler.sample(chunk, next, t, out);
            expect(out.t).toBe(t);
            const latest = (name: Name, entity: number): number =>
              [...(world[name][entity] as Map<number, number[]>)].findLast(([time]) => time <= t)?.[1][0] ?? 0;
            for (let entity = 0; entity < UNITS; entity++) {
              expect(out.exists[entity]).toBe(latest('segment', entity) === 0 ? 0 : 1);
              expect(out.life[entity]).toBe(latest('life', entity));
              expect(out.parent[entity]).toBe(latest('parent', entity));
              expect(out.human[entity]).toBe(latest('human', entity));
              expect(out.team[entity]).toBe(TEAMS.indexOf(STRINGS[latest('team', entity)] as string));
              const { position, heading } = naive(world, def, entity, t, t < middle && !hasNext ? middle : Infinity);
              // Metres to the centimetre; where there is no position, NaN.
              const centimetres = (metres: ArrayLike<number>): number[] => Array.from(metres, (n) => Math.round(n * 100) + 0);
              const shown = centimetres(out.position.subarray(entity * 3, entity * 3 + 3));
              expect(centimetres(position).every((n, i) => Object.is(n, shown[i]) || Math.abs(n - (shown[i] as number)) <= 1)).toBe(true);
              expect(isSameAngle(out.heading[entity] as number, heading)).toBe(true);
              // Any other channel moves as the picture does.
              const isKnown = vectors.sample(chunk, next ?? undefined, POSITION, entity, t, native);
              expect(isKnown).toBe(!Number.isNaN(position[0]));
              const [x, z, y] = [...native].map((n) => n * 2) as [number, number, number];
              const alike = (n: number, i: number): boolean =>
                Number.isNaN(n) || Math.abs(n - (out.position[entity * 3 + i] as number)) < 0.01;
              expect(!isKnown || [x, y, -z].every(alike)).toBe(true);
            }
          }
        },
      ),
      { numRuns: process.env['SANDTABLE_LONG'] === '1' ? 5000 : 300 },
    );
  });

  it('holds a standing entity until the frame before it moves, and never slides across a gap', () => {
    const def = info(1000, true);
    const empty = (): Track => Array.from({ length: UNITS }, () => new Map<number, number[]>());
    const world = Object.fromEntries(NAMES.map((name) => [name, empty()])) as World;
    for (let t = 0; t <= 20_000; t += 1000) world.frame[0]?.set(t, [t / 1000]);
    world.segment[1]?.set(0, [1]).set(9000, [2]);
    world.position[1]?.set(0, [0, 0, 0]).set(5000, [10, 0, 0]).set(9000, [500, 0, 0]);
    const [chunk, next] = chunksOf(world, def, 5000);
    const sampler = new FrameSampler(def, STRINGS, TEAMS);
    const out = createFrameState(UNITS);
    const x = (t: number): number => {
      sampler.sample(t < 5000 ? chunk : next, t < 5000 ? next : null, t, out);
      return out.position[3] as number;
    };
    expect([0, 3999, 4000, 4250, 4500, 5000, 8500, 8999, 9000].map(x)).toEqual([0, 0, 0, 5, 10, 20, 20, 20, 1000]);
  });
});

it('looks up the latest sample of an entity', () => {
  const column: Column = {
    channel: 0,
    width: 1,
    entities: Int32Array.from([2, 5]),
    starts: Int32Array.from([0, 2, 3]),
    times: Int32Array.from([10, 20, 15]),
    values: Int32Array.from([7, 8, 9]),
  };
  expect([9, 10, 19, 20, 99].map((t) => latestIndex(column, 2, t))).toEqual([-1, 0, 0, 1, 1]);
  expect([14, 15].map((t) => latestIndex(column, 5, t))).toEqual([-1, 2]);
  expect([1, 3, 9].map((entity) => latestIndex(column, entity, 50))).toEqual([-1, -1, -1]);
  const chunk = { t0: 0, t1: 100, columns: [column] };
  expect([latestValue(chunk, 0, 5, 20), latestValue(chunk, 0, 5, 2), latestValue(chunk, 3, 5, 20)]).toEqual([9, null, null]);
});

it('wraps angles into one turn', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (angle) => {
      const wrapped = wrapAngle(angle);
      expect(wrapped).toBeGreaterThanOrEqual(0);
      expect(wrapped).toBeLessThan(2 * Math.PI);
      expect(Math.cos(wrapped)).toBeCloseTo(Math.cos(angle), 6);
    }),
  );
  expect(wrapAngle(-1e-20)).toBe(0);
});

describe('a session that grows', () => {
  const channel = (id: number, name: string): ChannelDef => ({ id, name, type: 'int', width: 1, layer: 0, unit: '' });
  const column = (id: number, entity: number, value: number): Column => ({
    channel: id,
    width: 1,
    entities: Int32Array.of(entity),
    starts: Int32Array.of(0, 1),
    times: Int32Array.of(0),
    values: Int32Array.of(value),
  });

  it('makes room in a picture without losing what is there', () => {
    const state = createFrameState(2);
    const { exists } = state;
    state.t = 5;
    state.stale = true;
    state.exists[1] = 1;
    state.position.set([1, 2, 3], 3);
    growFrameState(state, 2);
    expect(state.exists).toBe(exists);
    growFrameState(state, 3);
    expect([state.t, state.stale, state.exists.length, state.exists[1], state.team[3]]).toEqual([5, true, 4, 1, -1]);
    expect([...state.position]).toEqual([0, 0, 0, 1, 2, 3, ...Array.from({ length: 6 }, () => Number.NaN)]);
  });

  it('knows strings and channels that came later', () => {
    const strings = [''];
    const early = { ...info(100, false), channels: [channel(0, 'segment'), channel(1, 'team')] };
    const sampler = new FrameSampler(early, strings, TEAMS);
    const out = createFrameState(2);
    const columns = [column(0, 1, 1), column(1, 1, 2), column(2, 1, 3)];
    sampler.sample({ t0: 0, t1: 10, columns: columns.slice(0, 1) }, null, 0, out);
    expect([out.exists[1], out.team[1], out.life[1]]).toEqual([1, -1, 0]);
    strings.push('somebody', 'EAST');
    sampler.describe({ ...early, channels: [...early.channels, channel(2, 'life')] });
    sampler.sample({ t0: 0, t1: 20, columns }, null, 0, out);
    expect([out.exists[1], out.team[1], out.life[1]]).toEqual([1, 1, 3]);
  });
});
