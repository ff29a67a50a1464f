/** Binning against a plain count, windows that move against those counted anew, filters, differences, the blur's mass, floors, and points out of samples. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeatProfile } from '../../shared/games/profile.ts';
import type { Chunk, Column } from '../../shared/session/chunk.ts';
import { eventCode } from '../../shared/session/event-types.ts';
import { LIFE, type SessionInfo } from '../../shared/session/model.ts';
import { floorsOf } from './floors.ts';
import { HeatBins } from './heat-bins.ts';
import { blurred, boundsOf, gaussian, gridOver, strongOf } from './heat-grid.ts';
import type { HeatQuery, HeatSelection } from './heat-messages.ts';
import { HeatKeys, type HeatPoints } from './heat-points.ts';
import { HeatSource } from './heat-source.ts';
import { HeatStore } from './heat-store.ts';
import { emptyHeatEvents, partOf, putPart, type HeatEvents, type HeatSubject } from './heat-subject.ts';

interface Point {
  readonly t: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly who: number;
  readonly amount: number;
}

const metres = fc.double({ min: -200, max: 200, noNaN: true });
const point: fc.Arbitrary<Point> = fc.record({
  t: fc.integer({ min: 0, max: 10_000 }),
  x: metres,
  y: fc.double({ min: 0, max: 20, noNaN: true }),
  z: metres,
  who: fc.integer({ min: 1, max: 5 }),
  amount: fc.integer({ min: 0, max: 5000 }),
});
const crowd = fc.array(point, { minLength: 1, maxLength: 200 });
const time = fc.option(
  fc.tuple(fc.integer({ min: -10, max: 10_010 }), fc.integer({ min: 0, max: 6000 })).map(([from, span]) => ({ from, to: from + span })),
);

function pointsOf(list: readonly Point[], weighted: boolean): HeatPoints {
  const sorted = list.toSorted((a, b) => a.t - b.t);
  const keys = new HeatKeys();
  const xs = sorted.map(({ x }) => Math.fround(x));
  const zs = sorted.map(({ z }) => Math.fround(z));
  return {
    count: sorted.length,
    row: Uint32Array.from(sorted, (_, i) => i),
    t: Int32Array.from(sorted, ({ t }) => t),
    place: Float32Array.from(sorted.flatMap(({ x, y, z }) => [x, y, z])),
    key: Uint32Array.from(sorted, ({ who }) => keys.of(who, -1, 0, 0, 0)),
    keys: keys.list,
    amount: weighted ? Uint32Array.from(sorted, ({ amount }) => amount) : null,
    unit: 1,
    range: { minX: Math.min(...xs), maxX: Math.max(...xs), minZ: Math.min(...zs), maxZ: Math.max(...zs) },
    areEvents: false,
  };
}

function gridOf(points: HeatPoints, radius = 8) {
  const bounds = boundsOf(points);
  if (bounds === null) throw new Error('nobody is anywhere');
  return gridOver(bounds, radius);
}

describe('bins', () => {
  it('are a plain count of what passes, by person, height and time, and only that', () => {
    fc.assert(
      fc.property(
        crowd,
        fc.boolean(),
        fc.subarray([1, 2, 3, 4, 5]),
        fc.option(fc.double({ min: 0, max: 20, noNaN: true })),
        time,
        (list, weighted, who, height, span) => {
          const points = pointsOf(list, weighted);
          const grid = gridOf(points);
          const heights = height === null ? null : { from: height, to: Infinity };
          const bins = new HeatBins(points, grid);
          bins.select(
            Uint8Array.from(points.keys, (key) => (who.includes(key.who) ? 1 : 0)),
            heights,
            span,
          );

          const naive = new Map<number, number>();
          let total = 0;
          for (const one of list) {
            if (!who.includes(one.who) || (span !== null && (one.t < span.from || one.t > span.to))) continue;
            if (height !== null && Math.fround(one.y) < height) continue;
            const column = Math.floor((Math.fround(one.x) - grid.x) / grid.cell);
            const row = Math.floor((Math.fround(one.z) - grid.z) / grid.cell);
            const inside = column >= 0 && row >= 0 && column < grid.columns && row < grid.rows;
            const at = inside ? row * grid.columns + column : grid.columns * grid.rows;
            naive.set(at, (naive.get(at) ?? 0) + (weighted ? one.amount : 1));
            total += weighted ? one.amount : 1;
          }
          expect(bins.total).toBe(total);
          const counted = new Map([...bins.values.entries()].filter(([, value]) => value !== 0));
          // A place on the line between two cells may fall on either side.
          const near = (at: number): number =>
            [at, at - 1, at + 1, at - grid.columns, at + grid.columns].reduce((sum, i) => sum + (naive.get(i) ?? 0), 0);
          for (const [at, value] of counted) expect(near(at)).toBeGreaterThanOrEqual(value);
          expect([...counted.values()].reduce((sum, value) => sum + value, 0)).toBe(total);
        },
      ),
    );
  });

  it('are the same after any walk of the window as when they are counted anew', () => {
    fc.assert(
      fc.property(crowd, fc.boolean(), fc.array(time, { minLength: 1, maxLength: 8 }), (list, weighted, windows) => {
        const points = pointsOf(list, weighted);
        const grid = gridOf(points);
        const pass = Uint8Array.from(points.keys, ({ who }) => who % 2);
        const walked = new HeatBins(points, grid);
        walked.select(pass, null, windows[0] ?? null);
        for (const window of windows) {
          walked.move(window);
          const anew = new HeatBins(points, grid);
          anew.select(pass, null, window);
          expect(walked.values).toEqual(anew.values);
          expect(walked.total).toBe(anew.total);
          expect(walked.span).toEqual(anew.span);
        }
      }),
    );
  });
});

describe('the grid and its blur', () => {
  it('lose nothing of what lies on the grid', () => {
    fc.assert(
      fc.property(crowd, fc.double({ min: 0.5, max: 80, noNaN: true }), (list, radius) => {
        const points = pointsOf(list, false);
        const grid = gridOf(points, radius);
        expect(grid.columns).toBeLessThan(540);
        expect(grid.rows).toBeLessThan(540);
        const bins = new HeatBins(points, grid);
        bins.select(new Uint8Array(points.keys.length).fill(1), null, null);
        const values = Float32Array.from(bins.values.subarray(0, -1));
        const sum = (of: Float32Array): number => of.reduce((all, value) => all + value, 0);
        expect(sum(blurred(values, grid))).toBeCloseTo(sum(values), 2);
      }),
      { numRuns: 20 },
    );
  });

  it('weigh as a Gaussian does', () => {
    for (const sigma of [0.5, 1, 2.5, 3]) {
      const weights = gaussian(sigma);
      expect(weights.reduce((sum, weight, i) => sum + (i === 0 ? weight : 2 * weight), 0)).toBeCloseTo(1, 6);
      expect((weights[1] as number) / (weights[0] as number)).toBeCloseTo(Math.exp(-1 / (2 * sigma * sigma)), 5);
    }
  });

  it('do not become coarse for one who is far from everybody', () => {
    const many = Array.from({ length: 1000 }, (_, i) => ({ t: i, x: i % 40, y: 0, z: i / 25, who: 1, amount: 1 }));
    expect(gridOf(pointsOf([...many, { t: 0, x: 9000, y: 0, z: 9000, who: 1, amount: 1 }], false), 1).cell).toBeLessThan(1);
  });
});

describe('the end of the scale', () => {
  it('is near the peak of spots that are alike, and near the many where one spot is far above them', () => {
    const spots = (...heights: number[]): Float32Array => {
      const grid = { x: 0, z: 0, cell: 1, columns: 400, rows: 60, sigma: 3 };
      const values = new Float32Array(grid.columns * grid.rows);
      for (const [i, height] of heights.entries()) values[30 * grid.columns + 20 + i * 30] = height * 2 * Math.PI * 9;
      return blurred(values, grid);
    };
    expect(strongOf(spots(1))).toBeGreaterThan(0.8);
    expect(strongOf(spots(1, 1, 1, 1))).toBeGreaterThan(0.8);
    expect(strongOf(spots(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 20))).toBeLessThan(14);
    expect(strongOf(spots(-1, 1))).toBeGreaterThan(0.8);
    expect(strongOf(new Float32Array(9))).toBe(0);
  });
});

describe('floors', () => {
  const standing = (...heights: number[]) => {
    const place = Float32Array.from(heights.flatMap((height) => [0, height, 0]));
    return floorsOf({ place, row: Uint32Array.from(heights, (_, i) => i), count: heights.length });
  };
  const around = (height: number, count: number): number[] => Array.from({ length: count }, (_, i) => height + (i % 5) * 0.1);

  it('are found where people are, however few are upstairs', () => {
    const floors = standing(...around(0, 400), ...around(4, 60), ...around(8, 150));
    expect(floors).toHaveLength(3);
    const on = (height: number): number => floors.findIndex(({ from, to }) => height >= from && height < to);
    expect([on(-5), on(0.2), on(4.2), on(8.2), on(50)]).toEqual([0, 0, 1, 2, 2]);
  });

  it('are none on a slope, on one level, and over a mountain', () => {
    expect(standing(...Array.from({ length: 500 }, (_, i) => i / 50))).toEqual([]);
    expect(standing(...around(3, 300))).toEqual([]);
    expect(standing(...around(0, 200), ...around(200, 200))).toEqual([]);
  });
});

const CHANNELS = ['segment', 'position', 'life', 'team', 'holds'] as const;
const INFO = {
  durationMs: 2000,
  framePeriodMs: 100,
  maxInterpolateMs: 1000,
  space: { axis: [0, 1, 2], sign: [1, 1, 1], metresPerUnit: 1 },
  channels: CHANNELS.map((name, id) => ({
    id,
    name,
    type: name === 'position' ? 'number' : name === 'team' ? 'string' : 'int',
    width: name === 'position' ? 3 : 1,
    layer: 0,
    unit: '',
  })),
} as unknown as SessionInfo;
const KINDS: readonly HeatProfile[] = [
  { id: 'kills', label: 'Kills', unit: 'kills', from: { events: ['kill'], of: 'actor', at: 'place' } },
  { id: 'killers', label: 'Where killers stood', unit: 'kills', from: { events: ['kill'], of: 'actor', at: 'actor' } },
  { id: 'presence', label: 'Presence', unit: 's', from: { dwell: 'seconds', kinds: ['player'] } },
  { id: 'holding', label: 'Holding', unit: 's', from: { dwell: 'seconds', kinds: ['player'], during: 'holds' } },
  { id: 'way', label: 'Way', unit: 'm', from: { dwell: 'metres', kinds: ['player'] } },
];
const SUBJECT: HeatSubject = {
  info: INFO,
  strings: ['', 'red', 'blue', 'pistol', 'rifle'],
  teams: ['red', 'blue'],
  kinds: KINDS,
  entityKinds: ['object', 'player', 'player', 'vehicle'],
  firstTeams: Int8Array.of(-1, 0, 1, -1),
  entityAs: null,
  stringAs: null,
};

type Samples = Readonly<Record<number, readonly (readonly [t: number, ...values: number[]])[]>>;
function column(channel: number, width: number, of: Samples): Column {
  const rows = Object.entries(of).map(([entity, samples]) => [Number(entity), samples] as const);
  const all = rows.flatMap(([, samples]) => samples);
  const values = all.flatMap(([, ...numbers]) => numbers);
  let start = 0;
  return {
    channel,
    width,
    entities: Int32Array.from(rows, ([entity]) => entity),
    starts: Int32Array.of(0, ...rows.map(([, samples]) => (start += samples.length))),
    times: Int32Array.from(all, ([t]) => t),
    values: channel === 1 ? Float64Array.from(values) : Int32Array.from(values),
  };
}

/** Player 1 walks 10 m/s along x, dies at 1.5 s, holds something from 0.5 to 1 s, and changes to the other team at 1 s; player 2 stands. */
function chunks(): Chunk[] {
  const walk = (from: number, to: number): [number, number, number, number][] =>
    Array.from({ length: (to - from) / 100 + 1 }, (_, i) => [from + i * 100, (from + i * 100) / 100, 2, 0]);
  const alive = LIFE.indexOf('alive');
  return [
    {
      t0: 0,
      t1: 1000,
      columns: [
        column(0, 1, { 1: [[0, 1]], 2: [[0, 1]], 3: [[0, 1]] }),
        column(1, 3, { 1: walk(0, 900), 2: [[0, 50, 0, 20]], 3: [[0, 0, 0, 0]] }),
        column(2, 1, { 1: [[0, alive]], 2: [[0, alive]] }),
        column(3, 1, { 1: [[0, 1]], 2: [[0, 2]] }),
        column(4, 1, {
          1: [
            [0, 0],
            [500, 1],
          ],
        }),
      ],
    },
    {
      t0: 1000,
      t1: 2001,
      columns: [
        column(0, 1, { 1: [[0, 1]], 2: [[0, 1]], 3: [[0, 1]] }),
        column(1, 3, { 1: walk(900, 2000), 2: [[0, 50, 0, 20]], 3: [[0, 0, 0, 0]] }),
        column(2, 1, {
          1: [
            [0, alive],
            [1500, LIFE.indexOf('dead')],
          ],
          2: [[0, alive]],
        }),
        column(3, 1, {
          1: [
            [0, 1],
            [1000, 2],
          ],
          2: [[0, 2]],
        }),
        column(4, 1, {
          1: [
            [500, 1],
            [1000, 0],
          ],
        }),
      ],
    },
  ];
}

const EVENTS: HeatEvents = {
  count: 3,
  t: Int32Array.of(600, 1200, 1300),
  type: Uint8Array.of(eventCode('kill'), eventCode('kill'), eventCode('shot')),
  actor: Int32Array.of(1, 1, 2),
  target: Int32Array.of(2, 2, 0),
  weapon: Int32Array.of(3, 4, 4),
  position: Float32Array.of(50, 0, 20, 50, 0, 20, 1, 1, 1),
  targetPosition: new Float32Array(9).fill(Number.NaN),
};

describe('events that are handed over in parts', () => {
  it('are the same table at the other end', () => {
    const taken = emptyHeatEvents(EVENTS.count);
    for (const [from, to] of [
      [0, 2],
      [2, 3],
    ] as const)
      putPart(taken, partOf(EVENTS, from, to), from);
    expect(taken).toEqual(EVENTS);
  });
});

const ALL: HeatSelection = { kind: 'kills', team: null, who: null, role: null, weapon: null };
const QUERY: HeatQuery = { selection: ALL, minus: null, time: null, floor: null, radius: 2, dots: false };

function store(fed = true): HeatStore {
  const made = new HeatStore();
  made.add(source(SUBJECT, fed));
  return made;
}

function source(subject: HeatSubject, fed: boolean): HeatSource {
  const made = new HeatSource(subject, EVENTS);
  if (!fed) return made;
  for (const chunk of chunks()) made.feed(chunk);
  made.end();
  return made;
}

function total(of: HeatStore, selection: Partial<HeatSelection>, more: Partial<HeatQuery> = {}): number {
  return of.answer({ ...QUERY, selection: { ...ALL, ...selection }, ...more })?.total ?? Number.NaN;
}

describe('a session', () => {
  it('shows events at once, and with the team of their moment once the samples are read', () => {
    expect(total(store(false), { team: 0 })).toBe(2);
    const read = store();
    expect([total(read, {}), total(read, { team: 0 }), total(read, { team: 1 })]).toEqual([2, 1, 1]);
    expect([total(read, { weapon: 3 }), total(read, { who: 1 }), total(read, { who: 2 })]).toEqual([1, 2, 0]);
    expect(total(read, {}, { time: { from: 1000, to: 1200 } })).toBe(1);
    expect(read.answer({ ...QUERY, dots: true })?.people).toEqual([1]);
  });

  it('knows where killers stood from the samples alone', () => {
    expect(store(false).answer({ ...QUERY, selection: { ...ALL, kind: 'killers' } })).toBeNull();
    const dots = store().answer({ ...QUERY, selection: { ...ALL, kind: 'killers' }, dots: true })?.dots;
    expect([...(dots?.place ?? [])].slice(0, 6)).toEqual([6, 2, 0, 12, 2, 0]);
    expect([...(dots?.seq ?? [])].slice(0, 2)).toEqual([0, 1]);
  });

  it('adds up the time of the living, by state, and the way that they went', () => {
    const read = store();
    expect(total(read, { kind: 'presence', who: 1 })).toBeCloseTo(1.5, 6);
    expect(total(read, { kind: 'presence', who: 2 })).toBeCloseTo(2.1, 6);
    expect(total(read, { kind: 'presence' })).toBeCloseTo(3.6, 6);
    expect(total(read, { kind: 'holding' })).toBeCloseTo(0.5, 6);
    expect(total(read, { kind: 'way', who: 1 })).toBeCloseTo(14, 3);
    expect(total(read, { kind: 'presence', who: 1, team: 1 })).toBeCloseTo(0.5, 6);
  });

  it('takes one selection from another, cell by cell', () => {
    const read = store();
    const of = (query: Partial<HeatQuery>) => read.answer({ ...QUERY, ...query });
    const minus = { ...ALL, kind: 'presence', who: 2 };
    const difference = of({ selection: { ...ALL, kind: 'presence', who: 1 }, minus, dots: true });
    expect([difference?.total, difference?.minusTotal].map((value) => Math.round((value ?? 0) * 10))).toEqual([15, 21]);
    expect(difference?.values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1.5 - 2.1, 4);
    expect(Math.min(...(difference?.values ?? []))).toBeCloseTo(-2.1, 5);
    expect([...(difference?.dots?.minus ?? [])].filter((side) => side === 1)).toHaveLength(21);
    const nothing = of({ selection: minus, minus });
    expect(nothing?.values.every((value) => value === 0)).toBe(true);
    expect(nothing?.strong).toBe(0);
  });

  it('sketches what takes long: some of the points, which stand for all', () => {
    const events = emptyHeatEvents(500_000);
    let seed = 1;
    const next = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    events.type.fill(eventCode('kill'));
    for (let i = 0; i < events.count; i++) {
      events.t[i] = i;
      events.actor[i] = 1 + (i % 3 === 0 ? 1 : 0);
      events.position.set([next() * 1000, 0, next() * 1000], i * 3);
    }
    const many = new HeatStore();
    many.add(new HeatSource({ ...SUBJECT, strings: [''] }, events));
    const query = { ...QUERY, selection: { ...ALL, kind: 'kills' } };
    const sketch = many.sketch(query);
    const exact = many.answer(query);
    expect([sketch?.total, exact?.total]).toEqual([500_000, 500_000]);
    expect(sketch?.complete).toBe(false);
    expect(Math.abs((sketch?.strong ?? 0) / (exact?.strong ?? 1) - 1)).toBeLessThan(0.3);
    expect(many.sketch(query), 'once is enough').toBeNull();
    expect(store().sketch(query), 'few are counted at once').toBeNull();
  });

  it('is counted together with others of the same place, by the names that they share', () => {
    const both = store();
    // There the two have changed their numbers, and the rifle has another one.
    both.add(source({ ...SUBJECT, entityAs: Int32Array.of(-1, 2, 1, 3), stringAs: Int32Array.of(-1, 1, 2, 4, 3) }, true));
    expect(total(both, {})).toBe(4);
    expect([total(both, { who: 1 }), total(both, { who: 2 })]).toEqual([2, 2]);
    expect([total(both, { weapon: 3 }), total(both, { weapon: 4 })]).toEqual([2, 2]);
    expect(total(both, { kind: 'presence', who: 1 })).toBeCloseTo(1.5 + 2.1, 6);
    const answer = both.answer({ ...QUERY, dots: true });
    expect(answer?.values.reduce((all, value) => all + value, 0)).toBe(4);
    expect([...(answer?.dots?.session ?? [])].slice(0, 4)).toEqual([0, 0, 1, 1]);
    expect(answer?.complete).toBe(true);
    both.add(source(SUBJECT, false));
    expect(both.answer(QUERY)?.complete).toBe(false);
  });
});
