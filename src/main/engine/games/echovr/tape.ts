/** The .tape format: envelopes of telemetry v2, in one zstd stream, in blocks with a seek table, or plain. */
import { type ByteSource, type Confidence, type FileFormat, type ReadContext, RefusedInput } from '../../game-adapter.ts';
import type { SessionSink } from '../../session-sink.ts';
import { captureKind, isPacked } from './capture-kind.ts';
import { RecordBuffer } from './delimited.ts';
import { FrameStream, type FrameTaker } from './frame-stream.ts';
import { NOT_PROTOBUF } from './proto-cursor.ts';
import { StringPool } from './string-pool.ts';
import { tapeParts } from './tape-index.ts';
import { TapeProto } from './tape-proto.ts';
import { BadZstd, isZlibError, unpackZstd } from './zstd-frames.ts';

const FORMAT = 'tape';
const DRAIN_BYTES = 1024 * 1024;
const HEADER = 1;
const FRAME = 2;
const FOOTER = 3;
const MAX_FRAMES = 10_000_000;

export const tape: FileFormat = {
  id: FORMAT,
  label: 'NEVR tape',
  extensions: ['tape'],
  sniff,
  read,
};

function sniff(head: Uint8Array, name: string): Confidence {
  const kind = captureKind(head);
  if (kind === 'tape') return isPacked(head) ? 3 : 2;
  return kind === 'unknown' && /\.tape$/i.test(name) && isPacked(head) ? 2 : 0;
}

async function read(source: ByteSource, sink: SessionSink, context: ReadContext): Promise<void> {
  const pool = new StringPool();
  await readTape(source, new FrameStream(pool, sink, context, FORMAT, source.name), new TapeProto(pool), context.signal);
}

/** Reads the frames of a file of this format, whoever takes them. */
export async function readTape(source: ByteSource, stream: FrameTaker, proto: TapeProto, signal: AbortSignal): Promise<void> {
  await new Reading(source, stream, proto, signal).read();
}

class Reading {
  readonly #source: ByteSource;
  readonly #stream: FrameTaker;
  readonly #proto: TapeProto;
  readonly #signal: AbortSignal;
  #sawHeader = false;
  #dense = 0;
  #damage: string | null = null;
  #sinceDrain = 0;
  /** Bytes of the file that are read, packed as they are. */
  #done = 0;

  constructor(source: ByteSource, stream: FrameTaker, proto: TapeProto, signal: AbortSignal) {
    this.#source = source;
    this.#stream = stream;
    this.#proto = proto;
    this.#signal = signal;
  }

  async read(): Promise<void> {
    const source = this.#source;
    const head = await source.read(0, 64);
    if (head.length === 0) throw new RefusedInput('The file is empty.');
    const packed = isPacked(head);
    const parts = await tapeParts(source, packed, this.#signal);
    for (const { start, end } of parts) {
      const before = this.#stream.frames;
      const bytes = this.#counted(start, end);
      await this.#envelopes(packed ? unpackZstd(bytes) : bytes);
      if (this.#damage === null || parts.length === 1) continue;
      // A part is whole by itself: one that is damaged takes none of the others with it.
      this.#stream.sink.warn(
        'damaged-block',
        `A part after frame ${before} is damaged; what was left of it was read, and the parts after it.`,
      );
      this.#stream.sink.partial();
      this.#damage = null;
    }
    this.#end();
  }

  #end(): void {
    const { sink, frames } = this.#stream;
    if (!this.#sawHeader || frames === 0) {
      if (this.#dense > 0)
        throw new RefusedInput('This tape is written densely, which Sandtable does not read; convert it to a sparse tape first.');
      throw new RefusedInput(
        this.#damage === null ? 'There is no frame in this tape.' : `There is no frame to be read in it. ${this.#damage}`,
      );
    }
    if (this.#damage !== null) sink.warn('damaged', this.#damage);
    if (this.#dense > 0)
      sink.warn('dense-frames', `${this.#dense} frames are written densely or belong to another game, and were left out.`);
    const { frameCount } = this.#proto;
    if (frameCount < 0) {
      sink.warn('no-footer', 'The recording is incomplete: its end is missing.');
      sink.partial();
    } else if (frameCount !== frames + this.#dense) {
      sink.warn('frame-count', `The file says that it holds ${frameCount} frames; ${frames} were found.`);
    }
    sink.progress(this.#source.size, `${frames} frames read`);
    this.#stream.finish();
  }

  async *#counted(start: number, end: number): AsyncGenerator<Uint8Array> {
    let left = end - start;
    for await (const chunk of this.#source.stream(start)) {
      const part = chunk.length <= left ? chunk : chunk.subarray(0, left);
      left -= part.length;
      this.#done = end - left;
      yield part;
      if (left <= 0) return;
    }
  }

  /** Reads envelopes as far as they go; `#damage` says why they ended early. */
  async #envelopes(chunks: AsyncIterable<Uint8Array>): Promise<void> {
    const buffer = new RecordBuffer();
    try {
      for await (const chunk of chunks) {
        buffer.push(chunk);
        while (buffer.message()) if (!(await this.#envelope(buffer))) return;
        if (buffer.broken) {
          this.#damage = 'A message claims an impossible length; nothing after it can be read.';
          return;
        }
        if ((this.#sinceDrain += chunk.length) < DRAIN_BYTES) continue;
        this.#sinceDrain = 0;
        this.#stream.sink.progress(this.#done, `Reading frame ${this.#stream.frames}`);
        await this.#stream.sink.drain();
        this.#signal.throwIfAborted();
      }
      if (buffer.pending > 0) this.#damage = 'The last message is cut.';
    } catch (error) {
      if (error instanceof RefusedInput || this.#signal.aborted) throw error;
      if (error instanceof BadZstd) this.#damage = `The file is damaged or cut: ${error.message}.`;
      else if (isZlibError(error)) this.#damage = 'The packed data is damaged; the frames before that place were read.';
      else throw error;
    }
  }

  /** One envelope; false when nothing after it belongs to this recording. */
  async #envelope({ bytes, start, end }: RecordBuffer): Promise<boolean> {
    const stream = this.#stream;
    const proto = this.#proto;
    try {
      const kind = proto.envelope(bytes, start, end);
      if (!this.#sawHeader && kind !== HEADER) throw new RefusedInput('This is no tape: it does not begin with a header.');
      if (proto.frameCount >= 0) {
        stream.sink.warn('trailing-data', 'The file goes on after its end; what follows was left out.');
        return false;
      }
      switch (kind) {
        case HEADER: {
          if (this.#sawHeader) throw NOT_PROTOBUF;
          const header = proto.header();
          if (header.version !== 0 && header.version !== 2) {
            throw new RefusedInput(`This tape is of version ${header.version}; Sandtable reads version 2.`);
          }
          this.#sawHeader = true;
          stream.origin = { capture: { captureId: header.captureId, metadata: header.metadata } };
          return true;
        }
        case FRAME: {
          stream.frame.reset();
          if (!proto.frame(stream.frame)) {
            this.#dense++;
            return true;
          }
          if (stream.frames >= MAX_FRAMES) {
            stream.sink.warn('too-many-frames', 'The file holds more than ten million frames; the rest was left out.');
            return false;
          }
          stream.take();
          return true;
        }
        case FOOTER:
          proto.footer();
          return true;
        default:
          throw NOT_PROTOBUF;
      }
    } catch (error) {
      if (error !== NOT_PROTOBUF) throw error;
      if (!this.#sawHeader) throw new RefusedInput('This is no tape: its header cannot be read.');
      stream.sink.warn('bad-frame', `The message after frame ${stream.frames} is damaged and was left out.`);
      return true;
    }
  }
}
