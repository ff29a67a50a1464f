/** The .nevrcap format: zstd over length-prefixed protobuf messages, a header and then frames; both schema families. */
import { type ByteSource, type Confidence, type FileFormat, type ReadContext, RefusedInput } from '../../game-adapter.ts';
import type { SessionSink } from '../../session-sink.ts';
import { captureKind, isPacked } from './capture-kind.ts';
import { RecordBuffer } from './delimited.ts';
import { FrameStream, type FrameTaker } from './frame-stream.ts';
import { NOT_PROTOBUF } from './proto-cursor.ts';
import { SessionProto } from './session-proto.ts';
import { StringPool } from './string-pool.ts';
import { BadZstd, isZlibError, unpackZstd } from './zstd-frames.ts';

const FORMAT = 'nevrcap';
const DRAIN_BYTES = 1024 * 1024;
/** Unpacked bytes without a frame after which nothing is expected any more. */
const MAX_JUNK = 64 * 1024 * 1024;

export const nevrcap: FileFormat = {
  id: FORMAT,
  label: 'NEVR capture',
  extensions: ['nevrcap'],
  sniff,
  read,
};

function sniff(head: Uint8Array, name: string): Confidence {
  const kind = captureKind(head);
  if (kind === 'tape') return 0;
  if (isPacked(head) && kind === 'nevrcap') return 3;
  return /\.nevrcap$/i.test(name) ? (isPacked(head) ? 2 : 1) : 0;
}

async function read(source: ByteSource, sink: SessionSink, context: ReadContext): Promise<void> {
  const pool = new StringPool();
  await readNevrcap(source, new FrameStream(pool, sink, context, FORMAT, source.name), new SessionProto(pool), context.signal);
}

/** Reads the frames of a file of this format, whoever takes them. */
export async function readNevrcap(source: ByteSource, stream: FrameTaker, proto: SessionProto, signal: AbortSignal): Promise<void> {
  const head = await source.read(0, 64 * 1024);
  if (head.length === 0) throw new RefusedInput('The file is empty.');
  if (!isPacked(head)) throw new RefusedInput('This is no .nevrcap: it does not begin as zstd data does.');
  const buffer = new RecordBuffer();
  let messages = 0;
  let packedBytes = 0;
  let drained = 0;
  let sinceFrame = 0;
  let framesBefore = 0;
  let damage: string | null = null;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source.stream()) {
      packedBytes += chunk.length;
      yield chunk;
    }
  }
  try {
    for await (const chunk of unpackZstd(counted())) {
      buffer.push(chunk);
      while (buffer.message()) {
        if (messages++ === 0) {
          const header = proto.header(buffer.bytes, buffer.start, buffer.end);
          if (header !== null) {
            stream.origin = { capture: { ...header } };
            continue;
          }
        }
        stream.frame.reset();
        try {
          proto.frame(buffer.bytes, buffer.start, buffer.end, stream.frame);
        } catch (error) {
          if (error !== NOT_PROTOBUF) throw error;
          stream.sink.warn('bad-frame', `The message after frame ${stream.frames} is damaged and was left out.`);
          continue;
        }
        if (stream.frame.sessionId === 0 && stream.frame.teams === 0) {
          stream.sink.warn('empty-frame', 'A frame holds no session and was left out.');
          continue;
        }
        if (stream.startsSession && !(await stream.switchSession())) continue;
        stream.take();
      }
      if (buffer.broken) {
        damage = 'A message claims an impossible length; nothing after it can be read.';
        break;
      }
      sinceFrame = stream.frames === framesBefore ? sinceFrame + chunk.length : 0;
      framesBefore = stream.frames;
      if (sinceFrame > MAX_JUNK) {
        damage = 'The file goes on for more than 64 MB without a frame; the rest was not read.';
        break;
      }
      if ((drained += chunk.length) < DRAIN_BYTES) continue;
      drained = 0;
      stream.sink.progress(packedBytes, `Reading frame ${stream.frames}`);
      await stream.sink.drain();
      signal.throwIfAborted();
    }
    if (damage === null && buffer.pending > 0) damage = 'The last message is cut.';
  } catch (error) {
    if (error instanceof RefusedInput || signal.aborted) throw error;
    if (error instanceof BadZstd) damage = `The file is damaged or cut: ${error.message}.`;
    else if (isZlibError(error)) damage = 'The packed data is damaged; the frames before that place were read.';
    else throw error;
  }
  if (stream.frames === 0) {
    throw new RefusedInput(damage === null ? 'There is no frame in this capture.' : `There is no frame to be read in it. ${damage}`);
  }
  if (damage !== null) {
    stream.sink.warn('damaged', damage);
    stream.sink.partial();
  }
  stream.sink.progress(source.size, `${stream.frames} frames read`);
  stream.finish();
}
