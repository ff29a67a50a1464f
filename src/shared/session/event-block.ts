/** A block of events as columns, and their native payloads beside them. */
import { ByteReader, ByteWriter, ChunkDamaged } from './bytes.ts';
import { MAX_BLOCK_BYTES, open, seal, type Compression } from './envelope.ts';
import { readInts, writeInts } from './int-stream.ts';
import type { JsonObject } from './model.ts';
import { readNumbers, writeNumbers } from './number-stream.ts';

/** Columns of `count` events in order of t. */
export interface EventColumns {
  readonly count: number;
  /** ms */
  readonly t: Int32Array;
  /** Index into EVENT_TYPES. */
  readonly type: Int32Array;
  /** String index of the source's own name. */
  readonly nativeType: Int32Array;
  /** EntityId, 0 for none. */
  readonly actor: Int32Array;
  /** EntityId, 0 for none. */
  readonly target: Int32Array;
  /** String index, 0 for none. */
  readonly weapon: Int32Array;
  /** Native frame index, -1 when the source has none. */
  readonly frame: Int32Array;
  /** Native coordinates, 3 per event, NaN where unknown. */
  readonly position: Float64Array;
  /** Native coordinates of the other end, 3 per event, NaN where unknown. */
  readonly targetPosition: Float64Array;
}

const MAGIC = 'STev';
const VERSION = 1;
const BYTES_PER_EVENT = 7 * 4 + 2 * 24 + 8;

export function emptyEvents(count: number): EventColumns {
  const ints = (): Int32Array => new Int32Array(count);
  return {
    count,
    t: ints(),
    type: ints(),
    nativeType: ints(),
    actor: ints(),
    target: ints(),
    weapon: ints(),
    frame: ints(),
    position: new Float64Array(count * 3),
    targetPosition: new Float64Array(count * 3),
  };
}

export function encodeEvents(events: EventColumns, compression: Compression): Uint8Array<ArrayBuffer> {
  const { count } = events;
  const out = new ByteWriter(16 * 1024);
  out.varint(count);
  for (const ints of intColumns(events)) writeInts(out, ints);
  const run = new Float64Array(count);
  for (const numbers of [events.position, events.targetPosition]) {
    for (let axis = 0; axis < 3; axis++) {
      for (let i = 0; i < count; i++) run[i] = numbers[i * 3 + axis] as number;
      writeNumbers(out, run);
    }
  }
  const t0 = events.t[0] ?? 0;
  return seal(MAGIC, { version: VERSION, t0, t1: events.t[count - 1] ?? t0, payload: out.bytes() }, compression);
}

/** Throws ChunkDamaged when the bytes are not what `encodeEvents` wrote, and when they would take more than `maxBytes` of memory. */
export function decodeEvents(bytes: Uint8Array, compression: Compression, maxBytes = MAX_BLOCK_BYTES): EventColumns {
  const { version, payload } = open(MAGIC, bytes, compression, maxBytes);
  if (version !== VERSION) throw new ChunkDamaged(`These events have format ${version}, which only a newer version reads.`);
  const reader = new ByteReader(payload, maxBytes);
  const count = reader.varint();
  reader.allow(count * BYTES_PER_EVENT);
  const events = emptyEvents(count);
  for (const ints of intColumns(events)) readInts(reader, ints);
  const scratch = new Int32Array(count);
  for (const numbers of [events.position, events.targetPosition]) {
    for (let axis = 0; axis < 3; axis++) readNumbers(reader, scratch, numbers, axis, 3);
  }
  reader.end();
  return events;
}

/** Payloads of a block: one zstd frame of a JSON array, an object or null per event. */
export function decodePayloads(bytes: Uint8Array, compression: Compression, maxBytes = MAX_BLOCK_BYTES): readonly (JsonObject | null)[] {
  try {
    const payloads: unknown = JSON.parse(new TextDecoder('utf-8').decode(compression.decompress(bytes, maxBytes)));
    if (Array.isArray(payloads)) return payloads as readonly (JsonObject | null)[];
  } catch {
    // said below
  }
  throw new ChunkDamaged('Stored event data is damaged.');
}

function intColumns(events: EventColumns): Int32Array[] {
  return [events.t, events.type, events.nativeType, events.actor, events.target, events.weapon, events.frame];
}
