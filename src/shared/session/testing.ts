/** For tests of the codec, which may not reach for Node's zstd: a compression that does not compress. */
import type { Compression } from './envelope.ts';

export const uncompressed: Compression = {
  compress: (bytes) => Uint8Array.from(bytes),
  decompress: (bytes, maxBytes) => {
    if (bytes.length > maxBytes) throw new RangeError('too large');
    return Uint8Array.from(bytes);
  },
};
