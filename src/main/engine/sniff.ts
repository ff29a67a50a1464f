/** Finds the format of a file by its content: each format judges the first 64 KB, unpacked when the file is gzip or a ZIP. */
import { constants, createGunzip, createInflateRaw, type Gunzip, type InflateRaw } from 'node:zlib';
import { describeFile } from './describe-file.ts';
import { RefusedInput, type ByteSource, type FileFormat, type GameAdapter } from './game-adapter.ts';

const HEAD_BYTES = 64 * 1024;
/** Local file header of a ZIP entry: fixed part in bytes. */
const ZIP_ENTRY = 30;

export interface Sniffed {
  readonly adapter: GameAdapter;
  readonly format: FileFormat;
}

interface Head {
  readonly unpacked: Uint8Array;
  readonly wrapping: 'gzip' | 'zip' | 'none';
}

/** Throws RefusedInput, naming what the file is, when no format takes it. */
export async function sniffFile(source: ByteSource, adapters: readonly GameAdapter[]): Promise<Sniffed> {
  const raw = await source.read(0, HEAD_BYTES);
  const head = await unwrap(raw);
  let best: Sniffed | null = null;
  let highest = 0;
  for (const adapter of adapters) {
    for (const format of adapter.formats) {
      const confidence = format.sniff(head.unpacked, source.name);
      if (confidence <= highest) continue;
      highest = confidence;
      best = { adapter, format };
    }
  }
  if (best !== null) return best;
  throw new RefusedInput(`This is ${describeFile(raw, head.unpacked, head.wrapping, source.name)}.`);
}

async function unwrap(raw: Uint8Array): Promise<Head> {
  if (raw[0] === 0x1f && raw[1] === 0x8b) return { unpacked: await inflateHead(createGunzip(TOLERANT), raw), wrapping: 'gzip' };
  if (raw[0] === 0x50 && raw[1] === 0x4b && raw[2] === 3 && raw[3] === 4) return { unpacked: await firstZipEntry(raw), wrapping: 'zip' };
  return { unpacked: raw, wrapping: 'none' };
}

/** The first entry that is a file: folders come before their content. */
async function firstZipEntry(raw: Uint8Array): Promise<Uint8Array> {
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  let offset = 0;
  while (offset + ZIP_ENTRY <= raw.length && view.getUint32(offset, true) === 0x04034b50) {
    const method = view.getUint16(offset + 8, true);
    const packed = view.getUint32(offset + 18, true);
    const nameLength = view.getUint16(offset + 26, true);
    const start = offset + ZIP_ENTRY + nameLength + view.getUint16(offset + 28, true);
    const isFolder = raw[offset + ZIP_ENTRY + nameLength - 1] === 0x2f;
    if (!isFolder) {
      const data = raw.subarray(start);
      if (method === 0) return data;
      return method === 8 ? await inflateHead(createInflateRaw(TOLERANT), data) : new Uint8Array(0);
    }
    offset = start + packed;
  }
  return new Uint8Array(0);
}

/** The head of the packed bytes is cut somewhere: what was unpacked up to there counts. */
const TOLERANT = { finishFlush: constants.Z_SYNC_FLUSH, chunkSize: HEAD_BYTES };

/** Stops at 64 KB, whatever the stream would unpack to. */
function inflateHead(stream: Gunzip | InflateRaw, packed: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let length = 0;
    const done = (): void => {
      stream.destroy();
      resolve(Buffer.concat(parts).subarray(0, HEAD_BYTES));
    };
    stream.on('data', (part: Buffer) => {
      parts.push(part);
      length += part.length;
      if (length >= HEAD_BYTES) done();
    });
    stream.on('end', done);
    stream.on('error', done);
    stream.end(packed);
  });
}
