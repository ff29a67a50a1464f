/** The grid that a heatmap is binned on, and the blur over it: a separable Gaussian, whose weights the shader and the worker share. */
import type { Bounds, HeatPoints } from './heat-points.ts';

export interface HeatGrid {
  /** North-west corner, metres. */
  readonly x: number;
  readonly z: number;
  /** Side of a cell, metres. */
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  /** Of the Gaussian, in cells. */
  readonly sigma: number;
}

const MOST_CELLS = 512;
/** The blur reaches three sigma and is cut off there; a cell is never less than a third of one, so this many weights are enough. */
export const MOST_REACH = 9;
const SIGMAS = 3;
/** Something that lies so many times further out than nearly all points is left outside the grid: a respawn point in the map's corner would make all cells coarse. */
const FAR = 3;
const SAMPLE = 10_000;
const LEAST_SIDE = 1;

/** Where the points are. Null when there is none. */
export function boundsOf({ place, row, count, range }: Pick<HeatPoints, 'place' | 'row' | 'count' | 'range'>): Bounds | null {
  if (range === null) return null;
  const [minX, maxX] = withoutFar(range.minX, range.maxX, sampled(place, row, count, 0));
  const [minZ, maxZ] = withoutFar(range.minZ, range.maxZ, sampled(place, row, count, 2));
  return { minX, minZ, maxX, maxZ };
}

export function unite(a: Bounds | null, b: Bounds | null): Bounds | null {
  if (a === null || b === null) return a ?? b;
  return {
    minX: Math.min(a.minX, b.minX),
    minZ: Math.min(a.minZ, b.minZ),
    maxX: Math.max(a.maxX, b.maxX),
    maxZ: Math.max(a.maxZ, b.maxZ),
  };
}

/** In order. */
function sampled(place: Float32Array, row: Uint32Array, count: number, axis: 0 | 2): Float32Array {
  const stride = Math.max(1, Math.floor(count / SAMPLE));
  const sample = new Float32Array(Math.ceil(count / stride));
  for (let i = 0; i < sample.length; i++) sample[i] = place[(row[i * stride] as number) * 3 + axis] as number;
  return sample.toSorted();
}

function withoutFar(low: number, high: number, sample: Float32Array): [number, number] {
  const cut = Math.floor(sample.length * 0.005);
  const first = sample[cut] ?? low;
  const last = sample[sample.length - 1 - cut] ?? high;
  const span = last - first;
  return high - low > FAR * span && span > 0 ? [Math.max(low, first - span * 0.5), Math.min(high, last + span * 0.5)] : [low, high];
}

/** Longer side, metres. */
export function extentOf({ minX, minZ, maxX, maxZ }: Bounds): number {
  return Math.max(LEAST_SIDE, maxX - minX, maxZ - minZ);
}

/** `radius`: of the spot that one point makes, two sigma, metres. The grid reaches as far beyond the points as the blur does: nothing is lost at its edge. */
export function gridOver(bounds: Bounds, radius: number): HeatGrid {
  const sigma = Math.max(radius / 2, extentOf(bounds) / MOST_CELLS / 2);
  const cell = Math.max(sigma / SIGMAS, extentOf(bounds) / MOST_CELLS);
  const margin = reachOf(sigma / cell) + 1;
  const columns = Math.floor((bounds.maxX - bounds.minX) / cell) + 1 + 2 * margin;
  const rows = Math.floor((bounds.maxZ - bounds.minZ) / cell) + 1 + 2 * margin;
  return { x: bounds.minX - margin * cell, z: bounds.minZ - margin * cell, cell, columns, rows, sigma: sigma / cell };
}

function reachOf(sigma: number): number {
  return Math.min(MOST_REACH, Math.ceil(sigma * SIGMAS));
}

/** Weights from the middle outwards, MOST_REACH + 1 of them; the middle once and the others twice add up to 1. */
export function gaussian(sigma: number): Float32Array {
  const weights = new Float32Array(MOST_REACH + 1);
  const reach = reachOf(sigma);
  let sum = 0;
  for (let i = 0; i <= reach; i++) {
    const weight = Math.exp(-(i * i) / (2 * sigma * sigma));
    weights[i] = weight;
    sum += i === 0 ? weight : 2 * weight;
  }
  return weights.map((weight) => weight / sum);
}

/** The same blur as in the shader. Rows without anything cost nothing. */
export function blurred(values: Float32Array, { columns, rows, sigma }: HeatGrid): Float32Array {
  const weights = gaussian(sigma);
  const reach = reachOf(sigma);
  const across = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    for (let column = 0; column < columns; column++) {
      const value = values[start + column] as number;
      if (value === 0) continue;
      const last = Math.min(columns - 1, column + reach);
      for (let to = Math.max(0, column - reach); to <= last; to++)
        across[start + to] = (across[start + to] as number) + value * (weights[Math.abs(to - column)] as number);
    }
  }
  const out = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    const last = Math.min(rows - 1, row + reach);
    for (let from = Math.max(0, row - reach); from <= last; from++) {
      const weight = weights[Math.abs(from - row)] as number;
      const to = row * columns;
      const start = from * columns;
      for (let column = 0; column < columns; column++)
        out[to + column] = (out[to + column] as number) + weight * (across[start + column] as number);
    }
  }
  return out;
}

/** Of what is drawn at all, so much lies above the scale's end. */
const STRONG = 0.03;
const LEAST_SHARE = 0.02;
const LEVELS = 1024;

/**
 * What the end of the scale should stand for: the value that only the strongest few of all cells with something in them exceed, whatever their sign. One who stood
 * still for the whole session would otherwise leave nothing to see of all others.
 */
export function strongOf(values: Float32Array): number {
  let peak = 0;
  for (let i = 0; i < values.length; i++) peak = Math.max(peak, Math.abs(values[i] as number));
  if (peak === 0) return 0;
  // Logarithmic, so that a single spot that is far above all others leaves them apart.
  const perLevel = LEVELS / -Math.log(LEAST_SHARE);
  const counts = new Uint32Array(LEVELS + 1);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const share = Math.abs(values[i] as number) / peak;
    if (share < LEAST_SHARE) continue;
    const level = Math.floor(-Math.log(share) * perLevel);
    counts[level] = (counts[level] as number) + 1;
    count++;
  }
  let above = 0;
  let level = 0;
  while (level < LEVELS && above + (counts[level] as number) <= count * STRONG) above += counts[level++] as number;
  return peak * Math.exp(-level / perLevel);
}
