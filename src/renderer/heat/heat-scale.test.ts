/** Scales end at round numbers in units that people can picture; ramps begin and end with the colours of their maps. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rampBytes, rampGradient } from './heat-ramp.ts';
import { scaleFor } from './heat-scale.ts';

describe('a scale', () => {
  it('says an area for which the number is not below 1', () => {
    expect(scaleFor(3.7, 's')).toEqual({ top: 2, shown: 2, unit: 's per m²' });
    expect(scaleFor(0.06, 'kills')).toEqual({ top: 0.05, shown: 5, unit: 'kills per 100 m²' });
    expect(scaleFor(0.0004, 'kills')).toEqual({ top: 0.0002, shown: 2, unit: 'kills per ha' });
    expect(scaleFor(1.3e-6, 'shots').unit).toBe('shots per km²');
    expect(scaleFor(0, 'shots').shown).toBe(1);
  });

  it('is reached by its peak, and by not much less', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e6, noNaN: true }), (peak) => {
        const { top, shown } = scaleFor(peak, '');
        expect(top).toBeLessThanOrEqual(peak * 1.000001);
        expect(top).toBeGreaterThan(peak / 2.6);
        expect([1, 2, 5]).toContain(Number(shown.toExponential().split('e')[0]));
      }),
    );
  });
});

describe('a ramp', () => {
  const colour = (name: 'density' | 'difference', i: number): number[] => [...rampBytes(name).subarray(i * 4, i * 4 + 3)];

  it('goes from navy to yellow, and from blue over pale to red', () => {
    expect(colour('density', 0)).toEqual([0, 32, 81]);
    const [r = 0, g = 0, b = 0] = colour('density', 255);
    expect(r > 240 && g > 220 && b < 90).toBe(true);
    expect([colour('difference', 0), colour('difference', 255)]).toEqual([
      [0, 18, 97],
      [89, 0, 8],
    ]);
    expect(Math.min(...colour('difference', 128))).toBeGreaterThan(190);
  });

  it('is transparent where there is nothing', () => {
    expect(rampGradient('density')).toMatch(/^linear-gradient\(to right, rgb\(0 32 81 \/ 0\.00\) 0\.0%/);
    expect(rampGradient('difference')).toContain('/ 0.00) 50.0%');
  });
});
