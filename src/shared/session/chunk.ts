/**
 * A chunk: a slice of time for all entities. Columns per channel, change-only, with the full state at its start, so that a seek is one chunk and a binary search.
 *
 * Stored: an envelope (envelope.ts) around the columns. A column is: channel, width, 1 for doubles or 0 for ints, number of entities, their ids,
 * number of samples of each, the unit of its times (ms), the times in that unit since t0, and one run of values per component.
 */
import { ByteReader, ByteWriter, ChunkDamaged } from './bytes.ts';
import { MAX_BLOCK_BYTES, open, seal, type Compression } from './envelope.ts';
import { readInts, writeInts } from './int-stream.ts';
import { readNumbers, writeNumbers } from './number-stream.ts';

export type { Compression } from './envelope.ts';

/** All samples of one channel within a chunk. */
export interface Column {
  /** ChannelDef.id */
  readonly channel: number;
  readonly width: number;
  /** Ids of the entities that have samples, ascending. */
  readonly entities: Int32Array;
  /** Samples of entities[i] are starts[i] … starts[i + 1] - 1. Length entities.length + 1. */
  readonly starts: Int32Array;
  /** ms, ascending within an entity. The first may lie before t0: it is the state at the chunk's start, with its real time. */
  readonly times: Int32Array;
  /** Native values, `width` per sample: Float64Array for 'number', Int32Array for the other channel types. */
  readonly values: Float64Array | Int32Array;
}

export interface Chunk {
  /** ms; first moment that it answers for. */
  readonly t0: number;
  /** ms; first moment that it no longer answers for. */
  readonly t1: number;
  /** Indexed by channel id; undefined where the chunk has no sample of it. */
  readonly columns: readonly (Column | undefined)[];
}

const MAGIC = 'STch';
/** Columns never outlive their version: `decodeChunk` goes on reading every version that was ever released. */
const VERSION = 1;
const MAX_CHANNELS = 65_536;
const MAX_WIDTH = 4096;
const MAX_SAMPLES = 0x7fff_ffff;

export function encodeChunk(chunk: Chunk, compression: Compression): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter(64 * 1024);
  const columns = chunk.columns.filter((column) => column !== undefined);
  out.varint(columns.length);
  for (const column of columns) writeColumn(out, column, chunk.t0);
  return seal(MAGIC, { version: VERSION, t0: chunk.t0, t1: chunk.t1, payload: out.bytes() }, compression);
}

/** Throws ChunkDamaged when the bytes are not what `encodeChunk` wrote, and when they would take more than `maxBytes` of memory. */
export function decodeChunk(bytes: Uint8Array, compression: Compression, maxBytes = MAX_BLOCK_BYTES): Chunk {
  const { version, t0, t1, payload } = open(MAGIC, bytes, compression, maxBytes);
  if (version !== VERSION) throw new ChunkDamaged(`This chunk has format ${version}, which only a newer version reads.`);
  const reader = new ByteReader(payload, maxBytes);
  const columns: (Column | undefined)[] = [];
  for (let left = reader.varint(); left > 0; left--) {
    const column = readColumn(reader, t0);
    columns[column.channel] = column;
  }
  reader.end();
  return { t0, t1, columns };
}

function writeColumn(out: ByteWriter, column: Column, t0: number): void {
  const { channel, width, entities, starts, times, values } = column;
  out.varint(channel);
  out.varint(width);
  out.u8(values instanceof Float64Array ? 1 : 0);
  out.varint(entities.length);
  writeInts(out, entities);
  writeInts(
    out,
    entities.map((_, i) => (starts[i + 1] as number) - (starts[i] as number)),
  );

  const unit = unitOf(times, t0);
  const relative = new Int32Array(times.length);
  for (let i = 0; i < times.length; i++) relative[i] = ((times[i] as number) - t0) / unit;
  out.varint(unit);
  writeInts(out, relative);

  if (values instanceof Float64Array) {
    for (let i = 0; i < width; i++) writeNumbers(out, values, i, width);
  } else {
    for (let i = 0; i < width; i++) writeInts(out, width === 1 ? values : component(values, new Int32Array(times.length), i, width));
  }
}

function readColumn(reader: ByteReader, t0: number): Column {
  const channel = reader.varint();
  const width = reader.varint();
  const isNumber = reader.u8() === 1;
  if (channel >= MAX_CHANNELS || width === 0 || width > MAX_WIDTH) throw new ChunkDamaged('Stored data names an impossible channel.');

  const entityCount = reader.varint();
  reader.allow(entityCount * 12);
  const entities = new Int32Array(entityCount);
  readInts(reader, entities);
  let before = -1;
  for (let i = 0; i < entityCount; i++) {
    const entity = entities[i] as number;
    if (entity <= before) throw new ChunkDamaged('Stored data names entities out of order.');
    before = entity;
  }
  const counts = new Int32Array(entityCount);
  readInts(reader, counts);
  const starts = new Int32Array(entityCount + 1);
  let samples = 0;
  for (let i = 0; i < entityCount; i++) {
    const count = counts[i] as number;
    samples += count;
    if (count < 1 || samples > MAX_SAMPLES) throw new ChunkDamaged('Stored data claims an impossible number of samples.');
    starts[i + 1] = samples;
  }
  reader.allow(samples * (12 + width * (isNumber ? 8 : 4)));

  const unit = reader.varint();
  const times = new Int32Array(samples);
  readInts(reader, times);
  for (let i = 0; i < samples; i++) times[i] = t0 + (times[i] as number) * unit;

  if (isNumber) {
    const values = new Float64Array(samples * width);
    const scratch = new Int32Array(samples);
    for (let i = 0; i < width; i++) readNumbers(reader, scratch, values, i, width);
    return { channel, width, entities, starts, times, values };
  }
  const values = new Int32Array(samples * width);
  if (width === 1) readInts(reader, values);
  else {
    const scratch = new Int32Array(samples);
    for (let i = 0; i < width; i++) {
      readInts(reader, scratch);
      for (let sample = 0; sample < samples; sample++) values[sample * width + i] = scratch[sample] as number;
    }
  }
  return { channel, width, entities, starts, times, values };
}

/** Every `width`-th value from the i-th on. */
function component(values: Int32Array, out: Int32Array, i: number, width: number): Int32Array {
  for (let sample = 0, at = i; sample < out.length; sample++, at += width) out[sample] = values[at] as number;
  return out;
}

/** Largest number of ms that all times are whole multiples of, counted from t0; 1 when they are all t0. */
function unitOf(times: Int32Array, t0: number): number {
  let unit = 0;
  let before = t0;
  let step = 0;
  for (let i = 0; i < times.length && unit !== 1; i++) {
    const t = times[i] as number;
    // What divides the differences divides the times, and most differences repeat.
    if (t - before !== step) {
      step = t - before;
      unit = commonDivisor(unit, Math.abs(step));
    }
    before = t;
  }
  return Math.max(1, unit);
}

function commonDivisor(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}
