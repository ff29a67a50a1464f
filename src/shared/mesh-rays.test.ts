/** Lines against a tree of triangles and against each triangle by itself. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMeshTree, firstHit } from './mesh-rays.ts';

const metre = fc.double({ min: -20, max: 20, noNaN: true });
const point = fc.tuple(metre, metre, metre);
const triangle = fc.tuple(point, point, point);
const soup = fc.array(triangle, { maxLength: 60 });

type Point = readonly [number, number, number];

function meshOf(triangles: readonly (readonly Point[])[]) {
  return { positions: Float32Array.from(triangles.flat(2)), triangles: Uint32Array.from({ length: triangles.length * 3 }, (_, i) => i) };
}

/** The line against a single one, by the volumes of the bodies that it makes with the edges. */
function meets(corners: readonly Point[], a: Point, b: Point): number {
  const [p, q, r] = corners.map((corner) => corner.map(Math.fround)) as unknown as [Point, Point, Point];
  const minus = (u: Point, v: Point): Point => [u[0] - v[0], u[1] - v[1], u[2] - v[2]];
  const volume = (u: Point, v: Point, w: Point): number =>
    u[0] * (v[1] * w[2] - v[2] * w[1]) - u[1] * (v[0] * w[2] - v[2] * w[0]) + u[2] * (v[0] * w[1] - v[1] * w[0]);
  const way = minus(b, a);
  const sides = [volume(way, minus(p, a), minus(q, a)), volume(way, minus(q, a), minus(r, a)), volume(way, minus(r, a), minus(p, a))];
  if (!(sides.every((side) => side > 0) || sides.every((side) => side < 0))) return 1;
  const before = volume(minus(q, p), minus(r, p), minus(a, p));
  const after = volume(minus(q, p), minus(r, p), minus(b, p));
  const share = before / (before - after);
  return share > 0 && share < 1 ? share : 1;
}

describe('a tree of triangles', () => {
  it('is met where the nearest of its triangles is', () => {
    fc.assert(
      fc.property(soup, point, point, (triangles, a, b) => {
        const expected = Math.min(1, ...triangles.map((corners) => meets(corners, a, b)));
        const found = firstHit(buildMeshTree(meshOf(triangles)), ...a, ...b, Infinity);
        // On an edge one may find it and the other not.
        fc.pre(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) > 0.01);
        const again = Math.min(
          ...[0.002, -0.002].map((off) =>
            Math.min(1, ...triangles.map((corners) => meets(corners, [a[0] + off, a[1] - off, a[2] + off], b))),
          ),
        );
        expect(Math.min(Math.abs(found - expected), Math.abs(found - again))).toBeLessThan(0.02);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('holds each of its triangles once', () => {
    fc.assert(
      fc.property(soup, (triangles) => {
        const { corners } = buildMeshTree(meshOf(triangles));
        const sorted = (list: readonly string[]): string[] => list.toSorted();
        const kept = Array.from({ length: corners.length / 9 }, (_, i) => corners.slice(i * 9, i * 9 + 9).join(' '));
        expect(sorted(kept)).toEqual(sorted(triangles.map((one) => Float32Array.from(one.flat()).join(' '))));
      }),
    );
  });

  const wall: readonly Point[] = [
    [0, 0, -9],
    [0, 0, 9],
    [0, 9, 0],
  ];
  it('is open above a height, and from both sides a wall', () => {
    const tree = buildMeshTree(meshOf([wall]));
    expect(firstHit(tree, -1, 2, 0, 1, 2, 0, Infinity)).toBeCloseTo(0.5, 5);
    expect(firstHit(tree, 1, 2, 0, -1, 2, 0, Infinity)).toBeCloseTo(0.5, 5);
    expect(firstHit(tree, -1, 2, 0, 1, 2, 0, 1.5)).toBe(1);
    expect(firstHit(tree, -1, 12, 0, 1, 12, 0, Infinity)).toBe(1);
  });

  it('without triangles is nothing, and one of equal triangles still divides', () => {
    expect(firstHit(buildMeshTree(meshOf([])), 0, 0, 0, 1, 1, 1, Infinity)).toBe(1);
    const tree = buildMeshTree(meshOf(Array.from({ length: 40 }, () => wall)));
    expect(firstHit(tree, -1, 2, 0, 1, 2, 0, Infinity)).toBeCloseTo(0.5, 5);
  });
});
