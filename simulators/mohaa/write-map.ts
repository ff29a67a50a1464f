/** The made-up map of the simulator as a .bsp: its floors, walls and roof, a fountain in the yard and hills around. */
import { BspWriter, SKY, type BspOptions, type Point } from './bsp-writer.ts';
import { ABOVE_FLOOR, CELL, FLOOR_HEIGHT, FREE_CELLS, spawnCells, spotOf, type Spot } from './map.ts';

/** Of a floor's slab, inches. */
const SLAB = 16;
const PATCH = 512;
const HILLS = { west: -4, south: -3, columns: 8, rows: 6, base: -40 };

export function writeMohaaMap(options: BspOptions = {}): Buffer {
  const map = new BspWriter(options);
  const brick = map.shader('textures/sandtable/brick');
  const tile = map.shader('textures/sandtable/tile');
  const spots = FREE_CELLS.map(spotOf);
  const free = new Set(spots.map(keyOf));
  const walls = new Map<string, Spot>();
  for (const spot of spots)
    for (const dx of [-CELL, 0, CELL])
      for (const dy of [-CELL, 0, CELL]) {
        const beside = { x: spot.x + dx, y: spot.y + dy, z: spot.z };
        if (!free.has(keyOf(beside))) walls.set(keyOf(beside), beside);
      }
  for (const { west, east, y, z } of runs(spots)) map.box(tile, [west, y - CELL / 2, z - SLAB], [east, y + CELL / 2, z]);
  // As a compiler of maps leaves them: no face between one wall and the next.
  for (const wall of walls.values())
    for (const [dx, dy] of SIDES)
      if (!walls.has(keyOf({ x: wall.x + dx * CELL, y: wall.y + dy * CELL, z: wall.z }))) addSide(map, brick, wall, dx, dy);
  for (const { west, east, y, z } of runs(spots.filter(({ z }) => z > FLOOR_HEIGHT)))
    map.box(tile, [west, y - CELL / 2, z + FLOOR_HEIGHT - SLAB], [east, y + CELL / 2, z + FLOOR_HEIGHT]);
  for (const quarter of [0, 1, 2, 3]) map.patch(brick, 3, 3, basin(quarter), outwards(quarter));
  hills(map);
  const far = 4096;
  map.polygon(map.shader('textures/sky/sandtable', SKY), [
    [-far, -far, far],
    [-far, far, far],
    [far, far, far],
    [far, -far, far],
  ]);
  map.entity({ classname: 'worldspawn', message: 'Sandtable' });
  for (const side of ['allies', 'axis'] as const)
    for (const cell of spawnCells(side)) {
      const { x, y, z } = spotOf(cell);
      map.entity({ classname: side === 'allies' ? 'info_player_allied' : 'info_player_axis', origin: `${x} ${y} ${z}` });
    }
  return map.bytes();
}

const SIDES = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

/** The side of a wall that looks that way. */
function addSide(map: BspWriter, shader: number, { x, y, z }: Spot, dx: number, dy: number): void {
  const half = CELL / 2;
  const low = z - ABOVE_FLOOR;
  const high = low + FLOOR_HEIGHT - SLAB;
  const [ax, ay] = [x + (dx + dy) * half, y + (dy - dx) * half];
  const [bx, by] = [x + (dx - dy) * half, y + (dy + dx) * half];
  map.polygon(shader, [
    [ax, ay, low],
    [bx, by, low],
    [bx, by, high],
    [ax, ay, high],
  ]);
}

interface Run {
  readonly west: number;
  readonly east: number;
  readonly y: number;
  /** Of the floor. */
  readonly z: number;
}

/** Cells beside each other as one. */
function runs(spots: readonly Spot[]): readonly Run[] {
  const found: Run[] = [];
  for (const { x, y, z } of spots.toSorted((a, b) => a.z - b.z || a.y - b.y || a.x - b.x)) {
    const last = found.at(-1);
    const cell = { west: x - CELL / 2, east: x + CELL / 2, y, z: z - ABOVE_FLOOR };
    if (last !== undefined && last.y === y && last.z === cell.z && last.east === cell.west)
      found[found.length - 1] = { ...last, east: cell.east };
    else found.push(cell);
  }
  return found;
}

function keyOf({ x, y, z }: Spot): string {
  return `${x} ${y} ${z}`;
}

/** A quarter of a round wall. */
function basin(quarter: number): readonly Point[] {
  const [radius, height] = [72, 30];
  const turn = ([x, y]: readonly [number, number]): [number, number] => (quarter % 2 === 0 ? [x, y] : [-y, x]);
  const around = (
    [
      [radius, 0],
      [radius, radius],
      [0, radius],
    ] as const
  ).map((point) => {
    const [x, y] = turn(point);
    return quarter < 2 ? [x, y] : [-x, -y];
  }) as [number, number][];
  return [0, height / 2, height].flatMap((z) => around.map(([x, y]): Point => [x, y, z]));
}

function outwards(quarter: number): Point {
  const [, corner] = basin(quarter);
  return [corner?.[0] ?? 0, corner?.[1] ?? 0, 0];
}

/** Level under the house, higher the further away. */
function hills(map: BspWriter): void {
  const grass = map.shader('textures/sandtable/grass');
  for (let row = 0; row < HILLS.rows; row++)
    for (let column = 0; column < HILLS.columns; column++) {
      const [x0, y0] = [(HILLS.west + column) * PATCH, (HILLS.south + row) * PATCH];
      const heights = Array.from({ length: 81 }, (_, n) => {
        const [x, y] = [x0 + (n % 9) * CELL, y0 + Math.floor(n / 9) * CELL];
        const away = Math.max(0, Math.hypot(Math.max(0, Math.abs(x) - 1000), Math.max(0, Math.abs(y) - 700)));
        return Math.min(255, Math.round(away * 0.12 + Math.min(1, away / 300) * 14 * (1 + Math.sin(x / 310) * Math.cos(y / 270))));
      });
      map.terrain(grass, x0 / CELL, y0 / CELL, HILLS.base, heights);
    }
}
