import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampSpan, followSpan, pan, tickLabel, tickStep, timeToX, visibleSpan, xToTime, zoomAt } from './time-scale.ts';

describe('zoom', () => {
  it('keeps the moment under the pointer where it is', () => {
    const input = fc.record({
      from: fc.double({ min: 0, max: 5e6, noNaN: true }),
      length: fc.double({ min: 1000, max: 1e6, noNaN: true }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      factor: fc.double({ min: 0.2, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(input, ({ from, length, share, factor }) => {
        const span = { from, to: from + length };
        const t = from + share * length;
        const zoomed = zoomAt(span, t, factor, 1e7);
        expect(zoomed).not.toBeNull();
        if (zoomed === null) return;
        expect(timeToX(t, zoomed, 1000)).toBeCloseTo(timeToX(t, span, 1000), 3);
        expect(zoomed.to - zoomed.from).toBeCloseTo(Math.max(200, length * factor), 3);
      }),
    );
  });

  it('out to everything is the whole session', () => {
    expect(zoomAt({ from: 100, to: 900 }, 500, 100, 1000)).toBeNull();
    expect(visibleSpan(null, 1000)).toEqual({ from: 0, to: 1000 });
  });

  it('never leaves the session', () => {
    expect(clampSpan({ from: -500, to: 500 }, 10_000)).toEqual({ from: 0, to: 1000 });
    expect(clampSpan({ from: 9800, to: 10_800 }, 10_000)).toEqual({ from: 9000, to: 10_000 });
    expect(pan({ from: 1000, to: 2000 }, -5000, 10_000)).toEqual({ from: 0, to: 1000 });
  });
});

describe('following the playhead', () => {
  const span = { from: 1000, to: 2000 };
  it('moves only when it has left', () => {
    expect(followSpan(span, 1500, true, 10_000)).toBeNull();
    expect(followSpan(span, 2001, true, 10_000)).toEqual({ from: 1901, to: 2901 });
    expect(followSpan(span, 999, false, 10_000)).toEqual({ from: 99, to: 1099 });
  });
});

describe('ruler', () => {
  it('leaves each label its room', () => {
    fc.assert(
      fc.property(fc.double({ min: 200, max: 5e7, noNaN: true }), fc.integer({ min: 100, max: 4000 }), (length, width) => {
        const step = tickStep({ from: 0, to: length }, width, 84);
        expect((step / length) * width).toBeGreaterThanOrEqual(84 - 1e-6);
      }),
    );
    expect(tickStep({ from: 0, to: 1_200_000 }, 1300, 84)).toBe(120_000);
  });

  it('labels in the precision of its step', () => {
    expect(tickLabel(2_832_000, 120_000, 8_493_000)).toBe('0:47:12');
    expect(tickLabel(432_000, 30_000, 962_000)).toBe('7:12');
    expect(tickLabel(432_500, 500, 962_000)).toBe('7:12.5');
    expect(tickLabel(432_060, 20, 962_000)).toBe('7:12.06');
  });

  it('is its own inverse', () => {
    const span = { from: 1234, to: 98_765 };
    for (const x of [0, 17.5, 640, 1280]) expect(timeToX(xToTime(x, span, 1280), span, 1280)).toBeCloseTo(x, 9);
  });
});
