/** The choice of a few without sorting all. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Greatest } from './greatest.ts';

test('the greatest few are those of the whole list when it is sorted', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 5 })), fc.integer({ min: 0, max: 12 }), (values, limit) => {
      const greatest = new Greatest(limit);
      for (const [player, value] of values.entries()) greatest.take(player, value);
      const sorted = values.map((value, player) => [player, value] as const).toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
      expect(greatest.rows).toEqual(sorted.slice(0, limit));
      expect(greatest.total).toBe(values.length);
    }),
  );
});
