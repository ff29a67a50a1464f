/**
 * Hot areas: where most was fired and lost. Shots count 1 where the shooter stood, losses count 10 where the victim was. The map is laid out in cells of
 * 100 m; a cell is hot with at least 10 points and 1 % of all; hot cells that touch, corners too, are one area. Its centre is the mean of its points, its radius
 * the square root of 2 times their mean-square distance (a disc filled evenly to its edge has exactly that radius), at least 25 m. The 20 hottest are listed.
 */
import type { TableSection } from '../../../../../shared/statistics.ts';
import { Points } from '../../../statistics/points.ts';
import { TableBuilder } from '../../../statistics/table-builder.ts';

const CELL = 100;
const LOSS = 10;
const LEAST = 10;
const SHARE = 0.01;
const SMALLEST = 25;
const MOST = 20;

/** What happened within a cell: sums over its points, and when. */
class Cell {
  heat = 0;
  x = 0;
  y = 0;
  z = 0;
  squares = 0;
  readonly shots = new Points();
  readonly losses = new Points();
}

interface Area {
  readonly cells: Cell[];
  heat: number;
}

export class HotAreas {
  readonly #cells = new Map<string, Cell>();
  #heat = 0;

  /** Session metres; without a place it is left out. */
  add(what: 'shots' | 'losses', t: number, x: number, y: number, z: number): void {
    if (Number.isNaN(x) || Number.isNaN(z)) return;
    const key = keyOf(Math.floor(x / CELL), Math.floor(z / CELL));
    let cell = this.#cells.get(key);
    if (cell === undefined) this.#cells.set(key, (cell = new Cell()));
    const heat = what === 'losses' ? LOSS : 1;
    this.#heat += heat;
    cell.heat += heat;
    cell.x += x * heat;
    cell.y += (Number.isNaN(y) ? 0 : y) * heat;
    cell.z += z * heat;
    cell.squares += (x * x + z * z) * heat;
    cell[what].put(t, (cell[what].last ?? 0) + 1);
  }

  /** Null when nothing is hot. */
  section(): TableSection | null {
    const table = new TableBuilder(
      {
        id: 'hot-areas',
        title: 'Hot areas',
        about:
          'Touching cells of 100 m with at least 10 points and 1 % of all; a shot is a point where it was fired, a loss is ten where it happened.',
        rowLabel: 'Area',
      },
      [
        { id: 'losses', label: 'Losses' },
        { id: 'shots', label: 'Shots' },
      ],
    );
    const areas = this.#areas()
      .toSorted((a, b) => b.heat - a.heat)
      .slice(0, MOST);
    for (const [i, { cells, heat }] of areas.entries()) {
      const sum = (of: (cell: Cell) => number): number => cells.reduce((total, cell) => total + of(cell), 0);
      const [x, y, z] = [sum((cell) => cell.x) / heat, sum((cell) => cell.y) / heat, sum((cell) => cell.z) / heat];
      const spread = Math.max(0, sum((cell) => cell.squares) / heat - x * x - z * z);
      const shots = merged(cells.map((cell) => cell.shots));
      const losses = merged(cells.map((cell) => cell.losses));
      const row = table.row({
        kind: 'place',
        text: `Area ${i + 1}`,
        centre: [x, y, z],
        radius: Math.max(SMALLEST, Math.sqrt(2 * spread)),
        from: Math.min(shots[0]?.t ?? Number.POSITIVE_INFINITY, losses[0]?.t ?? Number.POSITIVE_INFINITY),
        to: Math.max(shots.at(-1)?.t ?? 0, losses.at(-1)?.t ?? 0),
      });
      for (const { t, by } of shots) table.add(row, 'shots', t, by);
      for (const { t, by } of losses) table.add(row, 'losses', t, by);
    }
    return table.section();
  }

  #areas(): Area[] {
    const least = Math.max(LEAST, this.#heat * SHARE);
    const hot = new Map([...this.#cells].filter(([, { heat }]) => heat >= least));
    const areas: Area[] = [];
    for (const key of hot.keys()) {
      const area: Area = { cells: [], heat: 0 };
      const waiting = [key];
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const cell = hot.get(next);
        if (cell === undefined) continue;
        hot.delete(next);
        area.cells.push(cell);
        area.heat += cell.heat;
        const [column = 0, line = 0] = next.split(' ').map(Number);
        for (let i = -1; i <= 1; i++) for (let j = -1; j <= 1; j++) waiting.push(keyOf(column + i, line + j));
      }
      if (area.cells.length > 0) areas.push(area);
    }
    return areas;
  }
}

function keyOf(column: number, line: number): string {
  return `${column} ${line}`;
}

/** How much each series rises when, in order of t. */
function merged(series: readonly Points[]): { readonly t: number; readonly by: number }[] {
  const rises: { t: number; by: number }[] = [];
  for (const points of series) {
    const values = points.values();
    for (const [i, t] of points.times().entries()) rises.push({ t, by: (values[i] as number) - (values[i - 1] ?? 0) });
  }
  return rises.toSorted((a, b) => a.t - b.t);
}
