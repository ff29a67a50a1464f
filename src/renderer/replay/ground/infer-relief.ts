/**
 * Relief from where infantry stood: recordings carry no terrain, but people on foot stand on it. Their heights are gathered in squares, of which a low one is taken
 * (roofs, balconies and parachutes are above the ground, nothing is below), smoothed over what is known, and led on from there to where nobody was.
 */
import type { HeightGrid } from '../../../shared/height-grid.ts';
import { filled } from './fill-holes.ts';
import { reliefOf, type Relief } from './relief.ts';

/** Squares along the longer side, and their least side, metres. */
const MOST_SQUARES = 384;
const LEAST_SQUARE = 12;
/** Of the heights of a square, the one that this share lies below. */
const LOW = 0.3;
/** Squares with fewer heights among them and their neighbours say too little. */
const LEAST_HEIGHTS = 24;
/** How far from where somebody stood the ground counts as known, and until where it fades, metres. */
const SURE = 40;
const FADED = 160;
/** What is drawn reaches so far beyond where people were, metres. */
const MARGIN = 600;

/** `samples`: x, y, z of people on foot, metres. Null when they say too little. */
export function inferRelief(samples: Float32Array): Relief | null {
  const count = Math.floor(samples.length / 3);
  if (count < LEAST_HEIGHTS) return null;
  const grid = squares(samples, count);
  if (grid === null) return null;
  const known = knownNear(grid);
  const heights = levelledAtEdge({ ...grid, heights: smoothed({ ...grid, heights: filled(grid) }, known) });
  return reliefOf({ ...grid, heights }, true, known);
}

function squares(samples: Float32Array, count: number): HeightGrid | null {
  const [minX, maxX] = middleMost(samples, count, 0);
  const [minZ, maxZ] = middleMost(samples, count, 2);
  const wide = maxX - minX + 2 * MARGIN;
  const deep = maxZ - minZ + 2 * MARGIN;
  const cell = Math.max(LEAST_SQUARE, Math.max(wide, deep) / MOST_SQUARES);
  const columns = Math.ceil(wide / cell) + 1;
  const rows = Math.ceil(deep / cell) + 1;
  const x = minX - MARGIN;
  const z = minZ - MARGIN;
  const found = new Map<number, number[]>();
  for (let i = 0; i < count; i++) {
    const column = Math.round(((samples[i * 3] as number) - x) / cell);
    const row = Math.round(((samples[i * 3 + 2] as number) - z) / cell);
    if (!(column >= 0 && row >= 0 && column < columns && row < rows)) continue;
    const at = row * columns + column;
    const heights = found.get(at);
    if (heights === undefined) found.set(at, [samples[i * 3 + 1] as number]);
    else heights.push(samples[i * 3 + 1] as number);
  }
  if (found.size < 4) return null;
  const heights = new Float32Array(columns * rows).fill(Number.NaN);
  for (const [at, all] of found) heights[at] = all.toSorted((a, b) => a - b)[Math.floor(all.length * LOW)] as number;
  return { x, z, cell, columns, rows, heights };
}

/** Without the few that are far from everybody: a respawn point at the map's corner would make all squares coarse. */
function middleMost(samples: Float32Array, count: number, axis: 0 | 2): [number, number] {
  const values = new Float32Array(count);
  for (let i = 0; i < count; i++) values[i] = samples[i * 3 + axis] as number;
  values.sort();
  const cut = Math.floor(count * 0.005);
  return [values[cut] as number, values[count - 1 - cut] as number];
}

/** How well the ground is known, from the way to the nearest square that somebody stood in. */
function knownNear({ heights, columns, rows, cell }: HeightGrid): Uint8Array {
  const away = Float32Array.from(heights, (height) => (Number.isNaN(height) ? 1e9 : 0));
  // Ways along rows, columns and diagonals, there and back (chamfer distance): within 6 % of the true ones.
  const steps = [
    [-1, 0, 1],
    [0, -1, 1],
    [-1, -1, Math.SQRT2],
    [1, -1, Math.SQRT2],
  ] as const;
  for (const back of [1, -1]) {
    for (let n = 0; n < away.length; n++) {
      const at = back === 1 ? n : away.length - 1 - n;
      const column = at % columns;
      const row = Math.floor(at / columns);
      for (const [dx, dy, length] of steps) {
        const c = column + dx * back;
        const r = row + dy * back;
        if (c < 0 || r < 0 || c >= columns || r >= rows) continue;
        away[at] = Math.min(away[at] as number, (away[r * columns + c] as number) + length * cell);
      }
    }
  }
  return Uint8Array.from(away, (metres) => 255 * Math.min(1, Math.max(0, (FADED - metres) / (FADED - SURE))));
}

/** Towards the edge, where nobody was, the heights become one level, which the plain around it has. */
function levelledAtEdge({ heights, columns, rows, cell }: HeightGrid): Float32Array {
  const inwards = (at: number): number => {
    const column = at % columns;
    const row = Math.floor(at / columns);
    return Math.min(column, columns - 1 - column, row, rows - 1 - row) * cell;
  };
  let sum = 0;
  let count = 0;
  for (const [at, height] of heights.entries())
    if (inwards(at) === 0) {
      sum += height;
      count++;
    }
  const level = sum / count;
  return heights.map((height, at) => {
    const share = Math.min(1, inwards(at) / (MARGIN - FADED));
    return level + (height - level) * share * share * (3 - 2 * share);
  });
}

/** Binomial means: twice where somebody stood, more often where the heights are only led on. */
function smoothed({ heights, columns, rows }: HeightGrid, known: Uint8Array): Float32Array {
  let from = heights;
  for (let pass = 0; pass < 8; pass++) {
    const to = from.slice();
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const at = row * columns + column;
        if (pass >= 2 && known[at] === 255) continue;
        const west = column > 0 ? at - 1 : at;
        const east = column < columns - 1 ? at + 1 : at;
        const north = row > 0 ? columns : 0;
        const south = row < rows - 1 ? columns : 0;
        const line = (n: number): number => (from[west + n] as number) + 2 * (from[at + n] as number) + (from[east + n] as number);
        to[at] = (line(-north) + 2 * line(0) + line(south)) / 16;
      }
    from = to;
  }
  return from;
}
