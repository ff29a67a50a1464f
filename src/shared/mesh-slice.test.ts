/** Worlds cut open: what comes out lies on the plane and in the triangles, closes around closed bodies, and has their size. And what is stored of a world. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorsBelow, sliceMesh, storeys } from './mesh-slice.ts';
import { ChunkDamaged } from './session/bytes.ts';
import { uncompressed } from './session/testing.ts';
import {
  decodeWorldMesh,
  encodeWorldMesh,
  MeshDamaged,
  SURFACE_FLOOR,
  SURFACE_TERRAIN,
  SURFACE_WALL,
  type WorldMesh,
} from './world-mesh.ts';

type Box = readonly [x: number, y: number, z: number, wide: number, high: number, deep: number];
const FACES = [
  [0, 1, 3, 2],
  [4, 6, 7, 5],
  [0, 4, 5, 1],
  [2, 3, 7, 6],
  [0, 2, 6, 4],
  [1, 5, 7, 3],
];

function boxes(list: readonly Box[], surface: number = SURFACE_WALL): WorldMesh {
  const positions = list.flatMap(([x, y, z, wide, high, deep]) =>
    Array.from({ length: 8 }, (_, i) => [x + (i & 1 ? wide : 0), y + (i & 2 ? high : 0), z + (i & 4 ? deep : 0)]).flat(),
  );
  const triangles = list.flatMap((_, n) => FACES.flatMap(([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, a, c, d].map((i) => n * 8 + i)));
  const count = triangles.length / 3;
  return {
    positions: Float32Array.from(positions),
    triangles: Uint32Array.from(triangles),
    surfaces: new Uint8Array(count).fill(surface),
    edges: new Uint8Array(count).fill(7),
    materials: new Uint16Array(count),
    names: ['brick'],
    places: [{ kind: 'spawn', team: 'axis', position: [1, 2, 3] }],
  };
}

const metre = fc.integer({ min: -100, max: 100 }).map((n) => n / 4);
const size = fc.integer({ min: 1, max: 40 }).map((n) => n / 4);
const box: fc.Arbitrary<Box> = fc.tuple(metre, metre, metre, size, size, size);

describe('sliceMesh', () => {
  it('closes around closed bodies, and encloses as much as they are wide and deep', () => {
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 12 }), fc.double({ min: -30, max: 40, noNaN: true }), (list, height) => {
        const lines = sliceMesh(boxes(list), height, true);
        const ends = new Map<string, number>();
        let length = 0;
        for (let i = 0; i < lines.length; i += 4) {
          const [ax, az, bx, bz] = lines.subarray(i, i + 4) as unknown as [number, number, number, number];
          for (const end of [`${ax} ${az}`, `${bx} ${bz}`]) ends.set(end, (ends.get(end) ?? 0) + 1);
          length += Math.hypot(bx - ax, bz - az);
          expect(
            list.some(
              ([x, , z, wide, , deep]) => [ax, bx].every((v) => v >= x && v <= x + wide) && [az, bz].every((v) => v >= z && v <= z + deep),
            ),
          ).toBe(true);
        }
        for (const count of ends.values()) expect(count % 2).toBe(0);
        const cut = list.filter(([, y, , , high]) => y < height && y + high >= height);
        expect(length).toBeCloseTo(
          cut.reduce((sum, [, , , wide, , deep]) => sum + 2 * (wide + deep), 0),
          2,
        );
      }),
    );
  });

  it('leaves terrain whole unless it is asked for', () => {
    const hill = boxes([[0, 0, 0, 1, 1, 1]], SURFACE_TERRAIN);
    expect(sliceMesh(hill, 0.5, false)).toHaveLength(0);
    expect(sliceMesh(hill, 0.5, true)).toHaveLength(8 * 4);
  });

  it('has room for any number of lines', () => {
    const many = boxes(Array.from({ length: 600 }, (_, n): Box => [n, 0, 0, 0.5, 1, 1]));
    expect(sliceMesh(many, 0.5, false)).toHaveLength(600 * 8 * 4);
  });
});

describe('storeys', () => {
  it('are where floors are wide, and nothing else', () => {
    const house = boxes([
      [0, -0.25, 0, 20, 0.25, 20],
      [0, 3.25, 0, 20, 0.25, 15],
      [5, 0, 5, 1, 1, 1],
    ]);
    // Of each box only what is up on it.
    const surfaces = house.surfaces.map((_, i) => (Math.floor((i % 12) / 2) === 3 ? SURFACE_FLOOR : SURFACE_WALL));
    expect(storeys({ ...house, surfaces }, 12)).toEqual([0, 3.5]);
    expect(storeys({ ...house, surfaces }, 1)).toEqual([0]);
    expect(storeys(boxes([]), 12)).toEqual([]);
  });
});

describe('floorsBelow', () => {
  it('are those of the storey and all open ground under the plan', () => {
    const at = (y: number, surface: number): WorldMesh => boxes([[0, y, 0, 4, 0.01, 4]], surface);
    expect(floorsBelow(at(0, SURFACE_FLOOR), 2)).toHaveLength(12 * 6);
    expect(floorsBelow(at(3, SURFACE_FLOOR), 2)).toHaveLength(0);
    expect(floorsBelow(at(-3, SURFACE_FLOOR), 2)).toHaveLength(0);
    expect(floorsBelow(at(-3, SURFACE_TERRAIN), 2)).toHaveLength(12 * 6);
    expect(floorsBelow(at(0, SURFACE_WALL), 2)).toHaveLength(0);
  });
});

describe('a stored world', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 5 }), (list) => {
        const mesh = boxes(list);
        expect(decodeWorldMesh(encodeWorldMesh(mesh, uncompressed), uncompressed)).toEqual(mesh);
      }),
      { numRuns: 30 },
    );
  });

  it('that is damaged is refused, or is another one that is whole', () => {
    const bytes = encodeWorldMesh(boxes([[0, 0, 0, 1, 1, 1]]), uncompressed);
    const isFine = (damaged: Uint8Array): boolean => {
      try {
        const { triangles, positions, materials, names } = decodeWorldMesh(damaged, uncompressed);
        return triangles.every((vertex) => vertex < positions.length / 3) && materials.every((material) => material < names.length);
      } catch (error) {
        return error instanceof MeshDamaged || error instanceof ChunkDamaged;
      }
    };
    for (let at = 0; at < bytes.length; at++) {
      const damaged = Uint8Array.from(bytes);
      damaged[at] = 0xff;
      expect(isFine(damaged), `byte ${at}`).toBe(true);
      expect(() => decodeWorldMesh(bytes.subarray(0, at), uncompressed)).toThrow(/./);
    }
    expect(() => decodeWorldMesh(Uint8Array.from([1, 2, 3, 4]), uncompressed)).toThrow(MeshDamaged);
  });
});
