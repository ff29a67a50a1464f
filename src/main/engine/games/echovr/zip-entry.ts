/**
 * The recording inside a ZIP: which entry it is, and its unpacked bytes. Names are only compared, never used as paths; declared sizes are only compared, never
 * allocated. A ZIP whose end is missing is read from its local headers, as far as it goes.
 */
import { Readable, pipeline } from 'node:stream';
import { constants, crc32, createInflateRaw } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { type ByteSource, RefusedInput } from '../../game-adapter.ts';
import { listEntries, openZip, rangeOf } from '../../zip-parts.ts';

export interface ZipEntry {
  readonly name: string;
  /** Its unpacked bytes; throws at damage, after all before it. */
  stream(): AsyncIterable<Uint8Array>;
  /** Unknown when the ZIP's end is missing. */
  readonly crc: number | null;
}

/** Entries looked at; a recording is one of the first two. */
const MAX_ENTRIES = 1000;
/** Deflate cannot do better: a larger declared size is a lie. */
const MAX_RATIO = 1032;
const EXTENSIONS = /\.(echoreplay|ndjson|jsonl|json|txt)$/i;
const LOCAL_HEADER = 30;

/** The entries that may be the recording, the likeliest first. Throws RefusedInput when there are none that can be unpacked. */
export async function zipEntries(source: ByteSource): Promise<{ readonly entries: readonly ZipEntry[]; readonly cut: boolean }> {
  let zip: ZipFile;
  try {
    zip = await openZip(source);
  } catch {
    return { entries: await localEntries(source), cut: true };
  }
  let all: Entry[];
  try {
    all = await listEntries(zip, MAX_ENTRIES);
  } catch {
    return { entries: await localEntries(source), cut: true };
  }
  const baseName = source.name.replace(/\.[^.]*$/, '').toLowerCase();
  const named = all.map((entry) => ({ entry, name: nameOf(entry) })).filter(({ entry, name }) => isCandidate(entry, name, baseName));
  if (named.length === 0) throw new RefusedInput('This ZIP holds no recording: none of its files is .echoreplay or text.');
  const usable = named.filter(({ entry }) => !entry.isEncrypted() && (entry.compressionMethod === 0 || entry.compressionMethod === 8));
  const first = named[0]?.entry;
  if (usable.length === 0 && first !== undefined) {
    throw new RefusedInput(
      first.isEncrypted()
        ? 'The recording inside this ZIP is encrypted; unpack it with its password first.'
        : `The recording inside this ZIP is packed by method ${first.compressionMethod}, which only some programs know; unpack it first.`,
    );
  }
  // The largest first; of equals (a writer's bug puts everything in twice, the second time empty) the first.
  usable.sort((a, b) => plausibleSize(b.entry) - plausibleSize(a.entry));
  const entries = usable.slice(0, 5).map(({ entry, name }) => ({ name, crc: entry.crc32, stream: () => unpackEntry(source, zip, entry) }));
  return { entries, cut: false };
}

function nameOf(entry: Entry): string {
  return Buffer.from(entry.fileName).toString('utf8');
}

function isCandidate(entry: Entry, path: string, baseName: string): boolean {
  const name = path.split(/[/\\]/).at(-1) ?? '';
  if (name === '' || name.startsWith('.') || path.includes('__MACOSX') || entry.compressedSize === 0) return false;
  if (name.toLowerCase() === 'metadata.json') return false;
  return EXTENSIONS.test(name) || !name.includes('.') || name.toLowerCase() === baseName;
}

function plausibleSize(entry: Entry): number {
  return Math.min(entry.uncompressedSize, entry.compressedSize * MAX_RATIO);
}

async function* unpackEntry(source: ByteSource, zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let raw: Readable;
  try {
    raw = await new Promise<Readable>((resolve, reject) => {
      zip.openReadStream(entry, entry.compressionMethod === 8 ? { decompress: false } : {}, (error, stream) =>
        error === null ? resolve(stream) : reject(error),
      );
    });
  } catch {
    // The directory is wrong about where it lies or how long it is: what stands beside the data counts.
    const [local] = await localEntries(source);
    if (local !== undefined) yield* local.stream();
    return;
  }
  yield* entry.compressionMethod === 8 ? inflate(raw) : (raw as AsyncIterable<Uint8Array>);
}

async function* inflate(raw: Readable): AsyncGenerator<Uint8Array> {
  // Told of no missing end, it hands out all that it has; the caller compares checksums.
  const inflated = createInflateRaw({ chunkSize: 256 * 1024, finishFlush: constants.Z_SYNC_FLUSH });
  pipeline(raw, inflated, () => {});
  yield* inflated as AsyncIterable<Uint8Array>;
}

/** Entries by their local headers, for a ZIP that lost its end. Only an entry of known size can be stepped over. */
async function localEntries(source: ByteSource): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  let offset = 0;
  while (entries.length < 5) {
    const header = await source.read(offset, LOCAL_HEADER);
    if (header.length < LOCAL_HEADER) break;
    const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
    if (view.getUint32(0, true) !== 0x04034b50) break;
    const flags = view.getUint16(6, true);
    const method = view.getUint16(8, true);
    const packed = view.getUint32(18, true);
    const nameLength = view.getUint16(26, true);
    const name = Buffer.from(await source.read(offset + LOCAL_HEADER, nameLength)).toString('utf8');
    const start = offset + LOCAL_HEADER + nameLength + view.getUint16(28, true);
    const sized = (flags & 8) === 0 && packed !== 0xffffffff;
    const end = sized ? Math.min(start + packed, source.size) : source.size;
    if ((flags & 1) === 0 && (method === 0 || method === 8) && end > start) {
      const raw = (): Readable => Readable.from(rangeOf(source, start, end), { objectMode: false });
      entries.push({ name, crc: null, stream: () => (method === 8 ? inflate(raw()) : (raw() as AsyncIterable<Uint8Array>)) });
    }
    if (!sized) break;
    offset = end;
  }
  if (entries.length === 0)
    throw new RefusedInput('This ZIP is damaged: its list of files is missing, and what is left of it cannot be unpacked.');
  return entries;
}

/** CRC-32 of a stream, as it passes. */
export class Checksum {
  value = 0;

  add(bytes: Uint8Array): void {
    this.value = crc32(bytes, this.value);
  }
}
