import { describe, expect, it } from 'vitest';
import { bevelledHull, isNearWall, layOnHull } from './arena-shape.ts';

const MIN = [-16, -10, -40] as const;
const MAX = [16, 10, 40] as const;

describe('bevelledHull', () => {
  const hull = bevelledHull(MIN, MAX);

  it('lies within its box, and touches all of its sides', () => {
    const corners = hull.faces.flatMap((face) => face.corners);
    for (const axis of [0, 1, 2] as const) {
      expect(Math.min(...corners.map((corner) => corner[axis]))).toBeCloseTo(MIN[axis], 5);
      expect(Math.max(...corners.map((corner) => corner[axis]))).toBeCloseTo(MAX[axis], 5);
    }
  });
  it('turns every wall outward: from the middle none is near, from outside some are', () => {
    expect(hull.faces.some((face) => isNearWall(face, 0, 0, 0))).toBe(false);
    const near = hull.faces.filter((face) => isNearWall(face, -60, 20, 0)).length;
    expect(near).toBeGreaterThan(0);
    expect(near).toBeLessThan(hull.faces.length / 2);
  });
  it('gives every edge at least two walls that exist', () => {
    for (const { faces } of hull.edges) {
      expect(faces.length).toBeGreaterThanOrEqual(2);
      for (const face of faces) expect(hull.faces[face]).toBeDefined();
    }
  });
  it('lies along its longer side', () => {
    expect(hull.long).toBe(2);
    expect(bevelledHull([-40, -10, -16], [40, 10, 16]).long).toBe(0);
  });
});

describe('layOnHull', () => {
  it('brings lines of the plain box onto the walls', () => {
    const hull = bevelledHull(MIN, MAX);
    const frame = [
      [-16, -10, 4],
      [16, -10, 4],
      [16, 10, 4],
      [-16, 10, 4],
    ] as const;
    for (const { from, to, face } of layOnHull(hull, frame, 8)) {
      expect(face).toBeGreaterThanOrEqual(0);
      for (const [x, y, z] of [from, to])
        for (const { normal, offset } of hull.faces)
          expect(normal[0] * x + normal[1] * y + normal[2] * z).toBeLessThanOrEqual(offset + 1e-6);
    }
  });
  it('leaves what is inside alone', () => {
    const [piece] = layOnHull(
      bevelledHull(MIN, MAX),
      [
        [0, 0, 0],
        [2, 0, 0],
      ],
      1,
    );
    expect(piece).toEqual({ from: [0, 0, 0], to: [2, 0, 0], face: -1 });
  });
});
