import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChunkDamaged } from './session/bytes.ts';
import { uncompressed } from './session/testing.ts';
import { decodeStatistics, encodeStatistics } from './statistics-codec.ts';
import { cellAt, lastPoint, type StatisticColumn, type Statistics, type TableSection } from './statistics.ts';

const column = (id: string, more: Partial<StatisticColumn> = {}): StatisticColumn => ({
  id,
  label: id,
  unit: '',
  format: 'whole',
  reads: 'step',
  start: 0,
  ...more,
});

/** Two rows; cells as lists of [t, value]. */
function table(columns: readonly StatisticColumn[], cells: readonly (readonly [number, number])[][]): TableSection {
  const starts = new Int32Array(cells.length + 1);
  for (const [i, cell] of cells.entries()) starts[i + 1] = (starts[i] ?? 0) + cell.length;
  return {
    kind: 'table',
    id: 'a',
    title: 'A',
    about: 'All of it.',
    rowLabel: 'Who',
    columns,
    rows: [
      { kind: 'entity', entity: 1 },
      { kind: 'team', team: 'blue' },
    ],
    starts,
    t: Int32Array.from(cells.flat(), ([t]) => t),
    value: Float64Array.from(cells.flat(), ([, value]) => value),
  };
}

describe('a cell', () => {
  it('has the latest value, and before the first what its column says', () => {
    const counted = table(
      [column('kills'), column('best', { start: null })],
      [
        [
          [10, 1],
          [20, 2],
        ],
        [[20, 7]],
        [],
        [],
      ],
    );
    expect([0, 10, 19, 20, Number.POSITIVE_INFINITY].map((t) => cellAt(counted, 0, 0, t))).toEqual([0, 1, 1, 2, 2]);
    expect([0, 19, 20].map((t) => cellAt(counted, 0, 1, t))).toEqual([null, null, 7]);
    expect([cellAt(counted, 1, 0, 99), cellAt(counted, 1, 1, 99), cellAt(counted, 1, 2, 99)]).toEqual([0, null, null]);
  });

  it('grows between the points of a line', () => {
    const counted = table(
      [column('time', { reads: 'line' })],
      [
        [
          [100, 0],
          [200, 50],
          [300, 50],
          [310, 60],
        ],
        [],
      ],
    );
    expect([99, 100, 150, 200, 250, 305, 310, Number.POSITIVE_INFINITY].map((t) => cellAt(counted, 0, 0, t))).toEqual([
      0, 0, 25, 50, 50, 55, 60, 60,
    ]);
  });

  it('divides what others count', () => {
    const counted = table(
      [
        column('sum'),
        column('ratio', { derived: { kind: 'ratio', of: 'sum', by: 'count' } }),
        column('count'),
        column('share', { derived: { kind: 'share', of: 'sum' } }),
      ],
      [[[0, 6]], [], [[5, 4]], [], [[8, 2]], [], [], []],
    );
    expect([0, 5].map((t) => cellAt(counted, 0, 1, t))).toEqual([null, 1.5]);
    expect([0, 8].map((t) => cellAt(counted, 0, 3, t))).toEqual([1, 0.75]);
    expect(cellAt(counted, 1, 3, 8)).toBe(0.25);
    expect(cellAt(counted, 1, 1, 8)).toBeNull();
  });
});

it('the last point is what a search from the end finds', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.integer({ min: -5, max: 60 }), (times, t) => {
      const sorted = Int32Array.from(times).toSorted();
      expect(lastPoint(sorted, t)).toBe(sorted.findLastIndex((time) => time <= t));
    }),
  );
});

describe('the codec', () => {
  const ints = fc.int32Array();
  const numbers = fc.float64Array();
  const section = fc.oneof(
    fc.record({ kind: fc.constant('chart'), title: fc.string(), lines: fc.array(fc.record({ t: ints, value: numbers })) }),
    fc.record({
      kind: fc.constant('table'),
      rows: fc.array(fc.record({ kind: fc.constant('text'), text: fc.string() })),
      starts: ints,
      t: ints,
      value: numbers,
    }),
    fc.record({
      kind: fc.constant('moments'),
      t: ints,
      columns: fc.array(fc.oneof(fc.record({ values: ints }), fc.record({ values: numbers }))),
    }),
  );

  it('gives everything back', () => {
    fc.assert(
      fc.property(fc.array(section), fc.array(fc.string()), fc.nat(), (sections, words, durationMs) => {
        const statistics = { durationMs, words, sections } as unknown as Statistics;
        expect(decodeStatistics(encodeStatistics(statistics, uncompressed), uncompressed)).toEqual(statistics);
      }),
    );
  });

  it('refuses what is damaged', () => {
    const bytes = encodeStatistics({ durationMs: 5, words: [''], sections: [table([column('kills')], [[[1, 2]], []])] }, uncompressed);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = Uint8Array.from(bytes);
        // Byte 5 means nothing yet, so the one before it is damaged in its place.
        const place = at === 5 ? 4 : at;
        damaged[place] = (damaged[place] ?? 0) ^ flip;
        expect(() => decodeStatistics(damaged, uncompressed)).toThrow(ChunkDamaged);
      }),
    );
    expect(() => decodeStatistics(bytes.subarray(0, 40), uncompressed)).toThrow(ChunkDamaged);
  });
});
