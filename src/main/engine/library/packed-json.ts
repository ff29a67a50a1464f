/** JSON as the library keeps it: one zstd frame. */
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { EntityInfo, SessionInfo } from '../../../shared/session/model.ts';
import type { StoredNotes } from '../session-source.ts';

/** Entity lists of thousands stay far below; what is larger is not ours. */
const MAX_JSON_BYTES = 256 * 1024 * 1024;

export function packJson(value: SessionInfo | readonly EntityInfo[] | readonly string[] | Omit<StoredNotes, 'origin'>): Uint8Array {
  return zstdCompressSync(JSON.stringify(value), { params: { [constants.ZSTD_c_compressionLevel]: 6 } });
}

/** The caller names what it packed. */
export function unpackJson(bytes: Uint8Array): unknown {
  return JSON.parse(zstdDecompressSync(bytes, { maxOutputLength: MAX_JSON_BYTES }).toString('utf8'));
}
