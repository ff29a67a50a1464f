/**
 * What lies around every stored block: magic, version and time range in the clear, one zstd frame, and a CRC over all of it.
 *
 *     0  magic, 4 bytes          5  flags, 0             10  t1, u32 ms              18  crc32 of the rest, u32
 *     4  codec version           6  t0, u32 ms           14  unpacked length, u32    22  one zstd frame
 */
import { ByteReader, ByteWriter, ChunkDamaged } from './bytes.ts';

/** Injected, because zstd is node:zlib in the engine and WebAssembly in the renderer. */
export interface Compression {
  /** One zstd frame with content size. */
  compress(bytes: Uint8Array): Uint8Array<ArrayBuffer>;
  /** Throws when it would be more than `maxBytes`. */
  decompress(bytes: Uint8Array, maxBytes: number): Uint8Array<ArrayBuffer>;
}

export interface Envelope {
  readonly version: number;
  /** ms */
  readonly t0: number;
  /** ms */
  readonly t1: number;
  readonly payload: Uint8Array;
}

/** Unpacked bytes, and memory of what is decoded from them, that a block may take. */
export const MAX_BLOCK_BYTES = 64 * 1024 * 1024;

const CRC_AT = 18;
const HEADER = 22;

export function seal(magic: string, envelope: Envelope, compression: Compression): Uint8Array<ArrayBuffer> {
  const packed = compression.compress(envelope.payload);
  const out = new ByteWriter(HEADER + packed.length);
  for (let i = 0; i < 4; i++) out.u8(magic.charCodeAt(i));
  out.u8(envelope.version);
  out.u8(0);
  out.u32(envelope.t0);
  out.u32(envelope.t1);
  out.u32(envelope.payload.length);
  out.u32(crc32(packed, crc32(out.bytes())));
  out.raw(packed);
  return out.bytes();
}

/** Throws ChunkDamaged for anything that `seal` did not write. */
export function open(magic: string, bytes: Uint8Array, compression: Compression, maxBytes: number): Envelope {
  const reader = new ByteReader(bytes, maxBytes);
  for (let i = 0; i < 4; i++)
    if (reader.u8() !== magic.charCodeAt(i)) throw new ChunkDamaged('This is not the stored data that it should be.');
  const version = reader.u8();
  reader.u8();
  const t0 = reader.u32();
  const t1 = reader.u32();
  const length = reader.u32();
  const crc = reader.u32();
  const packed = bytes.subarray(HEADER);
  if (crc32(packed, crc32(bytes.subarray(0, CRC_AT))) !== crc) throw new ChunkDamaged('Stored data is damaged: its checksum is wrong.');
  reader.allow(length);
  let payload: Uint8Array;
  try {
    payload = compression.decompress(packed, length);
  } catch {
    throw new ChunkDamaged('Stored data is damaged: it cannot be unpacked.');
  }
  if (payload.length !== length) throw new ChunkDamaged('Stored data is damaged: it unpacks to the wrong length.');
  return { version, t0, t1, payload };
}

/** Table k at k * 256: what a byte does to the CRC that k further bytes follow. */
const CRC_TABLES = new Int32Array(4 * 256);
for (let byte = 0; byte < 256; byte++) {
  let crc = byte;
  for (let k = 0; k < 4; k++) {
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1;
    CRC_TABLES[k * 256 + byte] = crc;
  }
}

/** CRC-32 (IEEE); `before`: the CRC of the bytes that come before these. */
function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  let i = 0;
  for (const end = bytes.length - 3; i < end; i += 4) {
    crc ^= (bytes[i] as number) | ((bytes[i + 1] as number) << 8) | ((bytes[i + 2] as number) << 16) | ((bytes[i + 3] as number) << 24);
    crc =
      (CRC_TABLES[768 + (crc & 255)] as number) ^
      (CRC_TABLES[512 + ((crc >>> 8) & 255)] as number) ^
      (CRC_TABLES[256 + ((crc >>> 16) & 255)] as number) ^
      (CRC_TABLES[crc >>> 24] as number);
  }
  for (; i < bytes.length; i++) crc = (crc >>> 8) ^ (CRC_TABLES[(crc ^ (bytes[i] as number)) & 255] as number);
  return ~crc >>> 0;
}
