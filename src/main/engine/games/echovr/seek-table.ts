/** The seek table at the end of a zstd file in the "seekable format": where each of its frames lies. */
import type { ByteSource } from '../../game-adapter.ts';

const SKIPPABLE = 0x184d2a5e;
const SEEKABLE = 0x8f92eab1;
const FOOTER = 9;
/** More than any recording has; what a hostile count may ask for. */
const MAX_BLOCKS = 1_000_000;

interface Block {
  /** Bytes of the file: start inclusive, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** The file's zstd frames by its table; null when it has none, or one that does not fit the file. */
export async function seekTable(source: ByteSource): Promise<readonly Block[] | null> {
  if (source.size < FOOTER + 8) return null;
  const footer = view(await source.read(source.size - FOOTER, FOOTER));
  if (footer.byteLength < FOOTER || footer.getUint32(5, true) !== SEEKABLE) return null;
  const count = footer.getUint32(0, true);
  const descriptor = footer.getUint8(4);
  const entryBytes = (descriptor & 0x80) === 0 ? 8 : 12;
  const tableBytes = count * entryBytes + FOOTER;
  const start = source.size - tableBytes - 8;
  if ((descriptor & 0x7c) !== 0 || count > MAX_BLOCKS || start < 0) return null;
  const table = view(await source.read(start, tableBytes + 8));
  if (table.byteLength < tableBytes + 8 || table.getUint32(0, true) !== SKIPPABLE || table.getUint32(4, true) !== tableBytes) return null;
  const blocks: Block[] = [];
  let offset = 0;
  for (let i = 0; i < count; i++) {
    const size = table.getUint32(8 + i * entryBytes, true);
    blocks.push({ start: offset, end: offset + size });
    offset += size;
  }
  return offset === start ? blocks : null;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
