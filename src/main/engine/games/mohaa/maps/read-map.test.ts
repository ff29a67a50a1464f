/** Maps of every version that the game and its expansions have, written by a writer of its own; what is seen of them, and what is left of damaged ones. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BspWriter } from '../../../../../../simulators/mohaa/bsp-writer.ts';
import { spawnCells } from '../../../../../../simulators/mohaa/map.ts';
import { writeMohaaMap } from '../../../../../../simulators/mohaa/write-map.ts';
import { storeys } from '../../../../../shared/mesh-slice.ts';
import { SURFACE_CEILING, SURFACE_FLOOR, SURFACE_TERRAIN, SURFACE_WALL } from '../../../../../shared/world-mesh.ts';
import { RefusedInput } from '../../../game-adapter.ts';
import { bakeMesh } from '../../../ground/bake-mesh.ts';
import type { NativeWorld } from '../../../ground/world-source.ts';
import { readMap } from './read-map.ts';
import { ROOM, writeTestMap } from './test-map.ts';

const LONG = process.env['SANDTABLE_LONG'] === '1';
const VERSIONS = [17, 18, 19, 20, 21];
/** A box, a floor or a wall of the room. */
const BOX = 12;
const BOXES = 6;
/** Bytes of the letters and the version, and of all that stands before the lumps. */
const VERSION_END = 8;
const HEADER = 236;

/** Per triangle: its corners and the direction that it faces. */
function trianglesOf({ positions, triangles, materials, names, terrain }: NativeWorld) {
  return Array.from(materials, (material, i) => {
    const [a, b, c] = [0, 1, 2].map((n) => {
      const at = (triangles[i * 3 + n] as number) * 3;
      return [positions[at] as number, positions[at + 1] as number, positions[at + 2] as number] as const;
    }) as unknown as readonly [Corner, Corner, Corner];
    const [u, v] = [b.map((value, n) => value - (a[n] as number)), c.map((value, n) => value - (a[n] as number))] as unknown as [
      Corner,
      Corner,
    ];
    const normal: Corner = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
    return { corners: [a, b, c], normal, name: names[material], terrain: terrain[i] === 1 };
  });
}
type Corner = readonly [number, number, number];

describe('a map', () => {
  it.each(VERSIONS)('of version %i has its floors, walls, ramp, curve, terrain and places', (version) => {
    const world = readMap(writeTestMap({ version, letters: version === 21 ? 'EALA' : '2015' }), 'room');
    expect(world.warnings).toEqual([]);
    const triangles = trianglesOf(world);
    const named = (name: string): number => triangles.filter((triangle) => triangle.name === name).length;
    const curve = 2 * 4 * 4;
    expect(named('textures/interior/tile4')).toBe(2 * BOX + 2);
    // Four walls, the curve, and the part that stands in the room; neither the door, the clip nor the sky.
    expect(named('textures/general_structure/brick1')).toBe((BOXES - 2) * BOX + curve + BOX);
    expect(triangles.filter(({ terrain }) => terrain)).toHaveLength(2 * 8 * 8);
    expect(named('textures/algiers/grass')).toBe(2 * 8 * 8);
    expect(triangles).toHaveLength(BOXES * BOX + 2 + curve + BOX + 2 * 8 * 8);
    expect(world.places).toEqual([
      { kind: 'spawn', team: 'allies', position: [64, 256, 24] },
      { kind: 'spawn', team: 'axis', position: [448, 256, 24] },
      { kind: 'objective', team: null, position: [256, 256, 0] },
    ]);
    // What entities put somewhere is there.
    const standing = triangles.filter(({ corners }) => corners.every(([x, y]) => Math.abs(x - 300) === 8 && Math.abs(y - 300) === 8));
    expect(standing.length).toBeGreaterThan(0);
  });

  it('shows its front outwards: boxes from outside, the curve from inside the room, terrain from above', () => {
    const triangles = trianglesOf(readMap(writeTestMap(), 'room'));
    const { side } = ROOM;
    const isCurved = ({ corners, normal }: (typeof triangles)[number]): boolean =>
      normal[0] !== 0 && normal[1] !== 0 && corners.every(([x, y]) => x >= side - 128 && y >= side - 128 && x <= side && y <= side);
    const curved = triangles.filter((triangle) => !triangle.terrain && isCurved(triangle));
    expect(curved.length).toBeGreaterThan(16);
    expect(curved.filter(({ normal }) => normal[0] + normal[1] >= 0)).toEqual([]);
    expect(triangles.filter(({ terrain, normal }) => terrain && normal[2] <= 0)).toEqual([]);
    const top = triangles.filter(({ corners, name }) => name === 'textures/interior/tile4' && corners.every(([, , z]) => z === 0));
    expect(top.map(({ normal }) => Math.sign(normal[2]))).toEqual([1, 1]);
  });

  it('keeps the heights of its terrain', () => {
    const map = new BspWriter();
    const heights = Array.from({ length: 81 }, (_, n) => (n * 37) % 256);
    map.terrain(map.shader('grass'), -3, 5, -100, heights);
    const { positions } = readMap(map.bytes(), 'hill');
    for (const [n, height] of heights.entries())
      expect([...positions.subarray(n * 3, n * 3 + 3)]).toEqual([-192 + (n % 9) * 64, 320 + Math.floor(n / 9) * 64, -100 + height * 2]);
  });

  it('runs curves through their ends and not through what bends them', () => {
    const map = new BspWriter();
    const bow = [0, 64, 128].flatMap((y) => [
      [0, y, 0],
      [64, y, 64],
      [128, y, 0],
    ]) as unknown as Corner[];
    map.patch(map.shader('roof'), 3, 3, bow, [0, 0, 1]);
    const { positions } = readMap(map.bytes(), 'roof');
    const heights = new Map<number, number>();
    for (let at = 0; at < positions.length; at += 3) heights.set(positions[at] as number, positions[at + 2] as number);
    expect([heights.get(0), heights.get(64), heights.get(128)]).toEqual([0, 32, 0]);
  });

  it('without its surfaces is shown by its solids', () => {
    const bytes = writeTestMap();
    bytes.writeUInt32LE(0, 12 + 3 * 8 + 4);
    const world = readMap(bytes, 'room');
    expect(world.warnings).toEqual(['The map has no surfaces that can be drawn; it is shown by the solids that it was built of.']);
    const [solid] = [trianglesOf(world).filter(({ terrain }) => !terrain)];
    expect(solid).toHaveLength((BOXES + 2) * BOX);
    const floor = solid?.filter(({ normal, corners }) => normal[2] > 0 && corners.every(([, , z]) => z === 0));
    expect(floor?.flatMap(({ corners }) => corners).every(([x, y]) => (x === 0 || x === 512) && (y === 0 || y === 512))).toBe(true);
  });
});

describe('what is kept of a map', () => {
  it('is in metres with y up, knows floors from walls and ceilings, and draws only the edges of its shape', () => {
    const mesh = bakeMesh(readMap(writeTestMap(), 'room'));
    const metres = 0.0254;
    const ends = (axis: number): [number, number] => {
      const values = mesh.positions.filter((_, i) => i % 3 === axis);
      return [Math.min(...values), Math.max(...values)];
    };
    expect(ends(0)).toEqual([expect.closeTo(-16 * metres, 4), expect.closeTo(528 * metres, 4)]);
    expect(ends(1)[1]).toBeCloseTo(144 * metres, 4);
    expect(ends(2)[0]).toBeCloseTo(-(640 + 512) * metres, 4);
    const counts = [SURFACE_FLOOR, SURFACE_WALL, SURFACE_CEILING, SURFACE_TERRAIN].map(
      (surface) => mesh.surfaces.filter((one) => one === surface).length,
    );
    // Each of seven boxes has four sides, a top and a bottom; the ramp counts as floor.
    expect(counts).toEqual([7 * 2 + 2, 7 * 8 + 32, 7 * 2, 128]);
    expect(mesh.places[0]?.position).toEqual([64 * metres, 24 * metres, -256 * metres]);
    expect(storeys(mesh, 12)).toEqual([0, 3.5]);
    // A box that stands alone has twelve edges, each at two triangles; the diagonals are seams.
    const lone = Array.from(mesh.edges, (edges, i) => ({
      edges,
      x: mesh.positions[(mesh.triangles[i * 3] as number) * 3] as number,
      i,
    })).filter(({ x, i }) => {
      const z = mesh.positions[(mesh.triangles[i * 3] as number) * 3 + 2] as number;
      return Math.abs(x / metres - 300) < 8.1 && Math.abs(z / metres + 300) < 8.1;
    });
    expect(lone).toHaveLength(12);
    expect(lone.map(({ edges }) => (edges & 1) + ((edges >> 1) & 1) + (edges >> 2))).toEqual(Array.from({ length: 12 }, () => 2));
  });

  it('has no line where a floor of several pieces goes on', () => {
    const map = new BspWriter();
    const floor = map.shader('floor');
    const square = (x: number, y: number, side: number): void =>
      map.polygon(floor, [
        [x, y, 0],
        [x + side, y, 0],
        [x + side, y + side, 0],
        [x, y + side, 0],
      ]);
    square(0, 0, 128);
    // The corner of these two lies in the middle of the large one's edge.
    square(128, 0, 64);
    square(128, 64, 64);
    const mesh = bakeMesh(readMap(map.bytes(), 'floor'));
    let metres = 0;
    for (let i = 0; i < mesh.edges.length * 3; i++) {
      if (((mesh.edges[Math.floor(i / 3)] as number) & (1 << (i % 3))) === 0) continue;
      const [a, b] = [mesh.triangles[i] as number, mesh.triangles[i % 3 === 2 ? i - 2 : i + 1] as number];
      metres += Math.hypot(...[0, 1, 2].map((axis) => (mesh.positions[a * 3 + axis] as number) - (mesh.positions[b * 3 + axis] as number)));
    }
    expect(metres / 0.0254).toBeCloseTo(2 * 192 + 2 * 128, 3);
  });
});

describe("the simulator's map", () => {
  it('has its two floors and its people stand on them', () => {
    const mesh = bakeMesh(readMap(writeMohaaMap(), 'sandbox'));
    expect(storeys(mesh, 12).map((height) => Math.round(height / 0.0254 / 192))).toEqual([0, 1, 2]);
    expect(mesh.places.length).toBe(spawnCells('allies').length + spawnCells('axis').length);
  });
});

/** Null where it is refused; anything else that is thrown is a mistake. */
function mapOrRefusal(bytes: Uint8Array): NativeWorld | null {
  try {
    return readMap(bytes, 'damaged');
  } catch (error) {
    if (error instanceof RefusedInput) return null;
    throw error;
  }
}

describe('what is no map', () => {
  it('is refused with one sentence', () => {
    const of = (change: (bytes: Buffer) => void): Buffer => {
      const bytes = writeTestMap();
      change(bytes);
      return bytes;
    };
    expect(() => readMap(new Uint8Array(0), 'x')).toThrow('too short');
    expect(() =>
      readMap(
        of((bytes) => void bytes.write('IBSP')),
        'x',
      ),
    ).toThrow('begins like something else');
    expect(() =>
      readMap(
        of((bytes) => void bytes.writeUInt32LE(46, 4)),
        'x',
      ),
    ).toThrow('version 46');
    expect(() =>
      readMap(
        of((bytes) => void bytes.fill(0, 12, 12 + 28 * 8)),
        'x',
      ),
    ).toThrow('nothing that can be drawn');
    expect(() => readMap(new Uint8Array(64 * 1024 * 1024 + 1), 'x')).toThrow('larger than 64 MB');
  });

  it('says what it had to leave out', () => {
    const bytes = writeTestMap();
    const surfaces = bytes.readUInt32LE(12 + 3 * 8);
    bytes.writeInt32LE(999, surfaces);
    bytes.writeInt32LE(1_000_000, surfaces + 108 + 12);
    bytes.writeInt32LE(2_000_000_000, surfaces + 216 + 20);
    const vertices = bytes.readUInt32LE(12 + 4 * 8);
    bytes.writeFloatLE(Number.NaN, vertices + 44 * 4 * 20);
    const { warnings, materials } = readMap(bytes, 'room');
    expect(warnings).toEqual([
      '1 surfaces name a material that is not in the map; they are left out.',
      '1 surfaces name vertices that are not in the map; they are left out.',
      '1 surfaces name triangles that are not in the map; they are left out.',
      '2 triangles have corners that are no places of the map; they are left out.',
    ]);
    expect(materials.length).toBeGreaterThan(200);
  });

  it('never ends in anything but a map or one sentence, whatever is cut off or overwritten', () => {
    const originals = VERSIONS.map((version) => writeTestMap({ version }));
    const damage = fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.integer({ min: 0, max: 255 })),
      ),
      {
        maxLength: 24,
      },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...originals),
        damage,
        fc.boolean(),
        fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) }),
        (original, changes, inHeader, cut) => {
          const bytes = Buffer.from(original.subarray(0, Math.floor(cut * original.length)));
          // Often where offsets and counts are; the letters and the version have a test of their own.
          const end = inHeader ? Math.min(HEADER, bytes.length) : bytes.length;
          for (const [at, value] of changes) if (end > VERSION_END) bytes[VERSION_END + Math.floor(at * (end - 1 - VERSION_END))] = value;
          const world = mapOrRefusal(bytes);
          if (world === null) return;
          const vertices = world.positions.length / 3;
          expect(world.positions.every(Number.isFinite)).toBe(true);
          expect(world.triangles.every((vertex) => vertex < vertices)).toBe(true);
          expect(world.materials.every((material) => material < world.names.length)).toBe(true);
          const mesh = bakeMesh(world);
          expect(mesh.triangles.length).toBe(mesh.surfaces.length * 3);
          expect(mesh.positions.every(Number.isFinite)).toBe(true);
        },
      ),
      { numRuns: LONG ? 2000 : 150, interruptAfterTimeLimit: 90_000 },
    );
  });
});
