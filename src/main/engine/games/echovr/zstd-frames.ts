/**
 * Unpacks a zstd file of any number of frames and skippable frames. node:zlib stops without a word after the first frame, so frames are told apart here, by their
 * block headers, and each gets a decoder of its own.
 */
import { Readable, pipeline, type TransformOptions } from 'node:stream';
import { constants, createZstdDecompress, zstdDecompressSync, type ZstdOptions } from 'node:zlib';

const MAGIC = 0xfd2fb528;
/** Memory that a frame may ask of the decoder; what the zstd tool itself allows by default. */
const MAX_WINDOW_LOG = 27;
/** Packed bytes given to a decoder at once: between two pieces its thread waits for this one. */
const PIECE = 512 * 1024;

/** The bytes are no zstd, or zstd that would need too much memory; the message names what. */
export class BadZstd extends Error {
  override readonly name = 'BadZstd';
}

/** Bytes by number out of a stream of chunks. */
class ByteQueue {
  readonly #source: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array(0);
  #pos = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** What is at hand, at most `max` bytes; empty only at the end. */
  async some(max: number): Promise<Uint8Array> {
    while (this.#pos === this.#chunk.length) {
      const next = await this.#source.next();
      if (next.done === true) return new Uint8Array(0);
      this.#chunk = next.value;
      this.#pos = 0;
    }
    const part = this.#chunk.subarray(this.#pos, this.#pos + max);
    this.#pos += part.length;
    return part;
  }

  /** Exactly `count` bytes, fewer only at the end. */
  async exactly(count: number): Promise<Uint8Array> {
    const first = await this.some(count);
    if (first.length === count || first.length === 0) return first;
    const all = new Uint8Array(count);
    all.set(first);
    let filled = first.length;
    while (filled < count) {
      const part = await this.some(count - filled);
      if (part.length === 0) return all.subarray(0, filled);
      all.set(part, filled);
      filled += part.length;
    }
    return all;
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }
}

/** Throws when a frame's header (after its magic) asks for more than can be had. */
function checkHeader(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const descriptor = view.getUint8(0);
  if ((descriptor & 8) !== 0) throw new BadZstd('its zstd header is not one that exists');
  const single = (descriptor & 32) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] as number;
  let pos = 1;
  let window = 0;
  if (!single) {
    const exponent = view.getUint8(pos++);
    window = 2 ** (10 + (exponent >> 3)) * (1 + (exponent & 7) / 8);
  }
  let dictionary = 0;
  for (let i = 0; i < dictionaryBytes; i++) dictionary += view.getUint8(pos++) * 256 ** i;
  if (dictionary !== 0) throw new BadZstd(`it needs the zstd dictionary ${dictionary}, which is not in the file`);
  if (single) {
    const sizeBytes = contentSizeBytes(descriptor);
    for (let i = 0; i < sizeBytes; i++) window += view.getUint8(pos++) * 256 ** i;
  }
  if (window > 2 ** MAX_WINDOW_LOG) throw new BadZstd('unpacking it would take more than 128 MB of memory at once');
}

function contentSizeBytes(descriptor: number): number {
  const flag = descriptor >> 6;
  return flag === 0 ? ((descriptor & 32) === 0 ? 0 : 1) : 2 ** flag;
}

function headerBytes(descriptor: number): number {
  return 1 + ((descriptor & 32) === 0 ? 1 : 0) + ([0, 1, 2, 4][descriptor & 3] as number) + contentSizeBytes(descriptor);
}

/** The bytes of one frame, magic first, its blocks passed through unread. Tells `ended` null at its end, or what is wrong; without either its end is missing. */
async function* oneFrame(queue: ByteQueue, magic: Uint8Array, ended: (problem: Error | null) => void): AsyncGenerator<Uint8Array> {
  try {
    yield magic;
    const first = await queue.exactly(1);
    if (first.length === 0) return;
    const descriptor = first[0] as number;
    const header = Buffer.concat([first, await queue.exactly(headerBytes(descriptor) - 1)]);
    if (header.length < headerBytes(descriptor)) return;
    checkHeader(header);
    yield header;
    for (;;) {
      const block = await queue.exactly(3);
      if (block.length < 3) return;
      const word = (block[0] as number) | ((block[1] as number) << 8) | ((block[2] as number) << 16);
      const last = (word & 1) !== 0;
      const type = (word >> 1) & 3;
      if (type === 3) throw new BadZstd('one of its zstd blocks is damaged');
      yield block;
      let left = type === 1 ? 1 : word >>> 3;
      if (last && (descriptor & 4) !== 0) left += 4;
      while (left > 0) {
        const part = await queue.some(left);
        if (part.length === 0) return;
        left -= part.length;
        yield part;
      }
      if (last) {
        ended(null);
        return;
      }
    }
  } catch (error) {
    ended(error instanceof Error ? error : new BadZstd(String(error)));
  }
}

const DECODER: ZstdOptions & TransformOptions = {
  chunkSize: 256 * 1024,
  // The decoder's thread works ahead while what it has made is being read.
  highWaterMark: 1024 * 1024,
  finishFlush: constants.ZSTD_e_continue,
  params: { [constants.ZSTD_d_windowLogMax]: MAX_WINDOW_LOG },
};

/** Joins small pieces: each one that the decoder gets is a trip to its thread and back. What came before a failure is handed out first. */
async function* joined(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    parts.push(piece);
    size += piece.length;
    if (size < PIECE) continue;
    yield Buffer.concat(parts);
    parts = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(parts);
}

/** Unpacked bytes of all frames. Throws at damage or a missing end, after everything before it was handed out. */
export async function* unpackZstd(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const queue = new ByteQueue(source);
  try {
    for (;;) {
      const magic = await queue.exactly(4);
      if (magic.length === 0) return;
      const word = magic.length < 4 ? 0 : new DataView(magic.buffer, magic.byteOffset, 4).getUint32(0, true);
      if ((word & 0xfffffff0) >>> 0 === 0x184d2a50) {
        const size = await queue.exactly(4);
        let left = size.length < 4 ? 0 : new DataView(size.buffer, size.byteOffset, 4).getUint32(0, true);
        while (left > 0) {
          const part = await queue.some(left);
          if (part.length === 0) return;
          left -= part.length;
        }
        continue;
      }
      if (word !== MAGIC) throw new BadZstd('it goes on with bytes that are no zstd');
      let problem: Error | null = new BadZstd('its end is missing');
      // Told of no missing end, the decoder hands out all that it has; an error would drop what is buffered.
      const decoder = createZstdDecompress(DECODER);
      const frame = Readable.from(
        joined(
          oneFrame(queue, magic, (result) => {
            problem = result;
          }),
        ),
        { objectMode: true, highWaterMark: 1 },
      );
      // Errors of either side reach the loop below, by the decoder.
      pipeline(frame, decoder, () => {});
      yield* decoder as AsyncIterable<Uint8Array>;
      if (problem !== null) throw problem;
    }
  } finally {
    await queue.close();
  }
}

/** As much of the first frame as `head` holds, for sniffing; empty when it is no zstd, or too little of it. */
export function unpackHead(head: Uint8Array): Uint8Array {
  try {
    return zstdDecompressSync(head, { finishFlush: constants.ZSTD_e_continue, maxOutputLength: 16 * 1024 * 1024 });
  } catch {
    return new Uint8Array(0);
  }
}

/** Errors that the decoder itself throws at damaged data. */
export function isZlibError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && /^(Z_|ZSTD_|ERR_ZSTD|ERR_ZLIB|ERR_BUFFER|ERR_STREAM)/.test(code);
}
