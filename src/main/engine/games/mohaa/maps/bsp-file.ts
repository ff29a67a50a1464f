/** The layout of the game's maps (.bsp, versions 17 to 21): a header, a table of lumps, and in each lump records of one size. */
import { RefusedInput } from '../../../game-adapter.ts';

export const MOST_BSP_BYTES = 64 * 1024 * 1024;

/** Numbers of lumps since version 19. Earlier ones have one more, of fog, behind the brushes. */
const LUMP = {
  shaders: 0,
  planes: 1,
  surfaces: 3,
  vertices: 4,
  indexes: 5,
  brushSides: 11,
  brushes: 12,
  models: 13,
  entities: 14,
  terrain: 22,
} as const;
type LumpName = keyof typeof LUMP;

/** Bytes of a record. */
const RECORD: Readonly<Record<LumpName, number>> = {
  shaders: 140,
  planes: 16,
  surfaces: 108,
  vertices: 44,
  indexes: 4,
  brushSides: 12,
  brushes: 12,
  models: 40,
  entities: 1,
  terrain: 388,
};

const OLDEST = 17;
const NEWEST = 21;
/** The last version with a lump of fog. */
const LAST_FOG = 18;
const LUMPS = 28;
const HEADER = 12 + LUMPS * 8;

/** Records of a lump: record i begins at byte `start + i * size` of the file, and lies within it. */
export interface Records {
  readonly count: number;
  readonly start: number;
  readonly size: number;
}

export class BspFile {
  readonly version: number;
  readonly view: DataView;
  readonly #bytes: Uint8Array;
  readonly #warn: (sentence: string) => void;

  /** Throws RefusedInput when it is no map of these versions. What of it is cut off is told to `warn` when it is asked for. */
  constructor(bytes: Uint8Array, warn: (sentence: string) => void) {
    if (bytes.length > MOST_BSP_BYTES) throw new RefusedInput('This map is larger than 64 MB; no map of the game is.');
    if (bytes.length < HEADER) throw new RefusedInput('This is no map of the game: it is too short.');
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.version = this.view.getUint32(4, true);
    // The first four letters differ between the game and its expansions, which look at the version only.
    const letters = String.fromCharCode(...bytes.subarray(0, 4));
    if (letters !== '2015' && letters !== 'EALA') throw new RefusedInput('This is no map of the game: it begins like something else.');
    if (this.version < OLDEST || this.version > NEWEST)
      throw new RefusedInput(
        `This map is of version ${this.version}; those of the game and its expansions have versions ${OLDEST} to ${NEWEST}.`,
      );
    this.#bytes = bytes;
    this.#warn = warn;
  }

  records(name: LumpName): Records {
    const size = RECORD[name];
    const number: number = LUMP[name];
    const at = 12 + (this.version <= LAST_FOG && number > LUMP.brushes ? number + 1 : number) * 8;
    const start = this.view.getUint32(at, true);
    const length = this.view.getUint32(at + 4, true);
    const there = Math.max(0, Math.min(length, this.#bytes.length - start));
    if (there < length) this.#warn(`The map's ${NAMES[name]} are cut off: ${there} of ${length} bytes are there.`);
    else if (length % size !== 0) this.#warn(`The map's ${NAMES[name]} end in the middle of one.`);
    return { count: Math.floor(there / size), start, size };
  }

  /** Up to the first zero byte; letters beyond ASCII as Latin 1, which is what the game writes. */
  text(start: number, most: number): string {
    const bytes = this.#bytes.subarray(start, start + most);
    const end = bytes.indexOf(0);
    return Buffer.from(bytes.buffer, bytes.byteOffset, end < 0 ? bytes.length : end).toString('latin1');
  }
}

const NAMES: Readonly<Record<LumpName, string>> = {
  shaders: 'materials',
  planes: 'planes',
  surfaces: 'surfaces',
  vertices: 'vertices',
  indexes: 'triangles',
  brushSides: 'sides of solids',
  brushes: 'solids',
  models: 'parts',
  entities: 'entities',
  terrain: 'pieces of terrain',
};
