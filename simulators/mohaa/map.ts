/** A made-up map of two floors: where one can stand, what walls hide, and how one gets from here to there. Inches, z up, as in the game. */

/** Side of a cell, inches. */
export const CELL = 64;
export const FLOOR_HEIGHT = 192;
/** Eyes and origin of somebody who stands, above the floor. */
export const ABOVE_FLOOR = 48;

/** # wall, . floor, A and X spawns of allies and axis, S stairs and L ladder to the same cell of the other floor, blank: nothing to stand on. */
const GROUND = [
  '##############################',
  '#AA....#..........#.........X#',
  '#A.....#..........#........XX#',
  '#......#..S....S..#..........#',
  '#.................#..........#',
  '#......#....................X#',
  '#......#..........#..........#',
  '####.####...##...####.########',
  '#...........##...............#',
  '#...#...................#....#',
  '#...#....##......##.....#....#',
  '#...#....##......##.....#....#',
  '#...#...................#....#',
  '#...........##...............#',
  '####.####...##...####.########',
  '#......#..........#..........#',
  '#A...................L......X#',
  '#......#..S....S..#..........#',
  '#AA....#..........#.........X#',
  '##############################',
];
const UPPER = [
  '##############################',
  '#......#..........#..........#',
  '#.A....#..........#........X.#',
  '#......#..S....S..#..........#',
  '#............................#',
  '#......#..........#..........#',
  '####.###..........####.#######',
  '#............................#',
  '#...######..##..######...#####',
  '#...#               #....#    ',
  '#...#               #....#    ',
  '#...#               #....#    ',
  '#...######..##..######...#####',
  '#............................#',
  '####.###..........####.#######',
  '#......#..........#..........#',
  '#....................L.......#',
  '#.A....#..S....S..#........X.#',
  '#......#..........#..........#',
  '##############################',
];
const FLOORS = [GROUND, UPPER];
const WIDTH = GROUND[0]?.length ?? 0;
const HEIGHT = GROUND.length;

export type Side = 'allies' | 'axis';

export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Number of a cell: floor, row, column. */
export type Cell = number;

function cellOf(floor: number, row: number, column: number): Cell {
  return (floor * HEIGHT + row) * WIDTH + column;
}

function signOf(cell: Cell): string {
  const column = cell % WIDTH;
  const row = Math.floor(cell / WIDTH) % HEIGHT;
  return FLOORS[floorOf(cell)]?.[row]?.[column] ?? '#';
}

function floorOf(cell: Cell): number {
  return Math.floor(cell / (WIDTH * HEIGHT));
}

function isFree(cell: Cell): boolean {
  const sign = signOf(cell);
  return sign !== '#' && sign !== ' ';
}

/** The middle of a cell, where somebody's origin is. The map's own origin is its middle, and is nobody's. */
export function spotOf(cell: Cell): Spot {
  const column = cell % WIDTH;
  const row = Math.floor(cell / WIDTH) % HEIGHT;
  return {
    x: (column - WIDTH / 2 + 0.5) * CELL,
    y: (HEIGHT / 2 - row - 0.5) * CELL,
    z: floorOf(cell) * FLOOR_HEIGHT + ABOVE_FLOOR,
  };
}

export function cellAt({ x, y, z }: Spot): Cell {
  const column = Math.floor(x / CELL + WIDTH / 2);
  const row = Math.floor(HEIGHT / 2 - y / CELL);
  return cellOf(
    z > FLOOR_HEIGHT / 2 + ABOVE_FLOOR ? 1 : 0,
    Math.min(Math.max(row, 0), HEIGHT - 1),
    Math.min(Math.max(column, 0), WIDTH - 1),
  );
}

export const FREE_CELLS: readonly Cell[] = Array.from({ length: FLOORS.length * HEIGHT * WIDTH }, (_, cell) => cell).filter(isFree);

export function spawnCells(side: Side): readonly Cell[] {
  return FREE_CELLS.filter((cell) => signOf(cell) === (side === 'allies' ? 'A' : 'X'));
}

/** What can be reached by one step. Stairs and ladders join the floors. */
const STEPS: readonly (readonly Cell[])[] = Array.from({ length: FLOORS.length * HEIGHT * WIDTH }, (_, cell) => {
  if (!isFree(cell)) return [];
  const sign = signOf(cell);
  const beside = [cell - 1, cell + 1, cell - WIDTH, cell + WIDTH].filter((other) => floorOf(other) === floorOf(cell) && isFree(other));
  const other = floorOf(cell) === 0 ? cell + WIDTH * HEIGHT : cell - WIDTH * HEIGHT;
  return sign === 'S' || sign === 'L' ? [...beside, other] : beside;
});

export function isLadder(cell: Cell): boolean {
  return signOf(cell) === 'L';
}

/** The cells from one to another, without the first; empty when there is no way. */
export function pathBetween(from: Cell, to: Cell): Cell[] {
  const before = new Int32Array(STEPS.length).fill(-1);
  const queue: Cell[] = [from];
  before[from] = from;
  for (let head = 0; head < queue.length && before[to] === -1; head++) {
    const cell = queue[head] as Cell;
    for (const next of STEPS[cell] ?? []) {
      if (before[next] !== -1) continue;
      before[next] = cell;
      queue.push(next);
    }
  }
  if (before[to] === -1) return [];
  const path: Cell[] = [];
  for (let cell = to; cell !== from; cell = before[cell] as Cell) path.push(cell);
  return path.toReversed();
}

/** Whether no wall and no ceiling stands between two places. */
export function canSee(a: Spot, b: Spot): boolean {
  if (floorOf(cellAt(a)) !== floorOf(cellAt(b))) return false;
  const steps = Math.ceil((Math.hypot(b.x - a.x, b.y - a.y) / CELL) * 2);
  for (let i = 1; i < steps; i++) {
    const share = i / steps;
    if (signOf(cellAt({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share, z: a.z })) === '#') return false;
  }
  return true;
}
