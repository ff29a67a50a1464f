/** The .nevrcap format: zstd over length-prefixed protobuf messages, a header and then frames; both schema families. */
import { type ByteSource, type Confidence, type FileFormat, type ReadContext, RefusedInput } from '../../game-adapter.ts';
import type { SessionSink } from '../../session-sink.ts';
import { RecordBuffer } from './delimited.ts';
import { FrameStream } from './frame-stream.ts';
import { NOT_PROTOBUF } from './proto-cursor.ts';
import { SessionProto } from './session-proto.ts';
import { StringPool } from './string-pool.ts';
import { BadZstd, unpackHead, unpackZstd } from './zstd-frames.ts';

const FORMAT = 'nevrcap';
const DRAIN_BYTES = 1024 * 1024;
/** Unpacked bytes without a frame after which nothing is expected any more. */
const MAX_JUNK = 64 * 1024 * 1024;
const TAPE = 'This is a .tape recording, which Sandtable does not read yet; convert it to .nevrcap or .echoreplay with tapedeck first.';

export const nevrcap: FileFormat = {
  id: FORMAT,
  label: 'NEVR capture',
  extensions: ['nevrcap'],
  sniff,
  read,
};

function sniff(head: Uint8Array, name: string): Confidence {
  const named = /\.(nevrcap|tape)$/i.test(name);
  if (isZstd(head) || isSkippable(head)) {
    const kind = payloadKind(unpackHead(head));
    if (kind !== 'unknown') return 3;
    return named ? 2 : 0;
  }
  return payloadKind(head) === 'tape' ? 2 : named ? 1 : 0;
}

function isZstd(head: Uint8Array): boolean {
  return head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd;
}

function isSkippable(head: Uint8Array): boolean {
  return ((head[0] ?? 0) & 0xf0) === 0x50 && head[1] === 0x2a && head[2] === 0x4d && head[3] === 0x18;
}

/** What the first message of an unpacked stream is. */
function payloadKind(bytes: Uint8Array): 'nevrcap' | 'tape' | 'unknown' {
  const length = varint(bytes, 0);
  if (length === null) return 'unknown';
  const start = length.next;
  const end = start + length.value;
  if (length.value < 2 || length.value > 16 * 1024 * 1024) return 'unknown';
  const tag = bytes[start];
  const inner = varint(bytes, start + 1);
  if (tag === 0x0a && inner !== null) {
    // An envelope around the header fills the message and begins with another field 1; the header's own field 1 is a text.
    const fills = inner.next + inner.value === end;
    const first = bytes[inner.next];
    if (fills && (first === 0x0a || first === 0x12 || first === 0x18)) return 'tape';
    return inner.next + inner.value <= end && isText(bytes.subarray(inner.next, Math.min(inner.next + inner.value, bytes.length)))
      ? 'nevrcap'
      : 'unknown';
  }
  // A header without an id, or a frame where no header was written: a time stamp, or a frame number and a time stamp.
  const stamp = tag === 0x08 ? (inner?.next ?? 0) : start;
  const size = varint(bytes, stamp + 1);
  if (bytes[stamp] === 0x12 && size !== null && size.value <= 20 && bytes[size.next] === 0x08) return 'nevrcap';
  return 'unknown';
}

function isText(bytes: Uint8Array): boolean {
  return bytes.length > 0 && bytes.every((byte) => byte >= 32);
}

function varint(bytes: Uint8Array, pos: number): { readonly value: number; readonly next: number } | null {
  let value = 0;
  for (let i = 0; i < 5; i++) {
    const byte = bytes[pos + i];
    if (byte === undefined) return null;
    value += (byte & 127) * 128 ** i;
    if (byte < 128) return { value, next: pos + i + 1 };
  }
  return null;
}

async function read(source: ByteSource, sink: SessionSink, context: ReadContext): Promise<void> {
  const head = await source.read(0, 64 * 1024);
  if (head.length === 0) throw new RefusedInput('The file is empty.');
  const packed = isZstd(head) || isSkippable(head);
  if (payloadKind(packed ? unpackHead(head) : head) === 'tape') throw new RefusedInput(TAPE);
  if (!packed) throw new RefusedInput('This is no .nevrcap: it does not begin as zstd data does.');
  const pool = new StringPool();
  const proto = new SessionProto(pool);
  const stream = new FrameStream(pool, sink, context, FORMAT, source.name);
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
          if (envelope(buffer)) throw new RefusedInput(TAPE);
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
      context.signal.throwIfAborted();
    }
    if (damage === null && buffer.pending > 0) damage = 'The last message is cut.';
  } catch (error) {
    if (error instanceof RefusedInput || context.signal.aborted) throw error;
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

function envelope(buffer: RecordBuffer): boolean {
  const length: number[] = [];
  for (let left = buffer.end - buffer.start; ; left = Math.floor(left / 128)) {
    length.push(left >= 128 ? (left % 128) | 128 : left);
    if (left < 128) break;
  }
  return payloadKind(Buffer.concat([Uint8Array.from(length), buffer.bytes.subarray(buffer.start, buffer.end)])) === 'tape';
}

function isZlibError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && /^(Z_|ZSTD_|ERR_ZSTD|ERR_ZLIB|ERR_BUFFER|ERR_STREAM)/.test(code);
}
