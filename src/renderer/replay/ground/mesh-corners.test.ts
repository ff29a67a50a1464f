/** Triangles corner by corner: each with the direction of its face, and only the edges of the shape near. */
import { describe, expect, it } from 'vitest';
import { SURFACE_FLOOR, SURFACE_WALL, type WorldMesh } from '../../../shared/world-mesh.ts';
import { meshCorners } from './mesh-corners.ts';

/** A level square of two triangles, whose diagonal is a seam, and a wall beside it. */
const MESH: WorldMesh = {
  positions: Float32Array.from([0, 0, 0, 0, 0, 2, 2, 0, 2, 2, 0, 0, 0, 3, 0]),
  triangles: Uint32Array.from([0, 1, 2, 0, 2, 3, 0, 4, 1]),
  surfaces: Uint8Array.from([SURFACE_FLOOR, SURFACE_FLOOR, SURFACE_WALL]),
  edges: Uint8Array.from([0b011, 0b110, 0b111]),
  materials: new Uint16Array(3),
  names: ['x'],
  places: [],
};

describe('meshCorners', () => {
  const { positions, faces, edges } = meshCorners(MESH);

  it('puts each corner where its vertex is', () => {
    expect([...positions.subarray(9, 18)]).toEqual([0, 0, 0, 2, 0, 2, 2, 0, 0]);
  });

  it('says which way a face looks, and what it is', () => {
    const face = (corner: number): number[] => [...faces.subarray(corner * 4, corner * 4 + 4)].map((value) => value + 0);
    expect([face(0), face(4), face(6)]).toEqual([
      [0, 127, 0, SURFACE_FLOOR],
      [0, 127, 0, SURFACE_FLOOR],
      [127, 0, 0, SURFACE_WALL],
    ]);
  });

  it('is near its edges and far from its seams', () => {
    const corner = (n: number): number[] => [...edges.subarray(n * 4, n * 4 + 3)];
    // Its third edge is the seam.
    expect([corner(0), corner(1), corner(2)]).toEqual([
      [0, 255, 255],
      [0, 0, 255],
      [255, 0, 255],
    ]);
    expect([corner(6), corner(7), corner(8)]).toEqual([
      [0, 255, 0],
      [0, 0, 255],
      [255, 0, 0],
    ]);
  });
});
