/** Counts points into the cells of a grid. A filter counts anew; a window of time that moves only adds what comes in and takes away what goes out. */
import type { HeatGrid } from './heat-grid.ts';
import { firstAt, type HeatPoints } from './heat-points.ts';

/** Metres; its upper end is outside. */
export interface HeightRange {
  readonly from: number;
  readonly to: number;
}

export interface TimeRange {
  /** ms, both ends included. */
  readonly from: number;
  readonly to: number;
}

export class HeatBins {
  readonly points: HeatPoints;
  readonly grid: HeatGrid;
  /** Row by row; whole numbers. The last one is no cell: it takes what lies outside of the grid. */
  readonly values: Float64Array;
  /** Of all points that pass, also those outside of the grid. */
  total = 0;
  /** Made when something but everything is first counted, or before. */
  #cell: Uint32Array | null = null;
  #pass: Uint8Array | null = null;
  #heights: HeightRange | null = null;
  #first = 0;
  #end = 0;

  constructor(points: HeatPoints, grid: HeatGrid) {
    this.points = points;
    this.grid = grid;
    this.values = new Float64Array(grid.columns * grid.rows + 1);
  }

  /** The points within the window: from `first` to before `end`. */
  get span(): readonly [first: number, end: number] {
    return [this.#first, this.#end];
  }

  /** Another filter: `pass` is 1 for the keys that count. Null stands for all keys, all heights and all times. */
  select(pass: Uint8Array | null, heights: HeightRange | null, time: TimeRange | null): void {
    this.#pass = pass;
    this.#heights = heights;
    this.values.fill(0);
    this.total = 0;
    [this.#first, this.#end] = this.#within(time);
    if (this.#cell === null && pass === null && heights === null && time === null && this.points.amount === null) {
      countAll(this.points, this.grid, this.values);
      this.total = this.points.count;
    } else this.#count(this.#first, this.#end, 1);
  }

  /** Works out what another filter or window will need. */
  prepare(): void {
    this.#cell ??= cellsOf(this.points, this.grid);
  }

  /** Another window with the filter as it is. */
  move(time: TimeRange | null): void {
    const [first, end] = this.#within(time);
    // Without anything in common there is nothing to keep.
    if (first >= this.#end || end <= this.#first) {
      this.select(this.#pass, this.#heights, time);
      return;
    }
    this.#count(this.#first, first, -1);
    this.#count(first, this.#first, 1);
    this.#count(this.#end, end, 1);
    this.#count(end, this.#end, -1);
    this.#first = first;
    this.#end = end;
  }

  /** Whether a point passes the filter, whatever its time. */
  passes(i: number): boolean {
    if (this.#pass !== null && this.#pass[this.points.key[i] as number] === 0) return false;
    const height = this.points.place[(this.points.row[i] as number) * 3 + 1] as number;
    return this.#heights === null || (height >= this.#heights.from && height < this.#heights.to);
  }

  #within(time: TimeRange | null): [number, number] {
    return time === null ? [0, this.points.count] : [firstAt(this.points, time.from), firstAt(this.points, time.to + 1)];
  }

  /** Nothing when `from` is not before `to`. */
  #count(from: number, to: number, sign: 1 | -1): void {
    const { values, points } = this;
    const cells = (this.#cell ??= cellsOf(points, this.grid));
    const pass = this.#pass;
    const { amount } = points;
    let total = 0;
    if (this.#heights !== null || pass === null) {
      for (let i = from; i < to; i++) {
        if (!this.passes(i)) continue;
        const cell = cells[i] as number;
        const value = amount === null ? 1 : (amount[i] as number);
        values[cell] = (values[cell] as number) + sign * value;
        total += value;
      }
    } else if (amount === null) {
      const { key } = points;
      for (let i = from; i < to; i++) {
        if (pass[key[i] as number] === 0) continue;
        const cell = cells[i] as number;
        values[cell] = (values[cell] as number) + sign;
        total++;
      }
    } else {
      const { key } = points;
      for (let i = from; i < to; i++) {
        if (pass[key[i] as number] === 0) continue;
        const cell = cells[i] as number;
        const value = amount[i] as number;
        values[cell] = (values[cell] as number) + sign * value;
        total += value;
      }
    }
    this.total += sign * total;
  }
}

/** Each point once, without keeping which cell is whose: the first picture does not wait for that. */
function countAll({ place, row: rowOf, count }: HeatPoints, { x, z, cell, columns, rows }: HeatGrid, values: Float64Array): void {
  const counts = new Uint32Array(values.length);
  const outside = columns * rows;
  const perMetre = 1 / cell;
  for (let i = 0; i < count; i++) {
    const at = (rowOf[i] as number) * 3;
    const column = ((place[at] as number) - x) * perMetre;
    const row = ((place[at + 2] as number) - z) * perMetre;
    const to = column >= 0 && row >= 0 && column < columns && row < rows ? (row | 0) * columns + (column | 0) : outside;
    counts[to] = (counts[to] as number) + 1;
  }
  values.set(counts);
}

/** The cell of each point. */
function cellsOf({ place, row: rowOf, count }: HeatPoints, { x, z, cell, columns, rows }: HeatGrid): Uint32Array {
  const cells = new Uint32Array(count);
  const outside = columns * rows;
  const perMetre = 1 / cell;
  for (let i = 0; i < count; i++) {
    const at = (rowOf[i] as number) * 3;
    const column = ((place[at] as number) - x) * perMetre;
    const row = ((place[at + 2] as number) - z) * perMetre;
    cells[i] = column >= 0 && row >= 0 && column < columns && row < rows ? (row | 0) * columns + (column | 0) : outside;
  }
  return cells;
}
