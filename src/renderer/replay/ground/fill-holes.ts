/** Heights where none are known, from those around: coarser and coarser means until nothing is missing, then finer and finer again. */
import type { HeightGrid } from '../../../shared/height-grid.ts';

interface Level {
  readonly columns: number;
  readonly rows: number;
  readonly heights: Float32Array;
}

/** The same numbers where there are some; with nothing known at all, 0 everywhere. */
export function filled({ heights, columns, rows }: Pick<HeightGrid, 'heights' | 'columns' | 'rows'>): Float32Array {
  if (!heights.some(Number.isNaN)) return heights;
  if (!heights.some(Number.isFinite)) return new Float32Array(heights.length);
  return fill({ heights, columns, rows }).heights;
}

function fill(level: Level): Level {
  if (!level.heights.some(Number.isNaN)) return level;
  const coarse = fill(halved(level));
  const { columns, rows, heights } = level;
  const whole = heights.slice();
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      if (Number.isNaN(whole[at])) whole[at] = between(coarse, (column - 0.5) / 2, (row - 0.5) / 2);
    }
  return { columns, rows, heights: whole };
}

function halved({ columns, rows, heights }: Level): Level {
  const small = { columns: Math.ceil(columns / 2), rows: Math.ceil(rows / 2) };
  const sums = new Float32Array(small.columns * small.rows);
  const counts = new Uint8Array(sums.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const height = heights[row * columns + column] as number;
      if (Number.isNaN(height)) continue;
      const at = (row >> 1) * small.columns + (column >> 1);
      sums[at] = (sums[at] as number) + height;
      counts[at] = (counts[at] as number) + 1;
    }
  return { ...small, heights: sums.map((sum, i) => sum / (counts[i] as number)) };
}

function between({ columns, rows, heights }: Level, x: number, y: number): number {
  const column = Math.min(columns - 1, Math.max(0, x));
  const row = Math.min(rows - 1, Math.max(0, y));
  const left = Math.floor(column);
  const top = Math.floor(row);
  const right = Math.min(columns - 1, left + 1);
  const bottom = Math.min(rows - 1, top + 1);
  const a = column - left;
  const b = row - top;
  const upper = (heights[top * columns + left] as number) * (1 - a) + (heights[top * columns + right] as number) * a;
  const lower = (heights[bottom * columns + left] as number) * (1 - a) + (heights[bottom * columns + right] as number) * a;
  return upper * (1 - b) + lower * b;
}
