/** A grid of heights, and how it is stored and sent: 16 bits a sample, as differences, packed. */
import { ByteReader, ByteWriter } from './session/bytes.ts';
import type { Compression } from './session/envelope.ts';

/** Heights at the corners of squares, row by row southwards. */
export interface HeightGrid {
  /** Place of the first sample, metres. */
  readonly x: number;
  readonly z: number;
  /** Metres between neighbours. */
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  /** Metres over the sea; NaN where nothing is known. */
  readonly heights: Float32Array;
}

const MAGIC = 'STgh';
const VERSION = 1;
/** Samples along either side. */
export const MOST_SAMPLES = 2048;
const UNKNOWN = 0xffff;
const STEPS = 0xfffe;
const MOST_BYTES = 64 + MOST_SAMPLES * MOST_SAMPLES * 2;

/** Thrown when bytes are not what `encodeHeights` wrote. */
class HeightsDamaged extends Error {
  override readonly name = 'HeightsDamaged';
}

/** Heights come back to within 1/131,000 of their range. */
export function encodeHeights(grid: HeightGrid, compression: Compression): Uint8Array {
  let lowest = Infinity;
  let highest = -Infinity;
  for (const height of grid.heights) {
    if (height < lowest) lowest = height;
    if (height > highest) highest = height;
  }
  if (lowest > highest) lowest = highest = 0;
  const step = (highest - lowest) / STEPS || 1;
  const { length } = grid.heights;
  const out = new ByteWriter(64 + length * 2);
  for (const letter of MAGIC) out.u8(letter.charCodeAt(0));
  for (const value of [VERSION, grid.columns, grid.rows]) out.varint(value);
  for (const value of [grid.x, grid.z, grid.cell, lowest, step]) out.f64(value);
  // Neighbours are alike: the differences, low bytes after high ones, pack well.
  const low = new Uint8Array(length);
  const high = new Uint8Array(length);
  let before = 0;
  for (let i = 0; i < length; i++) {
    const height = grid.heights[i] as number;
    const value = Number.isFinite(height) ? Math.round((height - lowest) / step) : UNKNOWN;
    const change = (value - before) & 0xffff;
    before = value;
    low[i] = change & 0xff;
    high[i] = change >> 8;
  }
  out.raw(high);
  out.raw(low);
  return compression.compress(out.bytes());
}

/** Throws HeightsDamaged, or what the compression throws. */
export function decodeHeights(bytes: Uint8Array, compression: Compression): HeightGrid {
  const reader = new ByteReader(compression.decompress(bytes, MOST_BYTES), MOST_BYTES);
  for (const letter of MAGIC) if (reader.u8() !== letter.charCodeAt(0)) throw new HeightsDamaged('This is no stored height map.');
  if (reader.varint() !== VERSION) throw new HeightsDamaged('This height map was stored by a newer version.');
  const columns = reader.varint();
  const rows = reader.varint();
  const [x, z, cell, lowest, step] = [reader.f64(), reader.f64(), reader.f64(), reader.f64(), reader.f64()];
  if (columns < 2 || rows < 2 || columns > MOST_SAMPLES || rows > MOST_SAMPLES || !(cell > 0))
    throw new HeightsDamaged('The stored height map is damaged.');
  const high = reader.take(columns * rows);
  const low = reader.take(columns * rows);
  const heights = new Float32Array(columns * rows);
  let value = 0;
  for (let i = 0; i < heights.length; i++) {
    value = (value + (((high[i] as number) << 8) | (low[i] as number))) & 0xffff;
    heights[i] = value === UNKNOWN ? Number.NaN : lowest + value * step;
  }
  return { x, z, cell, columns, rows, heights };
}
