/**
 * A folder that is one recording, read as the uncompressed ZIP that its files make: the same bytes for the same files, so that it is kept, recognised and read
 * again as any other file is. Nothing is written for it.
 */
import { open, opendir, type FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { type ByteSource, type FolderLayout, RefusedInput } from './game-adapter.ts';
import { directory, localHeader, MOST_ZIPPED_BYTES, MOST_ZIPPED_FILES, type ZippedFile } from './zip-layout.ts';

const READ_BYTES = 256 * 1024;
const DEEPEST = 4;

/** A part of the ZIP: bytes at hand, or a file of the folder. */
interface Piece {
  readonly start: number;
  readonly size: number;
  readonly content: Uint8Array | string;
}

export class FolderSource implements ByteSource {
  readonly name: string;
  readonly size: number;
  readonly path = null;
  readonly #pieces: readonly Piece[];
  /** The file that was read last: reading goes from one to the next. */
  #open: { readonly path: string; readonly file: FileHandle } | null = null;

  private constructor(name: string, pieces: readonly Piece[]) {
    this.name = name;
    this.#pieces = pieces;
    const last = pieces.at(-1);
    this.size = last === undefined ? 0 : last.start + last.size;
  }

  /** Reads all files once, for their checksums. Throws RefusedInput when they are too many or too large for one recording. */
  static async open(dir: string, layout: FolderLayout, name: string = basename(dir)): Promise<FolderSource> {
    const names = await partsOf(dir, layout);
    if (names.length > MOST_ZIPPED_FILES) throw new RefusedInput(`The folder ${name} has more files than a recording has.`);
    const pieces: Piece[] = [];
    const files: ZippedFile[] = [];
    const offsets: number[] = [];
    let size = 0;
    const add = (content: Uint8Array | string, length: number): void => {
      pieces.push({ start: size, size: length, content });
      size += length;
      if (size > MOST_ZIPPED_BYTES)
        throw new RefusedInput(`The folder ${name} holds more than 4 GB; no recording of its kind is that large.`);
    };
    for (const part of names) {
      const path = join(dir, part);
      const file = { name: part, ...(await checksum(path)) };
      files.push(file);
      offsets.push(size);
      const header = localHeader(file);
      add(header, header.length);
      add(path, file.size);
    }
    const end = directory(files, offsets, size);
    add(end, end.length);
    return new FolderSource(name, pieces);
  }

  async *stream(start = 0): AsyncGenerator<Uint8Array> {
    for (let offset = start; offset < this.size; offset += READ_BYTES) yield await this.read(offset, READ_BYTES);
  }

  async read(offset: number, length: number, into?: Uint8Array): Promise<Uint8Array> {
    const wanted = Math.max(0, Math.min(length, this.size - offset));
    const bytes = into ?? Buffer.allocUnsafeSlow(wanted);
    let filled = 0;
    let piece = this.#pieceAt(offset);
    while (filled < wanted) {
      const { start, size, content } = this.#pieces[piece++] as Piece;
      const from = offset + filled - start;
      const part = bytes.subarray(filled, filled + Math.min(size - from, wanted - filled));
      if (typeof content === 'string') await this.#fill(content, part, from);
      else part.set(content.subarray(from, from + part.length));
      filled += part.length;
    }
    return bytes.subarray(0, filled);
  }

  async close(): Promise<void> {
    await this.#open?.file.close();
    this.#open = null;
  }

  /** Index of the piece that holds an offset. */
  #pieceAt(offset: number): number {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#pieces[middle] as Piece).start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  async #fill(path: string, part: Uint8Array, from: number): Promise<void> {
    if (this.#open?.path !== path) {
      await this.close();
      this.#open = { path, file: await open(path, 'r') };
    }
    for (let filled = 0; filled < part.length;) {
      const { bytesRead } = await this.#open.file.read(part, filled, part.length - filled, from + filled);
      if (bytesRead === 0) throw new RefusedInput('The recording was changed while it was read; try again when it is complete.');
      filled += bytesRead;
    }
  }
}

/** The folder's files that belong to the recording: what it is known by first, the others by name. Links are not followed. */
async function partsOf(dir: string, { index, parts }: FolderLayout): Promise<readonly string[]> {
  const found: string[] = [];
  await walk('', 0);
  return [index, ...found.toSorted()];

  async function walk(below: string, depth: number): Promise<void> {
    for await (const entry of await opendir(join(dir, below))) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory() && depth < DEEPEST) await walk(name, depth + 1);
      if (entry.isFile() && name !== index && parts.test(name)) found.push(name);
    }
  }
}

async function checksum(path: string): Promise<{ readonly size: number; readonly crc: number }> {
  const block = Buffer.allocUnsafeSlow(READ_BYTES);
  await using file = await open(path, 'r');
  let size = 0;
  let crc = 0;
  for (;;) {
    const { bytesRead } = await file.read(block, 0, READ_BYTES, size);
    if (bytesRead === 0) return { size, crc };
    crc = crc32(block.subarray(0, bytesRead), crc);
    size += bytesRead;
  }
}
