/** Statistics as bytes, for the way from the engine to a page: the words as JSON, then every array as the chunk codec writes them, in one zstd frame. */
import { ByteReader, ByteWriter, ChunkDamaged } from './session/bytes.ts';
import { MAX_BLOCK_BYTES, open, seal, type Compression } from './session/envelope.ts';
import { readInts, writeInts } from './session/int-stream.ts';
import { readNumbers, writeNumbers } from './session/number-stream.ts';
import type { Statistics } from './statistics.ts';

const MAGIC = 'STst';
const VERSION = 1;

/** In place of an array in the JSON: its length and what it holds. */
interface Stand {
  readonly $: 'ints' | 'numbers';
  readonly length: number;
}

export function encodeStatistics(statistics: Statistics, compression: Compression): Uint8Array<ArrayBuffer> {
  const arrays: (Int32Array | Float64Array)[] = [];
  const words = JSON.stringify(statistics, (_key, value: unknown) => {
    if (!(value instanceof Int32Array) && !(value instanceof Float64Array)) return value;
    arrays.push(value);
    return { $: value instanceof Int32Array ? 'ints' : 'numbers', length: value.length } satisfies Stand;
  });
  const out = new ByteWriter(64 * 1024);
  const text = new TextEncoder().encode(words);
  out.varint(text.length);
  out.raw(text);
  for (const array of arrays) {
    if (array instanceof Int32Array) writeInts(out, array);
    else writeNumbers(out, array);
  }
  return seal(MAGIC, { version: VERSION, t0: 0, t1: statistics.durationMs, payload: out.bytes() }, compression);
}

/** Throws ChunkDamaged when the bytes are not what `encodeStatistics` wrote. */
export function decodeStatistics(bytes: Uint8Array, compression: Compression): Statistics {
  const { version, payload } = open(MAGIC, bytes, compression, MAX_BLOCK_BYTES);
  if (version !== VERSION) throw new ChunkDamaged('These statistics are of another version.');
  const reader = new ByteReader(payload, MAX_BLOCK_BYTES);
  const text = new TextDecoder().decode(reader.take(reader.varint()));
  // JSON.parse revives what it finds in the order in which it was written.
  const statistics = JSON.parse(text, (_key, value: unknown) => (isStand(value) ? readArray(reader, value) : value)) as Statistics;
  reader.end();
  return statistics;
}

function isStand(value: unknown): value is Stand {
  return typeof value === 'object' && value !== null && '$' in value;
}

function readArray(reader: ByteReader, { $: kind, length }: Stand): Int32Array | Float64Array {
  reader.allow(length * 12);
  const ints = new Int32Array(length);
  if (kind === 'ints') {
    readInts(reader, ints);
    return ints;
  }
  const numbers = new Float64Array(length);
  readNumbers(reader, ints, numbers, 0, 1);
  return numbers;
}
