import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { along, createAxes, setLevel, straighten, toDirection, toPlace, type Axes } from './axes.ts';

const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, n, i) => sum + n * (b[i] ?? 0), 0);

function expectRightHanded({ forward, up, left }: Axes): void {
  for (const [a, b] of [
    [forward, up],
    [up, left],
    [left, forward],
  ] as const) {
    expect(dot(a, a)).toBeCloseTo(1, 4);
    expect(dot(a, b)).toBeCloseTo(0, 4);
  }
  // left = up x forward
  expect((up[1] ?? 0) * (forward[2] ?? 0) - (up[2] ?? 0) * (forward[1] ?? 0)).toBeCloseTo(left[0] ?? 0, 4);
}

describe('axes', () => {
  it('turns native numbers into Session ones', () => {
    const space = { axis: [0, 2, 1], sign: [1, 1, -1], metresPerUnit: 2 } as const;
    const values = Float32Array.of(9, 1, 2, 3);
    toDirection(space, values, 1);
    expect([...values]).toEqual([9, 1, 3, -2]);
    toPlace(space, values, 1);
    expect([...values]).toEqual([9, 2, -4, -6]);
  });

  it('straightens any two directions into three at right angles, and refuses what is none', () => {
    const number = fc.double({ min: -1, max: 1, noNaN: true });
    const vector = fc.tuple(number, number, number);
    fc.assert(
      fc.property(vector, vector, (forward, up) => {
        const size = Math.hypot(...forward) * Math.hypot(...up);
        const across = Math.hypot(
          forward[1] * up[2] - forward[2] * up[1],
          forward[2] * up[0] - forward[0] * up[2],
          forward[0] * up[1] - forward[1] * up[0],
        );
        fc.pre(size > 1e-3 && across > 0.05 * size);
        const axes = createAxes();
        axes.forward.set(forward);
        axes.up.set(up);
        expect(straighten(axes)).toBe(true);
        expectRightHanded(axes);
        expect(dot(axes.up, Float32Array.from(up))).toBeGreaterThan(0);
      }),
    );
    const axes = createAxes();
    axes.up.set(axes.forward);
    expect(straighten(axes)).toBe(false);
    axes.forward.fill(0);
    expect(straighten(axes)).toBe(false);
    axes.forward.fill(Number.NaN);
    expect(straighten(axes)).toBe(false);
  });

  it('stands upright towards a heading', () => {
    const axes = createAxes();
    setLevel(axes, Math.PI / 2); // towards +x
    expectRightHanded(axes);
    expect(axes.forward[0]).toBeCloseTo(1, 6);
    expect(axes.left[2]).toBeCloseTo(-1, 6);
  });

  it('finds places along the axes', () => {
    const out = new Float32Array(4);
    const axes = createAxes();
    setLevel(axes, Math.PI); // towards +z
    along(axes, Float32Array.of(1, 2, 3), 0.5, 1, 2, out, 1);
    for (const [i, n] of [0, 1.5, 3, 5].entries()) expect(out[i]).toBeCloseTo(n, 5);
  });
});
