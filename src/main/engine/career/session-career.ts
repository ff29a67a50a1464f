/** The counts of a session on their way to the library's writer, packed as it keeps them. */
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { JsonObject } from '../../../shared/session/model.ts';
import { packPoints, type PackedPoints } from './points.ts';
import type { SessionMoments, SessionPoints, SessionRows } from './rows.ts';

/** Those of a session with a thousand people stay far below. */
const MAX_BYTES = 64 * 1024 * 1024;

export interface NewCareer {
  /** CareerProvider.version */
  readonly version: number;
  /** zstd JSON of SessionRows. */
  readonly packed: Uint8Array;
  readonly points: readonly PackedPoints[];
  /** zstd JSON of SessionMoments.columns; null for none. */
  readonly moments: Uint8Array | null;
}

/** Of a session that is being recorded. */
export interface LiveCareer {
  readonly version: number;
  /** What is to be added; or all of it, in the place of what was there. */
  readonly rows: SessionRows;
  readonly replaces: boolean;
  /** All of them, as NewCareer has them; null when they are as before. */
  readonly moments: Uint8Array | null;
  /** All of them; null when they stay as they were. */
  readonly points: readonly PackedPoints[] | null;
}

export function packCareer(version: number, rows: SessionRows, points: readonly SessionPoints[], moments?: SessionMoments): NewCareer {
  return {
    version,
    packed: packed(rows),
    points: packAllPoints(points),
    moments: moments === undefined ? null : packMoments(moments),
  };
}

export function unpackRows(bytes: Uint8Array): SessionRows {
  return JSON.parse(unpacked(bytes)) as SessionRows;
}

export function packAllPoints(points: readonly SessionPoints[]): readonly PackedPoints[] {
  return points.filter(({ t }) => t.length > 0).map(packPoints);
}

export function packMoments({ columns }: SessionMoments): Uint8Array {
  return packed(columns);
}

/** SessionMoments.columns */
export function unpackMoments(bytes: Uint8Array): JsonObject {
  return JSON.parse(unpacked(bytes)) as JsonObject;
}

function packed(value: object): Uint8Array {
  return zstdCompressSync(JSON.stringify(value), { params: { [constants.ZSTD_c_compressionLevel]: 3 } });
}

function unpacked(bytes: Uint8Array): string {
  return zstdDecompressSync(bytes, { maxOutputLength: MAX_BYTES }).toString('utf8');
}
