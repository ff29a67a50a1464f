/** The files of a ZIP by their names. Names are only compared, never used as paths; what is unpacked is counted, whatever size is declared. */
import { Readable, pipeline } from 'node:stream';
import { constants, crc32, createInflateRaw } from 'node:zlib';
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl';
import { type ByteSource, RefusedInput } from './game-adapter.ts';

export interface ZipPart {
  /** With `/` between folders. */
  readonly name: string;
  /** Its content. Throws DamagedPart when it cannot be unpacked, is not what its checksum says, or is larger than `most` bytes. */
  read(most: number): Promise<Uint8Array>;
}

export class DamagedPart extends Error {
  override readonly name = 'DamagedPart';
}

const MOST_PARTS = 100_000;

/** Hands a ZIP's bytes to the library that reads it. */
class SourceReader extends RandomAccessReader {
  readonly #source: ByteSource;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(rangeOf(this.#source, start, end), { objectMode: false });
  }
}

/** The bytes from `start` to `end`, exclusive. */
export async function* rangeOf(source: ByteSource, start: number, end: number): AsyncGenerator<Uint8Array> {
  let left = end - start;
  if (left <= 0) return;
  for await (const chunk of source.stream(start)) {
    yield chunk.length <= left ? chunk : chunk.subarray(0, left);
    left -= chunk.length;
    if (left <= 0) return;
  }
}

/** Folders left out. Throws RefusedInput when it is no ZIP that can be read. */
export async function zipParts(source: ByteSource): Promise<readonly ZipPart[]> {
  let zip: ZipFile;
  let entries: readonly Entry[];
  try {
    zip = await openZip(source);
    entries = await listEntries(zip, MOST_PARTS);
  } catch {
    throw new RefusedInput('This ZIP is damaged: its list of files is missing.');
  }
  return entries.flatMap((entry) => {
    const name = Buffer.from(entry.fileName).toString('utf8').replaceAll('\\', '/');
    return name.endsWith('/') ? [] : [{ name, read: async (most: number) => await unpack(zip, entry, most) }];
  });
}

/** Rejects when its list of files is missing. */
export function openZip(source: ByteSource): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromRandomAccessReader(
      new SourceReader(source),
      source.size,
      // Names stay bytes: what they say about paths is of no interest. Sizes are counted here.
      { lazyEntries: true, decodeStrings: false, validateEntrySizes: false, autoClose: false },
      (error, zip) => (error === null ? resolve(zip) : reject(error)),
    );
  });
}

/** At most `most` of them. */
export function listEntries(zip: ZipFile, most: number): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length < most) zip.readEntry();
      else resolve(entries);
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });
}

async function unpack(zip: ZipFile, entry: Entry, most: number): Promise<Uint8Array> {
  const packed = entry.compressionMethod === 8;
  if (entry.isEncrypted() || (!packed && entry.compressionMethod !== 0)) throw new DamagedPart('it is packed in a way that is not known');
  const pieces: Uint8Array[] = [];
  let size = 0;
  let crc = 0;
  try {
    const raw = await new Promise<Readable>((resolve, reject) => {
      zip.openReadStream(entry, packed ? { decompress: false } : {}, (error, stream) => (error === null ? resolve(stream) : reject(error)));
    });
    for await (const piece of (packed ? inflated(raw) : raw) as AsyncIterable<Uint8Array>) {
      size += piece.length;
      if (size > most) throw new DamagedPart(`it is larger than ${Math.round(most / 1e6)} MB`);
      crc = crc32(piece, crc);
      pieces.push(piece);
    }
  } catch (error) {
    if (error instanceof DamagedPart || error instanceof RefusedInput) throw error;
    throw new DamagedPart('it cannot be unpacked');
  }
  if (crc !== entry.crc32) throw new DamagedPart('it is not what its checksum says');
  return Buffer.concat(pieces);
}

function inflated(raw: Readable): Readable {
  const stream = createInflateRaw({ chunkSize: 256 * 1024, finishFlush: constants.Z_SYNC_FLUSH });
  pipeline(raw, stream, () => {});
  return stream;
}
