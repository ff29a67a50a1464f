/** The text of a recording as a stream of bytes: gzip is recognised by its magic, whatever the file is called. */
import { constants, crc32, createInflateRaw } from 'node:zlib';
import { RefusedInput, type ByteSource } from '../../../game-adapter.ts';

/** No recording is that long; a gzip bomb is. */
const MAX_UNPACKED = 32 * 2 ** 30;
const HEAD_BYTES = 64 * 1024;
/** Read at once of a file that is not packed. */
const READ_BYTES = 512 * 1024;
/** Unpacked at once of a file that is packed. */
const PIECE_BYTES = 256 * 1024;
/** Unpacked pieces that may wait for the reader. */
const QUEUE = 4;

/** What became known of the packing while it was read. */
export class UnpackReport {
  /** Bytes of the file itself that were consumed. */
  consumed = 0;
  /** One sentence per kind of damage. */
  readonly damage = new Map<string, string>();
}

/** `source` unpacked, from its beginning. A piece is good until the next one is asked for. Damage never throws: the stream ends and the report says why. */
export async function* unpack(source: ByteSource, report: UnpackReport, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const head = await source.read(0, 2);
  const bytes = head[0] === 0x1f && head[1] === 0x8b ? gunzip(source, report, signal) : plain(source, report);
  let total = 0;
  for await (const piece of bytes) {
    signal.throwIfAborted();
    total += piece.length;
    if (total > MAX_UNPACKED) throw new RefusedInput(`${source.name} unpacks to more than 32 GB; no recording is that large.`);
    yield piece;
  }
}

/** In two buffers by turns: one is filled while the other is read. */
async function* plain(source: ByteSource, report: UnpackReport): AsyncGenerator<Uint8Array> {
  let free = new Uint8Array(READ_BYTES);
  let used = new Uint8Array(READ_BYTES);
  let reading = source.read(0, READ_BYTES, free);
  try {
    for (;;) {
      const piece = await reading;
      if (piece.length === 0) return;
      report.consumed += piece.length;
      [free, used] = [used, free];
      reading = source.read(report.consumed, READ_BYTES, free);
      yield piece;
    }
  } finally {
    await reading.catch(() => undefined); // of no interest any more, but it writes into a buffer of ours
  }
}

/** Member after member, each inflated raw: so that bytes after the end and a bad checksum cost nothing of what could be unpacked. */
async function* gunzip(source: ByteSource, report: UnpackReport, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  let offset = 0;
  for (;;) {
    const header = gzipHeaderBytes(await source.read(offset, HEAD_BYTES));
    if (header === 0) {
      if (offset < source.size) report.damage.set('gzip-trailing', `${source.size - offset} bytes follow the end of the gzip data.`);
      return;
    }
    const check = { crc: 0, bytes: 0 };
    const used = yield* inflate(source, offset + header, report, check, signal);
    if (report.damage.has('gzip-damaged')) return;
    offset += header + used;
    const trailer = Buffer.from(await source.read(offset, 8));
    if (trailer.length < 8) {
      report.damage.set('gzip-cut', 'The gzip data ends early.');
      return;
    }
    if (trailer.readUInt32LE(0) !== check.crc || trailer.readUInt32LE(4) !== check.bytes % 2 ** 32) {
      report.damage.set('gzip-checksum', 'The gzip checksum does not agree with the data.');
    }
    offset += 8;
    if (offset >= source.size) return;
  }
}

/** Length of the gzip header at the start of `head`, 0 when there is none. */
function gzipHeaderBytes(head: Uint8Array): number {
  if (head.length < 10 || head[0] !== 0x1f || head[1] !== 0x8b || head[2] !== 8) return 0;
  const flags = head[3] ?? 0;
  let at = 10;
  if ((flags & 4) !== 0) at += 2 + (head[at] ?? 0) + (head[at + 1] ?? 0) * 256;
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const nul = head.indexOf(0, at);
    if (nul < 0) return 0;
    at = nul + 1;
  }
  if ((flags & 2) !== 0) at += 2;
  return at <= head.length ? at : 0;
}

/**
 * Gives back the memory of the inflater's buffer when `piece` was its last part: the garbage collector counts what lies outside of its heap,
 * and would walk the whole heap for every few of these. Small ones are parts of a buffer that others use too.
 */
function free({ buffer, byteOffset, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === PIECE_BYTES && byteOffset + byteLength === PIECE_BYTES) buffer.transfer(0);
}

/** One member's data; returns how many packed bytes it took. */
async function* inflate(
  source: ByteSource,
  start: number,
  report: UnpackReport,
  check: { crc: number; bytes: number },
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, number> {
  // Small pieces for small files: what is lost before a damaged place is at most one piece.
  const chunkSize = source.size < 2 ** 20 ? 8 * 1024 : PIECE_BYTES;
  const inflater = createInflateRaw({ chunkSize, finishFlush: constants.Z_SYNC_FLUSH });
  const queue: Uint8Array[] = [];
  let ended = false;
  const reading: { failure: Error | null } = { failure: null };
  let wake: (() => void) | null = null;
  const notify = (): void => wake?.();
  /** The feeder waits for room. */
  let goOn: (() => void) | null = null;
  const drain = (): void => goOn?.();
  const end = (): void => {
    ended = true;
    notify();
    drain();
  };
  inflater.on('data', (piece: Uint8Array) => {
    queue.push(piece);
    if (queue.length >= QUEUE) inflater.pause();
    notify();
  });
  inflater.on('drain', drain);
  inflater.on('end', end);
  inflater.on('close', end);
  inflater.on('error', (error) => {
    report.damage.set('gzip-damaged', `The gzip data is damaged (${error.message}).`);
    end();
  });

  const feed = async (): Promise<void> => {
    for await (const piece of source.stream(start)) {
      if (ended || signal.aborted) break;
      report.consumed = start + inflater.bytesWritten;
      if (!inflater.write(piece) && !ended) {
        await new Promise<void>((resolve) => {
          goOn = resolve;
        });
      }
    }
    if (!ended) inflater.end();
  };
  const feeding = feed().catch((error: unknown) => {
    reading.failure = error instanceof Error ? error : new Error(String(error));
    end();
  });
  try {
    for (;;) {
      const piece = queue.shift();
      if (piece !== undefined) {
        check.crc = crc32(piece, check.crc);
        check.bytes += piece.length;
        yield piece;
        free(piece);
      } else if (ended) {
        break;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
          inflater.resume();
        });
        wake = null;
      }
    }
    if (reading.failure !== null) throw reading.failure;
    report.consumed = start + inflater.bytesWritten;
    return inflater.bytesWritten;
  } finally {
    ended = true;
    inflater.destroy();
    await feeding;
  }
}
