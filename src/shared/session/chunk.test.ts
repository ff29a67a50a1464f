/** The chunk codec: every number comes back bit for bit, every damage is noticed, and real shapes stay small. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter, ChunkDamaged } from './bytes.ts';
import { decodeChunk, encodeChunk, type Chunk, type Column } from './chunk.ts';
import { seal } from './envelope.ts';
import { readInts, writeInts } from './int-stream.ts';
import { readNumbers, writeNumbers } from './number-stream.ts';
import { uncompressed } from './testing.ts';

const runs = process.env['SANDTABLE_LONG'] === '1' ? 5000 : 300;

function numbersAndBack(values: Float64Array): { back: Float64Array; bytes: Uint8Array } {
  const out = new ByteWriter();
  writeNumbers(out, values);
  const reader = new ByteReader(out.bytes(), 1e9);
  const back = new Float64Array(values.length);
  readNumbers(reader, new Int32Array(values.length), back, 0, 1);
  reader.end();
  return { back, bytes: out.bytes() };
}

const storages = ['scaled', 'decimal', 'single', 'double'];
const float32Text = fc.float({ noNaN: true, noDefaultInfinity: true }).map((value) => Number(value.toPrecision(8)));
const shapes: Record<string, fc.Arbitrary<number>> = {
  doubles: fc.double(),
  float32: fc.float(),
  'float32 printed with 8 digits': float32Text,
  metres: fc.integer({ min: -40_000_000, max: 40_000_000 }).map((int) => int / 1000),
  ints: fc.integer(),
  'mixed with absent ones': fc.oneof(
    fc.constantFrom(Number.NaN, -0, 0, Infinity, 5e-324, 1.7e308, 2 ** 31, -(2 ** 31)),
    float32Text,
    fc.integer(),
  ),
  'mostly metres': fc.oneof({ weight: 40, arbitrary: fc.integer().map((int) => int / 100_000) }, fc.double()),
};

describe('runs of numbers', () => {
  for (const [name, shape] of Object.entries(shapes)) {
    it(`come back bit for bit: ${name}`, () => {
      fc.assert(
        fc.property(fc.array(shape, { maxLength: 200 }), (values) => {
          expect(Array.from(numbersAndBack(Float64Array.from(values)).back)).toEqual(values);
        }),
        { numRuns: runs },
      );
    });
  }

  it('come back bit for bit: ints', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (values) => {
        const out = new ByteWriter();
        writeInts(out, Int32Array.from(values));
        const back = new Int32Array(values.length);
        const reader = new ByteReader(out.bytes(), 0);
        readInts(reader, back);
        reader.end();
        expect(Array.from(back)).toEqual(values);
      }),
      { numRuns: runs },
    );
  });

  it('are stored as what they were before they became doubles', () => {
    const storage = (values: number[]): string | undefined => storages[numbersAndBack(Float64Array.from(values)).bytes[0] as number];
    const many = (f: (i: number) => number): number[] => Array.from({ length: 500 }, (_, i) => f(i));
    expect(storage(many((i) => Math.round(Math.sin(i) * 1e7) / 1000))).toBe('scaled');
    expect(storage(many((i) => (i % 50 === 0 ? Number.NaN : i / 10)))).toBe('scaled');
    expect(storage(many((i) => (i % 100 === 7 ? Math.PI * i : i / 10)))).toBe('scaled');
    expect(storage(many((i) => Number(Math.fround(Math.sin(i) ** 9 * 70).toPrecision(8))))).toBe('decimal');
    expect(storage(many((i) => Number(Math.fround(Math.sin(i) * 10 ** ((i % 16) - 8)).toPrecision(8))))).toBe('decimal');
    expect(storage(many((i) => Math.fround(Math.sin(i) * 70)))).toBe('single');
    expect(storage(many((i) => Math.sin(i)))).toBe('double');
  });
});

const value = fc.oneof(
  fc.double({ noDefaultInfinity: true }),
  fc.integer({ min: -9999, max: 9999 }).map((int) => int / 10),
  fc.constantFrom(Number.NaN, -0),
);
const column = fc.record({
  width: fc.integer({ min: 1, max: 4 }),
  isNumber: fc.boolean(),
  entities: fc.uniqueArray(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 8 }),
  times: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 31 - 1 }), { minLength: 1, maxLength: 12 }), {
    minLength: 8,
    maxLength: 8,
  }),
  values: fc.infiniteStream(value),
  ints: fc.infiniteStream(fc.integer()),
});
const chunk = fc
  .record({ t0: fc.integer({ min: 0, max: 2 ** 31 - 2 }), columns: fc.array(fc.option(column, { nil: undefined }), { maxLength: 5 }) })
  .map(({ t0, columns }): Chunk => {
    const made = columns.map((plan, channel): Column | undefined => {
      if (plan === undefined) return undefined;
      const { width } = plan;
      const entities = Int32Array.from(plan.entities).toSorted();
      const rows = plan.times.slice(0, entities.length).map((times) => times.toSorted((a, b) => a - b));
      const starts = new Int32Array(entities.length + 1);
      for (const [row, times] of rows.entries()) starts[row + 1] = (starts[row] as number) + times.length;
      const times = Int32Array.from(rows.flat());
      const length = times.length * width;
      const values = plan.isNumber ? Float64Array.from(plan.values.take(length)) : Int32Array.from(plan.ints.take(length));
      return { channel, width, entities, starts, times, values };
    });
    return { t0, t1: t0 + 1, columns: made };
  });

/** The columns that are there, in a shape that toEqual compares bit for bit. */
function content({ t0, t1, columns }: Chunk): unknown {
  return { t0, t1, columns: columns.filter((column) => column !== undefined) };
}

function sampleChunk(): Chunk {
  const times = Int32Array.from([0, 1000, 2000, 500, 1500]);
  const base = { entities: Int32Array.from([1, 7]), starts: Int32Array.from([0, 3, 5]), times };
  return {
    t0: 500,
    t1: 2500,
    columns: [
      { ...base, channel: 0, width: 1, values: Int32Array.from([1, 2, 0, 1, 2]) },
      undefined,
      { ...base, channel: 2, width: 2, values: Float64Array.from([1.5, Number.NaN, 2.5, Number.NaN, -0, 1e300, Math.PI, 3, 4, 5]) },
    ],
  };
}

/** A chunk within the memory that is allowed, or the one error. */
function endsWell(bytes: Uint8Array): boolean {
  const bytesOf = (column: Column | undefined): number => (column === undefined ? 0 : column.values.byteLength + column.times.byteLength);
  try {
    return decodeChunk(bytes, uncompressed, 100_000).columns.every((column) => bytesOf(column) < 100_000);
  } catch (error) {
    return error instanceof ChunkDamaged;
  }
}

describe('chunks', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(chunk, (chunk) => {
        expect(content(decodeChunk(encodeChunk(chunk, uncompressed), uncompressed))).toEqual(content(chunk));
      }),
      { numRuns: runs },
    );
  });

  it('with any one byte changed, or cut anywhere, are refused as damaged', () => {
    const bytes = encodeChunk(sampleChunk(), uncompressed);
    for (let i = 0; i < bytes.length; i++) {
      for (const mask of [1, 128, 255]) {
        const damaged = bytes.slice();
        damaged[i] = (damaged[i] as number) ^ mask;
        // The flags have no meaning yet, but the checksum covers them too.
        expect(() => decodeChunk(damaged, uncompressed), `byte ${i}`).toThrow(ChunkDamaged);
      }
      expect(() => decodeChunk(bytes.subarray(0, i), uncompressed), `cut at ${i}`).toThrow(ChunkDamaged);
    }
    expect(() => decodeChunk(new Uint8Array([...bytes, 0]), uncompressed)).toThrow(ChunkDamaged);
  });

  it('with a valid checksum around nonsense end in a chunk or in ChunkDamaged, within the memory that is allowed', () => {
    const payload = uncompressed.decompress(encodeChunk(sampleChunk(), uncompressed).subarray(22), 1e6);
    const nonsense = fc.oneof(
      fc.uint8Array({ maxLength: 100 }),
      fc.tuple(fc.nat(payload.length - 1), fc.uint8Array({ minLength: 1, maxLength: 5 })).map(([at, bytes]) => {
        const changed = payload.slice();
        changed.set(bytes.subarray(0, payload.length - at), at);
        return changed;
      }),
    );
    fc.assert(
      fc.property(nonsense, (payload) => {
        const bytes = seal('STch', { version: 1, t0: 0, t1: 1, payload }, uncompressed);
        expect(endsWell(bytes)).toBe(true);
      }),
      { numRuns: runs * 10 },
    );
  });

  it('of another kind, of a newer version, or larger than allowed are refused', () => {
    const bytes = encodeChunk(sampleChunk(), uncompressed);
    expect(() => decodeChunk(bytes, uncompressed, 50)).toThrow(ChunkDamaged);
    expect(() => decodeChunk(new Uint8Array(0), uncompressed)).toThrow(ChunkDamaged);
    expect(() => decodeChunk(seal('STev', { version: 1, t0: 0, t1: 1, payload: new Uint8Array([0]) }, uncompressed), uncompressed)).toThrow(
      ChunkDamaged,
    );
    expect(() => decodeChunk(seal('STch', { version: 2, t0: 0, t1: 1, payload: new Uint8Array([0]) }, uncompressed), uncompressed)).toThrow(
      /newer/,
    );
  });
});
