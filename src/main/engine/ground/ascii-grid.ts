/**
 * Reads an ESRI ASCII grid (.asc), the height map that Arma's terrain tools write: a header of names and numbers, then the heights row by row from the north.
 * Streams, and averages squares of samples when there are more than are kept, so that memory does not grow with the file.
 */
import type { HeightGrid } from '../../../shared/height-grid.ts';
import { MOST_SAMPLES } from '../../../shared/height-grid.ts';
import { RefusedInput } from '../game-adapter.ts';

/** Samples along a side that a file may have. */
const LONGEST_SIDE = 65_536;
const MOST_VALUES = 600_000_000;
const LONGEST_WORD = 64;
/** Map tools place maps of games on the globe (Terrain Builder: 200 km east): a corner this far away, metres, is taken as the world's own corner. */
const FALSE_ORIGIN = 100_000;
/** Deeper and higher is no ground, metres. */
const MOST_HEIGHT = 20_000;
const NAMES = new Set(['ncols', 'nrows', 'xllcorner', 'yllcorner', 'xllcenter', 'yllcenter', 'cellsize', 'nodata_value']);

/** `progress`: bytes read so far. Rejects with RefusedInput, one sentence. */
export async function readAsciiGrid(
  stream: AsyncIterable<Uint8Array>,
  progress: (bytes: number) => void = () => undefined,
  mostSamples: number = MOST_SAMPLES,
): Promise<HeightGrid> {
  const reader = new GridReader(mostSamples);
  let bytes = 0;
  for await (const part of stream) {
    reader.feed(part);
    bytes += part.length;
    progress(bytes);
  }
  return reader.finish();
}

class GridReader {
  readonly #most: number;
  readonly #header = new Map<string, number>();
  #name: string | null = null;
  #word = new Uint8Array(LONGEST_WORD);
  #length = 0;
  #grid: GridBuilder | null = null;

  constructor(most: number) {
    this.#most = most;
  }

  feed(part: Uint8Array): void {
    for (const byte of part) {
      if (byte === 32 || (byte >= 9 && byte <= 13)) {
        if (this.#length > 0) this.#take();
      } else {
        if (this.#length === LONGEST_WORD) throw this.#length > 0 && this.#grid === null ? notOne() : badHeight();
        this.#word[this.#length++] = byte;
      }
    }
  }

  finish(): HeightGrid {
    if (this.#length > 0) this.#take();
    if (this.#grid === null) throw notOne();
    return this.#grid.finish();
  }

  #take(): void {
    if (this.#grid !== null) {
      this.#grid.add(readNumber(this.#word, this.#length));
      this.#length = 0;
      return;
    }
    const word = String.fromCharCode(...this.#word.subarray(0, this.#length)).toLowerCase();
    this.#length = 0;
    if (this.#name !== null) {
      const value = Number(word);
      if (!Number.isFinite(value)) throw new RefusedInput(`The height map's ${this.#name} is no number.`);
      this.#header.set(this.#name, value);
      this.#name = null;
    } else if (NAMES.has(word)) this.#name = word;
    else {
      const first = Number(word);
      if (this.#header.size === 0 || Number.isNaN(first)) throw notOne();
      this.#grid = new GridBuilder(this.#header, this.#most);
      this.#grid.add(first);
    }
  }
}

/** Puts values into their places as they come. */
class GridBuilder {
  readonly #columns: number;
  readonly #rows: number;
  readonly #nothing: number;
  /** So many samples each way become one. */
  readonly #square: number;
  readonly #grid: HeightGrid;
  readonly #counts: Uint32Array;
  #column = 0;
  #row = 0;

  constructor(header: ReadonlyMap<string, number>, most: number) {
    const columns = header.get('ncols') ?? 0;
    const rows = header.get('nrows') ?? 0;
    const cell = header.get('cellsize') ?? 0;
    const fits = (side: number): boolean => Number.isInteger(side) && side >= 2 && side <= LONGEST_SIDE;
    if (!fits(columns) || !fits(rows) || columns * rows > MOST_VALUES)
      throw new RefusedInput(`The height map says it has ${columns} by ${rows} heights; between 2 and ${LONGEST_SIDE} a side can be read.`);
    if (!(cell >= 0.01 && cell <= 100_000)) throw new RefusedInput('The height map does not say how far its heights are apart (cellsize).');
    this.#columns = columns;
    this.#rows = rows;
    this.#nothing = header.get('nodata_value') ?? Number.NaN;
    this.#square = Math.ceil(Math.max(columns, rows) / most);
    const kept = (side: number): number => Math.max(2, Math.ceil(side / this.#square));
    const west = corner(header, 'x', cell);
    const south = corner(header, 'y', cell);
    const inset = (this.#square * cell) / 2;
    this.#grid = {
      x: west + inset,
      z: -(south + rows * cell) + inset,
      cell: cell * this.#square,
      columns: kept(columns),
      rows: kept(rows),
      heights: new Float32Array(kept(columns) * kept(rows)),
    };
    this.#counts = new Uint32Array(this.#grid.columns);
  }

  add(value: number): void {
    if (this.#row === this.#rows)
      throw new RefusedInput(`The height map has more than the ${this.#columns} by ${this.#rows} heights that it says.`);
    if (Number.isNaN(value)) throw badHeight();
    const column = Math.floor(this.#column / this.#square);
    if (value !== this.#nothing) {
      if (Math.abs(value) > MOST_HEIGHT) throw badHeight();
      const at = Math.floor(this.#row / this.#square) * this.#grid.columns + column;
      this.#grid.heights[at] = (this.#grid.heights[at] as number) + value;
      this.#counts[column] = (this.#counts[column] as number) + 1;
    }
    if (++this.#column < this.#columns) return;
    this.#column = 0;
    if (++this.#row % this.#square === 0 || this.#row === this.#rows) this.#endRow();
  }

  finish(): HeightGrid {
    if (this.#row < this.#rows) throw new RefusedInput(`The height map ends in row ${this.#row + 1} of ${this.#rows}; it was cut off.`);
    return this.#grid;
  }

  /** Sums become means; where nothing was known, nothing is. */
  #endRow(): void {
    const from = Math.floor((this.#row - 1) / this.#square) * this.#grid.columns;
    for (let column = 0; column < this.#grid.columns; column++) {
      const count = this.#counts[column] as number;
      this.#grid.heights[from + column] = count === 0 ? Number.NaN : (this.#grid.heights[from + column] as number) / count;
    }
    this.#counts.fill(0);
  }
}

/** Metres; of the west or south edge. */
function corner(header: ReadonlyMap<string, number>, axis: 'x' | 'y', cell: number): number {
  const centre = header.get(`${axis}llcenter`);
  const value = centre === undefined ? (header.get(`${axis}llcorner`) ?? 0) : centre - cell / 2;
  return Math.abs(value) >= FALSE_ORIGIN ? 0 : value;
}

/** Plain decimal numbers by hand, which is most of the work of a large file; anything else as JavaScript reads it. NaN when it is none. */
function readNumber(word: Uint8Array, length: number): number {
  let at = 0;
  const negative = word[0] === 45;
  if (negative || word[0] === 43) at++;
  let value = 0;
  let scale = 0;
  let digits = 0;
  for (; at < length; at++) {
    const byte = word[at] as number;
    if (byte >= 48 && byte <= 57) {
      value = value * 10 + (byte - 48);
      digits++;
      if (scale > 0) scale *= 10;
    } else if (byte === 46 && scale === 0) scale = 1;
    else break;
  }
  if (at < length || digits === 0 || digits > 15) return slowNumber(word, length);
  if (scale > 1) value /= scale;
  return negative ? -value : value;
}

function slowNumber(word: Uint8Array, length: number): number {
  const text = String.fromCharCode(...word.subarray(0, length));
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}

function notOne(): RefusedInput {
  return new RefusedInput('This is no height map: a file that begins with ncols and nrows is expected (ESRI ASCII grid, .asc).');
}

function badHeight(): RefusedInput {
  return new RefusedInput('The height map holds something that is no height.');
}
