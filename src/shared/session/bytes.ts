/** Growing byte writer and bounds-checked reader for the column formats; damage is one typed error. */

/** Stored data that is not what was written; the message is one sentence for a person. */
export class ChunkDamaged extends Error {
  override readonly name = 'ChunkDamaged';
}

// Every machine that runs this is little-endian.
const FLOAT = new Float64Array(1);
const FLOAT_BYTES = new Uint8Array(FLOAT.buffer);

export class ByteWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;

  constructor(capacity = 1024) {
    this.#bytes = new Uint8Array(capacity);
  }

  /** Makes room for n bytes and counts them as written; they start at the returned offset of `bytes()`. */
  reserve(n: number): number {
    const offset = this.#length;
    this.#length += n;
    if (this.#length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#length, this.#bytes.length * 2));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    return offset;
  }

  u8(value: number): void {
    const offset = this.reserve(1);
    this.#bytes[offset] = value;
  }

  u32(value: number): void {
    const offset = this.reserve(4);
    for (let i = 0; i < 4; i++) this.#bytes[offset + i] = value >>> (8 * i);
  }

  f64(value: number): void {
    const offset = this.reserve(8);
    FLOAT[0] = value;
    this.#bytes.set(FLOAT_BYTES, offset);
  }

  /** Unsigned, below 2^31. */
  varint(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.u8((rest & 127) | 128);
      rest >>>= 7;
    }
    this.u8(rest);
  }

  raw(bytes: Uint8Array): void {
    this.#bytes.set(bytes, this.reserve(bytes.length));
  }

  /** What was written so far; a view that the next write may replace. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length);
  }
}

export class ByteReader {
  readonly #bytes: Uint8Array;
  #offset = 0;
  #memory: number;

  /** `memory`: bytes that may be allocated for what is read, in all. */
  constructor(bytes: Uint8Array, memory: number) {
    this.#bytes = bytes;
    this.#memory = memory;
  }

  /** Called before an allocation whose size the data says. */
  allow(bytes: number): void {
    this.#memory -= bytes;
    if (this.#memory < 0) throw new ChunkDamaged('Stored data claims to be larger than it may be.');
  }

  /** The next n bytes, as a view. */
  take(n: number): Uint8Array {
    const start = this.#offset;
    if (n > this.#bytes.length - start) throw new ChunkDamaged('Stored data ends too early.');
    this.#offset = start + n;
    return this.#bytes.subarray(start, start + n);
  }

  u8(): number {
    const value = this.#bytes[this.#offset];
    if (value === undefined) throw new ChunkDamaged('Stored data ends too early.');
    this.#offset++;
    return value;
  }

  u32(): number {
    let value = 0;
    for (let i = 0; i < 4; i++) value |= this.u8() << (8 * i);
    return value >>> 0;
  }

  f64(): number {
    FLOAT_BYTES.set(this.take(8));
    return FLOAT[0] as number;
  }

  /** Unsigned, below 2^31. */
  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.u8();
      value |= (byte & 127) << shift;
      if (byte < 128 && value >= 0) return value;
    }
    throw new ChunkDamaged('Stored data holds a number that is too large.');
  }

  end(): void {
    if (this.#offset !== this.#bytes.length) throw new ChunkDamaged('Stored data is longer than what it holds.');
  }
}
