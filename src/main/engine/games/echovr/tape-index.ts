/** Where a tape can be read from in its middle: the blocks of its seek table, or, when it is not packed, the frames that its footer names. */
import type { ByteSource } from '../../game-adapter.ts';
import { isPacked, varint } from './capture-kind.ts';
import { NOT_PROTOBUF, ProtoCursor, VARINT } from './proto-cursor.ts';
import { seekTable } from './seek-table.ts';
import { StringPool } from './string-pool.ts';

export interface Part {
  /** Bytes of the file: start inclusive, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A footer has a few bytes for each keyframe and each event: an hour has some 30 KB. */
const MAX_FOOTER = 1024 * 1024;
const MAX_KEYFRAMES = 1_000_000;
const FRAME = 0x12;
const FOOTER = 0x1a;
/** Two lengths and a tag. */
const ENVELOPE_HEAD = 16;

/** The whole file in parts that can be read each by itself. An index is believed only where something does begin: what lies, or is missing, leaves longer parts, at worst one. */
export async function tapeParts(source: ByteSource, packed: boolean, signal: AbortSignal): Promise<readonly Part[]> {
  const starts = packed ? ((await seekTable(source)) ?? []).map(({ start }) => start) : await keyframes(source);
  const parts: Part[] = [];
  let from = 0;
  for (const start of starts) {
    if (start <= from || start >= source.size) continue;
    const head = await source.read(start, ENVELOPE_HEAD);
    signal.throwIfAborted();
    if (packed ? !isPacked(head) : envelopeEnd(head, FRAME, start) > source.size) continue;
    parts.push({ start: from, end: start });
    from = start;
  }
  return [...parts, { start: from, end: source.size }];
}

/** Where the frames of the footer's index begin in a tape that is not packed; none when its end is no footer. */
async function keyframes(source: ByteSource): Promise<number[]> {
  const tailStart = Math.max(0, source.size - MAX_FOOTER);
  const tail = await source.read(tailStart, MAX_FOOTER);
  for (let at = tail.length - 2; at >= 0; at--) {
    if (envelopeEnd(tail.subarray(at, at + ENVELOPE_HEAD), FOOTER, tailStart + at) === source.size)
      return footerIndex(tail.subarray(at), tailStart + at);
  }
  return [];
}

/** `position`: of the envelope in the file, which the footer must say too. */
function footerIndex(envelope: Uint8Array, position: number): number[] {
  const proto = new ProtoCursor(new StringPool());
  proto.start(envelope, varint(envelope, 0)?.next ?? 0, envelope.length);
  const offsets: number[] = [];
  let footerOffset = -1;
  try {
    proto.field();
    proto.enter();
    while (proto.field()) {
      if (proto.number === 3) footerOffset = offset(proto);
      else if (proto.number === 4 && offsets.length < MAX_KEYFRAMES) offsets.push(keyframe(proto));
      else proto.skip();
    }
  } catch (error) {
    if (error === NOT_PROTOBUF) return [];
    throw error;
  }
  return footerOffset === position ? offsets : [];
}

function keyframe(proto: ProtoCursor): number {
  const outer = proto.enter();
  let at = 0;
  while (proto.field()) {
    if (proto.number === 2) at = offset(proto);
    else proto.skip();
  }
  proto.leave(outer);
  return at;
}

function offset(proto: ProtoCursor): number {
  if (proto.wire !== VARINT) throw NOT_PROTOBUF;
  return proto.uint64();
}

/** Where the envelope ends that begins with these bytes, when it holds one message of a kind and nothing else; Infinity when it does not. */
function envelopeEnd(head: Uint8Array, kind: number, position: number): number {
  const length = varint(head, 0);
  if (length === null || head[length.next] !== kind) return Infinity;
  const inner = varint(head, length.next + 1);
  const end = length.next + length.value;
  return inner !== null && inner.next + inner.value === end ? position + end : Infinity;
}
