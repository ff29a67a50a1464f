/** Writes protobuf wire format into a growing buffer. A nested message gets its length when it ends; zeros, as proto3 has it, are left out. */

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;

export class ProtoWriter {
  /** Numbers that were no int32 where the schema has one, so far. */
  cut = 0;
  #bytes = Buffer.allocUnsafe(64 * 1024);
  #view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.length);
  #length = 0;

  /** What was written since the last time; valid until something is written again. */
  take(): Buffer<ArrayBuffer> {
    const bytes = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    return bytes;
  }

  /** An int32 or enum; a fraction is cut off. */
  int(field: number, value: number): void {
    const whole = value | 0;
    if (whole !== value) this.cut++;
    if (whole === 0) return;
    this.#tag(field, VARINT);
    if (whole > 0) this.#varint(whole);
    else this.#negative(whole);
  }

  uint32(field: number, value: number): void {
    if (value === 0) return;
    this.#tag(field, VARINT);
    this.#varint(value >>> 0);
  }

  /** A whole number up to 2^53; one below 1 is left out. */
  uint64(field: number, value: number): void {
    if (value < 1) return;
    this.#tag(field, VARINT);
    this.#room(8);
    let left = value;
    for (; left > 127; left = Math.floor(left / 128)) this.#bytes[this.#length++] = (left % 128) | 128;
    this.#bytes[this.#length++] = left;
  }

  bool(field: number, value: boolean): void {
    if (value) this.int(field, 1);
  }

  /** A number whose varint is given; one without bytes is left out. */
  spelled(field: number, varint: Uint8Array): void {
    if (varint.length === 0) return;
    this.#tag(field, VARINT);
    this.#room(varint.length);
    copy(varint, this.#bytes, this.#length);
    this.#length += varint.length;
  }

  /** A double; -0 is not zero. */
  double(field: number, value: number): void {
    if (value !== 0 || Object.is(value, -0)) this.presentDouble(field, value);
  }

  /** A double that is written even when it is zero. */
  presentDouble(field: number, value: number): void {
    this.#tag(field, FIXED64);
    this.#room(8);
    this.#view.setFloat64(this.#length, value, true);
    this.#length += 8;
  }

  /** A message or a text, of which an empty one is written too. */
  bytes(field: number, bytes: Uint8Array): void {
    const at = this.#head(field, bytes.length);
    copy(bytes, this.#bytes, at);
    this.#length = at + bytes.length;
  }

  /** Packed doubles. */
  doubles(field: number, values: Float64Array, offset: number, count: number): void {
    let at = this.#head(field, count * 8);
    const view = this.#view;
    for (let i = 0; i < count; i++, at += 8) view.setFloat64(at, values[offset + i] as number, true);
    this.#length = at;
  }

  /** Packed floats. */
  floats(field: number, values: Float64Array, offset: number, count: number): void {
    let at = this.#head(field, count * 4);
    const view = this.#view;
    for (let i = 0; i < count; i++, at += 4) view.setFloat32(at, values[offset + i] as number, true);
    this.#length = at;
  }

  /** Packed int32. */
  ints(field: number, values: ArrayLike<number>, count: number): void {
    const at = this.begin(field);
    for (let i = 0; i < count; i++) {
      const value = values[i] as number;
      if (value >= 0) this.#varint(value);
      else this.#negative(value);
    }
    this.end(at);
  }

  /** Begins a nested message (field 0: one that only has its length before it); give what it returns, and the same `lengthBytes`, to `end`. */
  begin(field: number, lengthBytes = 1): number {
    if (field > 0) this.#tag(field, BYTES);
    this.#room(lengthBytes);
    const at = this.#length;
    this.#length = at + lengthBytes;
    return at;
  }

  /** `lengthBytes`: how many its length will most likely take, so that nothing has to be moved. */
  end(at: number, lengthBytes = 1): void {
    const size = this.#length - at - lengthBytes;
    const needed = size < 1 << 7 ? 1 : size < 1 << 14 ? 2 : size < 1 << 21 ? 3 : 4;
    if (needed !== lengthBytes) {
      this.#room(needed);
      this.#bytes.copyWithin(at + needed, at + lengthBytes, this.#length);
      this.#length += needed - lengthBytes;
    }
    let left = size;
    let p = at;
    while (left > 127) {
      this.#bytes[p++] = (left & 127) | 128;
      left >>>= 7;
    }
    this.#bytes[p] = left;
  }

  #tag(field: number, wire: number): void {
    const tag = (field << 3) | wire;
    if (tag > 127) {
      this.#varint(tag);
      return;
    }
    this.#room(1);
    this.#bytes[this.#length++] = tag;
  }

  /** Tag and length of `size` bytes, for which there is room then. Returns where they go; the length is the caller's to set. */
  #head(field: number, size: number): number {
    this.#room(size + 10);
    const bytes = this.#bytes;
    let at = this.#length;
    const tag = (field << 3) | BYTES;
    if (tag > 127) {
      bytes[at++] = (tag & 127) | 128;
      bytes[at++] = tag >>> 7;
    } else bytes[at++] = tag;
    let left = size;
    for (; left > 127; left >>>= 7) bytes[at++] = (left & 127) | 128;
    bytes[at++] = left;
    return at;
  }

  #varint(value: number): void {
    this.#room(5);
    let left = value >>> 0;
    while (left > 127) {
      this.#bytes[this.#length++] = (left & 127) | 128;
      left >>>= 7;
    }
    this.#bytes[this.#length++] = left;
  }

  /** A negative int32, which is spelled as 64 bits. */
  #negative(value: number): void {
    this.#room(10);
    let left = value;
    for (let i = 0; i < 9; i++, left >>= 7) this.#bytes[this.#length++] = (left & 127) | 128;
    this.#bytes[this.#length++] = 1;
  }

  #room(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(this.#bytes.length * 2 + bytes);
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer, larger.byteOffset, larger.length);
  }
}

/** Mostly a few bytes: fewer than a call of `set` is worth. */
function copy(from: Uint8Array, to: Uint8Array, at: number): void {
  const { length } = from;
  if (length > 40) to.set(from, at);
  else for (let i = 0; i < length; i++) to[at + i] = from[i] as number;
}

/** The varint of a uint64 in decimal digits; empty for zero, and for what is no such number. */
export function varintOf(digits: string): Uint8Array {
  if (!/^\d{1,20}$/.test(digits)) return new Uint8Array(0);
  const bytes: number[] = [];
  let left = BigInt.asUintN(64, BigInt(digits));
  if (left === 0n) return new Uint8Array(0);
  for (; left > 127n; left >>= 7n) bytes.push(Number(left & 127n) | 128);
  bytes.push(Number(left));
  return Uint8Array.from(bytes);
}
