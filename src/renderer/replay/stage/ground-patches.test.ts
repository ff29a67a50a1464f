/** The squares that the ground is drawn in: they cover what is seen once, are finer near by, and fit the squares of a tile map. */
import * as THREE from 'three';
import { beforeEach, describe, expect, it } from 'vitest';
import { GroundPatches, type PatchArea } from './ground-patches.ts';

const AREA: PatchArea = { x: 0, z: -8192, side: 8192, bounds: { minX: 0, minZ: -8192, maxX: 8192, maxZ: 0 }, deepest: 7 };
const camera = new THREE.PerspectiveCamera(40, 1.6, 0.05, 400_000);
const matrix = new THREE.Matrix4();

function look(patches: GroundPatches, from: readonly [number, number, number], to: readonly [number, number, number]): void {
  camera.position.set(...from);
  camera.lookAt(...to);
  camera.updateMatrixWorld();
  matrix.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
  patches.select(matrix.elements, ...from, 900 / ((40 * Math.PI) / 180), 0, 100);
}

/** How many patches lie under a place. */
function under(patches: GroundPatches, x: number, z: number): number {
  let count = 0;
  for (let i = 0; i < patches.count; i++) {
    const [px, pz, side] = [patches.x[i] as number, patches.z[i] as number, patches.side[i] as number];
    if (x >= px && x < px + side && z >= pz && z < pz + side) count++;
  }
  return count;
}

describe('GroundPatches', () => {
  let patches: GroundPatches;
  beforeEach(() => {
    patches = new GroundPatches(AREA, () => 50);
  });

  it('covers every place in the picture exactly once', () => {
    look(patches, [4000, 400, -3500], [4000, 50, -4500]);
    const point = new THREE.Vector3();
    let seen = 0;
    for (let x = 50; x < 8192; x += 100)
      for (let z = -8150; z < 0; z += 100) {
        point.set(x, 50, z).project(camera);
        if (Math.abs(point.x) > 1 || Math.abs(point.y) > 1 || point.z > 1) continue;
        seen++;
        expect(under(patches, x, z)).toBe(1);
      }
    expect(seen).toBeGreaterThan(100);
  });

  it('is fine near by, coarse far away, and leaves out what is behind', () => {
    look(patches, [4000, 60, -100], [4000, 50, -1000]);
    const sides = [...patches.side.subarray(0, patches.count)];
    expect(Math.min(...sides)).toBe(64);
    expect(Math.max(...sides)).toBeGreaterThanOrEqual(1024);
    look(patches, [4000, 60, 100], [4000, 60, 1000]);
    expect(patches.count).toBe(0);
  });

  it('numbers its squares as a tile map does', () => {
    look(patches, [6000, 900, -2000], [6001, 50, -2001]);
    for (let i = 0; i < patches.count; i++) {
      const side = 8192 / 2 ** (patches.depth[i] as number);
      expect(patches.side[i]).toBe(side);
      expect(patches.x[i]).toBe((patches.column[i] as number) * side);
      expect(patches.z[i]).toBe((patches.row[i] as number) * side - 8192);
    }
    expect(patches.count).toBeGreaterThan(3);
  });

  it('is never more than there is room for, however near it all is', () => {
    const deep = new GroundPatches({ ...AREA, deepest: 12 }, () => 0);
    look(deep, [4000, 2, -4000], [4100, 1, -4100]);
    expect(deep.count).toBeLessThanOrEqual(deep.x.length);
    expect(under(deep, 4001, -4001)).toBe(1);
  });
});
