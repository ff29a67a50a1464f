/** Points of a session for heatmaps, packed: columns in one zstd frame. Places are whole centimetres, or coarser where a world is so large that these need more than 16 bits. */
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { SessionPoints } from './rows.ts';

export interface PackedPoints {
  readonly kind: string;
  readonly count: number;
  readonly data: Uint8Array;
}

/** Columns of one session's points; valid as long as nobody unpacks others. */
export interface PointColumns {
  readonly count: number;
  readonly weapons: readonly string[];
  readonly teams: readonly string[];
  /** Metres of a step of x, y and z. */
  readonly step: number;
  readonly t: Int32Array;
  readonly x: Int16Array;
  readonly y: Int16Array;
  readonly z: Int16Array;
  readonly entity: Uint16Array;
  /** Indices of the lists above. */
  readonly weapon: Uint8Array;
  readonly team: Uint8Array;
}

interface Head {
  readonly step: number;
  readonly weapons: readonly string[];
  readonly teams: readonly string[];
}

const STEP = 0.01;
const FURTHEST = 32_767;
const BYTES_PER_POINT = 4 + 3 * 2 + 2 + 2;
const MAX_BYTES = 512 * 1024 * 1024;

export function packPoints({ kind, t, position, entity, weapon, team }: SessionPoints): PackedPoints {
  const count = t.length;
  const far = position.reduce((most, metres) => Math.max(most, Math.abs(metres)), 0);
  const step = Math.max(STEP, far / FURTHEST);
  const weapons = new Words();
  const teams = new Words();
  const weaponOf = Uint8Array.from(weapon, (word) => weapons.index(word));
  const teamOf = Uint8Array.from(team, (word) => teams.index(word));
  const head = Buffer.from(JSON.stringify({ step, weapons: weapons.all, teams: teams.all } satisfies Head));
  const at = headBytes(head.length);
  const bytes = new Uint8Array(at + count * BYTES_PER_POINT);
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, 4);
  const columns = columnsOf(bytes, at, count);
  columns.t.set(t);
  columns.entity.set(entity);
  columns.weapon.set(weaponOf);
  columns.team.set(teamOf);
  for (let i = 0; i < count; i++) {
    columns.x[i] = Math.round((position[i * 3] as number) / step);
    columns.y[i] = Math.round((position[i * 3 + 1] as number) / step);
    columns.z[i] = Math.round((position[i * 3 + 2] as number) / step);
  }
  return { kind, count, data: zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 1 } }) };
}

export function unpackPoints(data: Uint8Array, count: number): PointColumns {
  const unpacked = zstdDecompressSync(data, { maxOutputLength: MAX_BYTES });
  // Columns need a buffer that begins where they may.
  const bytes = unpacked.byteOffset % 4 === 0 ? unpacked : new Uint8Array(unpacked);
  const length = unpacked.readUInt32LE(0);
  const head = JSON.parse(unpacked.toString('utf8', 4, 4 + length)) as Head;
  return { count, ...head, ...columnsOf(bytes, headBytes(length), count) };
}

function headBytes(length: number): number {
  return 4 + Math.ceil(length / 4) * 4;
}

function columnsOf(bytes: Uint8Array, at: number, count: number): Pick<PointColumns, 't' | 'x' | 'y' | 'z' | 'entity' | 'weapon' | 'team'> {
  const { buffer } = bytes;
  let next = bytes.byteOffset + at;
  const take = (width: number): number => {
    const here = next;
    next += count * width;
    return here;
  };
  return {
    t: new Int32Array(buffer, take(4), count),
    x: new Int16Array(buffer, take(2), count),
    y: new Int16Array(buffer, take(2), count),
    z: new Int16Array(buffer, take(2), count),
    entity: new Uint16Array(buffer, take(2), count),
    weapon: new Uint8Array(buffer, take(1), count),
    team: new Uint8Array(buffer, take(1), count),
  };
}

/** At most 256 words; those beyond are "". */
class Words {
  readonly all = [''];
  readonly #indexes = new Map([['', 0]]);

  index(word: string): number {
    const known = this.#indexes.get(word);
    if (known !== undefined) return known;
    const index = this.all.length < 256 ? this.all.push(word) - 1 : 0;
    this.#indexes.set(word, index);
    return index;
  }
}
