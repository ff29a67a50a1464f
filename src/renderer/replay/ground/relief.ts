/** Relief as it is drawn and stood on: heights without holes, how steep they are, and where they are really known. */
import type { HeightGrid } from '../../../shared/height-grid.ts';
import { filled } from './fill-holes.ts';

export interface Relief extends HeightGrid {
  /** Rise per metre towards +x and +z, half floats, two a sample. */
  readonly slopes: Uint16Array;
  /** 0 where the height is only what lies around, 255 where it is known. */
  readonly known: Uint8Array;
  readonly lowest: number;
  readonly highest: number;
  /** True: found from where people stood. False: a height map, whose heights below 0 lie under water. */
  readonly inferred: boolean;
}

/** `known` 0 to 255; by default whatever is a number. */
export function reliefOf(grid: HeightGrid, inferred: boolean, known: Uint8Array = whatIsKnown(grid.heights)): Relief {
  const heights = filled(grid);
  let lowest = Infinity;
  let highest = -Infinity;
  for (const height of heights) {
    if (height < lowest) lowest = height;
    if (height > highest) highest = height;
  }
  return { ...grid, heights, slopes: slopesOf({ ...grid, heights }), known, lowest, highest, inferred };
}

function whatIsKnown(heights: Float32Array): Uint8Array {
  const known = new Uint8Array(heights.length);
  for (let i = 0; i < heights.length; i++) known[i] = Number.isNaN(heights[i]) ? 0 : 255;
  return known;
}

function slopesOf({ heights, columns, rows, cell }: HeightGrid): Uint16Array {
  const slopes = new Uint16Array(heights.length * 2);
  for (let row = 0; row < rows; row++) {
    const north = Math.max(0, row - 1) * columns;
    const south = Math.min(rows - 1, row + 1) * columns;
    const deep = ((south - north) / columns) * cell;
    for (let column = 0; column < columns; column++) {
      const west = Math.max(0, column - 1);
      const east = Math.min(columns - 1, column + 1);
      const at = row * columns + column;
      const here = row * columns;
      slopes[at * 2] = half(((heights[here + east] as number) - (heights[here + west] as number)) / ((east - west) * cell));
      slopes[at * 2 + 1] = half(((heights[south + column] as number) - (heights[north + column] as number)) / deep);
    }
  }
  return slopes;
}

const FLOAT = new Float32Array(1);
const BITS = new Uint32Array(FLOAT.buffer);

/** IEEE 754 half precision; too small becomes 0, too large the largest. */
export function half(value: number): number {
  FLOAT[0] = value;
  const bits = BITS[0] as number;
  const sign = (bits >>> 16) & 0x8000;
  const exponent = ((bits >>> 23) & 0xff) - 112;
  if (exponent <= 0) return sign;
  if (exponent >= 31) return sign | 0x7bff;
  return Math.min(sign | 0x7bff, (sign | (exponent << 10) | ((bits >>> 13) & 0x3ff)) + ((bits >>> 12) & 1));
}

/** How well the height at a place is known, 0 to 1; nothing is known outside. */
export function knownAt({ known, columns, rows, cell, x: x0, z: z0 }: Relief, x: number, z: number): number {
  const column = Math.round((x - x0) / cell);
  const row = Math.round((z - z0) / cell);
  return column < 0 || row < 0 || column >= columns || row >= rows ? 0 : (known[row * columns + column] as number) / 255;
}

/** Height at a place, between the four samples around it; outside, that of the edge. */
export function heightAt({ heights, columns, rows, cell, x: x0, z: z0 }: HeightGrid, x: number, z: number): number {
  const across = Math.min(columns - 1, Math.max(0, (x - x0) / cell));
  const down = Math.min(rows - 1, Math.max(0, (z - z0) / cell));
  const column = Math.min(columns - 2, Math.floor(across));
  const row = Math.min(rows - 2, Math.floor(down));
  const right = across - column;
  const below = down - row;
  const at = row * columns + column;
  const north = (heights[at] as number) * (1 - right) + (heights[at + 1] as number) * right;
  const south = (heights[at + columns] as number) * (1 - right) + (heights[at + columns + 1] as number) * right;
  return north * (1 - below) + south * below;
}
