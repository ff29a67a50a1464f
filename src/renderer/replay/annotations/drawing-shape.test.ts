import { array, assert, double, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceTo, drawingLines, simplify, type Point } from './drawing-shape.ts';

const UP = [0, 1, 0] as [number, number, number];
const flat = (x: number, y: number): readonly [number, number] => [x, y];

function ends(lines: Float32Array): number[][] {
  return Array.from({ length: lines.length / 3 }, (_, i) => [...lines.subarray(i * 3, i * 3 + 3)]);
}

describe('a drawing', () => {
  it('as an arrow ends at its tip, with a head on both sides of it', () => {
    const lines = drawingLines({ shape: 'arrow', points: [[0, 0, 0], [4, 0, 0]], normal: UP }); // prettier-ignore
    const all = ends(lines);
    expect(all.slice(0, 2)).toEqual([[0, 0, 0], [4, 0, 0]]); // prettier-ignore
    const [left, right] = [all[3], all[5]];
    expect(left?.[2]).toBeCloseTo(-(right?.[2] ?? 0), 5);
    expect(Math.abs(left?.[2] ?? 0)).toBeGreaterThan(0.1);
    expect(left?.[0]).toBeLessThan(4);
  });

  it('as a circle goes round its middle at the same distance, in its plane', () => {
    for (const normal of [UP, [1, 0, 0] as [number, number, number]]) {
      const rim: [number, number, number] = normal === UP ? [3, 5, 0] : [0, 8, 0];
      for (const [x = 0, y = 0, z = 0] of ends(drawingLines({ shape: 'circle', points: [[0, 5, 0], rim], normal }))) {
        expect(Math.hypot(x, y - 5, z)).toBeCloseTo(3, 4);
        expect(x * normal[0] + (y - 5) * normal[1] + z * normal[2]).toBeCloseTo(0, 4);
      }
    }
  });

  it('as a zone is closed, and long sides are cut so that they can lie on uneven ground', () => {
    const all = ends(drawingLines({ shape: 'zone', points: [[0, 0, 0], [40, 0, 0], [40, 0, 40]], normal: UP })); // prettier-ignore
    expect(all.at(-1)).toEqual([0, 0, 0]);
    for (let i = 0; i < all.length; i += 2) {
      const [a = [], b = []] = [all[i], all[i + 1]];
      expect(Math.hypot((a[0] ?? 0) - (b[0] ?? 0), (a[2] ?? 0) - (b[2] ?? 0))).toBeLessThan(8.001);
    }
  });

  it('is found by the distance to its nearest line, not by what lies behind the eye', () => {
    const lines = Float32Array.of(0, 0, 0, 10, 0, 0);
    expect(distanceTo(lines, 5, 3, flat)).toBeCloseTo(3);
    expect(distanceTo(lines, 13, 4, flat)).toBeCloseTo(5);
    expect(distanceTo(lines, 5, 3, () => [Number.NaN, Number.NaN])).toBe(Infinity);
  });
});

describe('a freehand line', () => {
  const point = tuple(integer({ min: -50, max: 50 }), integer({ min: -2, max: 2 }), integer({ min: -50, max: 50 }));

  it('made simpler keeps its ends and stays within reach of what was drawn', () => {
    assert(
      property(array(point, { minLength: 2, maxLength: 40 }), double({ min: 0.1, max: 5, noNaN: true }), (points, reach) => {
        const fewer = simplify(points, reach);
        expect(fewer[0]).toEqual(points[0]);
        expect(fewer.at(-1)).toEqual(points.at(-1));
        for (const p of points) expect(nearest(p, fewer)).toBeLessThanOrEqual(reach + 1e-9);
      }),
    );
  });

  it('that is straight becomes its two ends', () => {
    expect(simplify([[0, 0, 0], [1, 0, 1], [2, 0, 2], [9, 0, 9]], 0.01)).toEqual([[0, 0, 0], [9, 0, 9]]); // prettier-ignore
  });
});

function nearest([x, y, z]: Point, line: readonly Point[]): number {
  let best = Infinity;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1] ?? [0, 0, 0], line[i] ?? [0, 0, 0]];
    const d = [b[0] - a[0], b[1] - a[1], b[2] - a[2]] as const;
    const length = d[0] ** 2 + d[1] ** 2 + d[2] ** 2;
    const s = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a[0]) * d[0] + (y - a[1]) * d[1] + (z - a[2]) * d[2]) / length));
    best = Math.min(best, Math.hypot(a[0] + d[0] * s - x, a[1] + d[1] * s - y, a[2] + d[2] * s - z));
  }
  return best;
}
