/** Writes protobuf wire format into a growing buffer. A nested message gets its length when it ends; zeros, as proto3 has it, are left out. */

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
/** Numbers in digits that are remembered; a match has a few dozen. */
const MAX_SPELLED = 1000;

export class ProtoWriter {
  /** Numbers that were no int32 where the schema has one, so far. */
  cut = 0;
  #bytes = Buffer.allocUnsafe(64 * 1024);
  #view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.length);
  #length = 0;
  /** Varints of numbers that came in digits: the same accounts in each frame. */
  readonly #spelled = new Map<string, Uint8Array>();

  /** A copy of what was written since the last time. */
  take(): Buffer<ArrayBuffer> {
    const bytes = Buffer.from(this.#bytes.subarray(0, this.#length));
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
    // Negative ones are spelled as 64 bits.
    else this.#bits64(BigInt.asUintN(64, BigInt(whole)));
  }

  uint32(field: number, value: number): void {
    if (value === 0) return;
    this.#tag(field, VARINT);
    this.#varint(value >>> 0);
  }

  bool(field: number, value: boolean): void {
    if (value) this.int(field, 1);
  }

  /** A uint64 in decimal digits; what is no such number is left out. */
  digits(field: number, digits: string): void {
    let bytes = this.#spelled.get(digits);
    if (bytes === undefined) {
      bytes = varintOf(digits);
      if (this.#spelled.size < MAX_SPELLED) this.#spelled.set(digits, bytes);
    }
    if (bytes.length === 0) return;
    this.#tag(field, VARINT);
    this.#room(bytes.length);
    for (let i = 0; i < bytes.length; i++) this.#bytes[this.#length++] = bytes[i] as number;
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

  text(field: number, text: string): void {
    if (text === '') return;
    this.#tag(field, BYTES);
    const size = Buffer.byteLength(text);
    this.#varint(size);
    this.#room(size);
    this.#length += this.#bytes.write(text, this.#length);
  }

  message(field: number, bytes: Uint8Array): void {
    this.#tag(field, BYTES);
    this.#varint(bytes.length);
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Packed doubles. */
  doubles(field: number, values: ArrayLike<number>, offset: number, count: number): void {
    this.#tag(field, BYTES);
    this.#varint(count * 8);
    this.#room(count * 8);
    let at = this.#length;
    for (let i = 0; i < count; i++, at += 8) this.#view.setFloat64(at, values[offset + i] as number, true);
    this.#length = at;
  }

  /** Packed floats. */
  floats(field: number, values: ArrayLike<number>, offset: number, count: number): void {
    this.#tag(field, BYTES);
    this.#varint(count * 4);
    this.#room(count * 4);
    let at = this.#length;
    for (let i = 0; i < count; i++, at += 4) this.#view.setFloat32(at, values[offset + i] as number, true);
    this.#length = at;
  }

  /** Packed int32. */
  ints(field: number, values: ArrayLike<number>, count: number): void {
    const at = this.begin(field);
    for (let i = 0; i < count; i++) {
      const value = values[i] as number;
      if (value >= 0) this.#varint(value);
      else this.#bits64(BigInt.asUintN(64, BigInt(value)));
    }
    this.end(at);
  }

  /** Begins a nested message (field 0: one that only has its length before it); give what it returns to `end`. */
  begin(field: number): number {
    if (field > 0) this.#tag(field, BYTES);
    this.#room(1);
    return this.#length++;
  }

  end(at: number): void {
    const size = this.#length - at - 1;
    if (size > 127) {
      // The length takes more than the one byte that was kept for it.
      const more = size < 1 << 14 ? 1 : size < 1 << 21 ? 2 : 3;
      this.#room(more);
      this.#bytes.copyWithin(at + 1 + more, at + 1, this.#length);
      this.#length += more;
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

  #varint(value: number): void {
    this.#room(5);
    let left = value >>> 0;
    while (left > 127) {
      this.#bytes[this.#length++] = (left & 127) | 128;
      left >>>= 7;
    }
    this.#bytes[this.#length++] = left;
  }

  #bits64(value: bigint): void {
    this.#room(10);
    let left = value;
    while (left > 127n) {
      this.#bytes[this.#length++] = Number(left & 127n) | 128;
      left >>= 7n;
    }
    this.#bytes[this.#length++] = Number(left);
  }

  #room(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(this.#bytes.length * 2 + bytes);
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer, larger.byteOffset, larger.length);
  }
}

/** The varint of a uint64 in decimal digits; empty for zero, and for what is no such number. */
function varintOf(digits: string): Uint8Array {
  if (!/^\d{1,20}$/.test(digits)) return new Uint8Array(0);
  const bytes: number[] = [];
  let left = BigInt.asUintN(64, BigInt(digits));
  if (left === 0n) return new Uint8Array(0);
  for (; left > 127n; left >>= 7n) bytes.push(Number(left & 127n) | 128);
  bytes.push(Number(left));
  return Uint8Array.from(bytes);
}
