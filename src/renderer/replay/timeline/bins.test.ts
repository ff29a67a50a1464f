import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binEvents } from './bins.ts';

describe('bins', () => {
  it('equal a plain count per column', () => {
    const input = fc.record({
      events: fc.array(fc.record({ t: fc.integer({ min: 0, max: 5000 }), importance: fc.integer({ min: 0, max: 3 }) }), { maxLength: 80 }),
      from: fc.integer({ min: 0, max: 4000 }),
      length: fc.integer({ min: 200, max: 4000 }),
      columns: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(
      fc.property(input, ({ events, from, length, columns }) => {
        const sorted = events.toSorted((a, b) => a.t - b.t);
        const source = { t: Int32Array.from(sorted, (e) => e.t), importance: Uint8Array.from(sorted, (e) => e.importance) };
        const bins = binEvents(source, { from, to: from + length }, columns);
        const visible = sorted.filter((e) => e.t >= from && e.t <= from + length);
        expect(bins.count.reduce((a, b) => a + b, 0)).toBe(visible.length);
        for (let column = 0; column < columns; column++) {
          const own = visible.filter((e) => Math.min(columns - 1, Math.floor(((e.t - from) * columns) / length)) === column);
          if (own.length !== bins.count[column]) continue; // a time exactly on an edge may round to either side
          const top = own.reduce((a, e) => Math.max(a, e.importance + 1), 0);
          expect(bins.top[column]).toBe(top);
          const best = bins.best[column] as number;
          expect(sorted[best]?.importance ?? -1).toBe(top - 1);
        }
      }),
    );
  });

  it('draws the more important of two in one column', () => {
    const bins = binEvents({ t: Int32Array.of(10, 11, 12), importance: Uint8Array.of(1, 3, 3) }, { from: 0, to: 1000 }, 10);
    expect([bins.count[0], bins.top[0], bins.best[0], bins.max]).toEqual([3, 4, 1, 3]);
  });
});
