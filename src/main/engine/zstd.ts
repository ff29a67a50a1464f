/** Zstandard by Node. */
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Compression } from '../../shared/session/envelope.ts';

export const zstd: Compression = {
  compress: (bytes) => zstdCompressSync(bytes),
  decompress: (bytes, maxBytes) => zstdDecompressSync(bytes, { maxOutputLength: Math.max(1, maxBytes) }),
};
