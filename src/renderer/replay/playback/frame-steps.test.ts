import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepRecorded, stepRegular, type FrameChunks } from './frame-steps.ts';

describe('regular frames', () => {
  it('lie at round(f * period)', () => {
    expect(stepRegular(0, 1, 1000, 5000)).toBe(1000);
    expect(stepRegular(1400, 1, 1000, 5000)).toBe(2000);
    expect(stepRegular(1400, -1, 1000, 5000)).toBe(1000);
    expect(stepRegular(0, -1, 1000, 5000)).toBe(0);
    expect(stepRegular(4999, 10, 1000, 5000)).toBe(5000);
  });

  it('one by one hit every frame of a period that is no whole number', () => {
    const period = 100 / 3;
    let t = 0;
    for (let frame = 1; frame <= 30; frame++) {
      t = stepRegular(t, 1, period, 1000);
      expect(t).toBe(Math.round(frame * period));
    }
    for (let frame = 29; frame >= 0; frame--) {
      t = stepRegular(t, -1, period, 1000);
      expect(t).toBe(Math.round(frame * period));
    }
  });
});

/** Splits frame times at the given edges, each chunk carrying over the last time before its start. */
function chunked(times: readonly number[], edges: readonly number[]): FrameChunks {
  const starts = [0, ...edges];
  return {
    count: starts.length,
    indexAt: (t) =>
      Math.max(
        0,
        starts.findLastIndex((start) => start <= t),
      ),
    start: (index) => starts[index] ?? 0,
    times: (index) => {
      const from = starts[index] ?? 0;
      const to = starts[index + 1] ?? Infinity;
      const carried = index === 0 ? undefined : times.findLast((t) => t < from);
      const own = times.filter((t) => t >= from && t < to);
      return Promise.resolve(Int32Array.from(carried === undefined ? own : [carried, ...own]));
    },
  };
}

describe('recorded frames', () => {
  it('steps over the edges of chunks, also of empty ones', async () => {
    const chunks = chunked([0, 33, 70, 300, 301], [50, 100, 200]);
    expect(await stepRecorded(0, 1, chunks, 400)).toBe(33);
    expect(await stepRecorded(33, 1, chunks, 400)).toBe(70);
    expect(await stepRecorded(70, 1, chunks, 400)).toBe(300);
    expect(await stepRecorded(300, -1, chunks, 400)).toBe(70);
    expect(await stepRecorded(250, -2, chunks, 400)).toBe(33);
    expect(await stepRecorded(301, 1, chunks, 400)).toBe(400);
    expect(await stepRecorded(0, -1, chunks, 400)).toBe(0);
  });

  it('equals the same step in one list', async () => {
    const input = fc.record({
      times: fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 }),
      edges: fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { maxLength: 6 }),
      t: fc.integer({ min: 0, max: 1000 }),
      n: fc.integer({ min: -6, max: 6 }).filter((n) => n !== 0),
    });
    await fc.assert(
      fc.asyncProperty(input, async ({ times, edges, t, n }) => {
        const sorted = times.toSorted((a, b) => a - b);
        const expected = n > 0 ? (sorted.filter((x) => x > t)[n - 1] ?? 1000) : (sorted.filter((x) => x < t).at(n) ?? 0);
        const chunks = chunked(
          sorted,
          edges.toSorted((a, b) => a - b),
        );
        expect(await stepRecorded(t, n, chunks, 1000)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});
