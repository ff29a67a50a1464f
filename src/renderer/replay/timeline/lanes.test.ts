import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestIndex } from './lanes.ts';

describe('nearest event', () => {
  it('is the one with the least distance', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 30 }), fc.integer({ min: -100, max: 1100 }), (times, t) => {
        const sorted = Int32Array.from(times.toSorted((a, b) => a - b));
        const found = nearestIndex(sorted, t);
        expect(Math.abs((sorted[found] ?? Infinity) - t)).toBe(Math.min(Infinity, ...Array.from(sorted, (s) => Math.abs(s - t))));
      }),
    );
  });
});
