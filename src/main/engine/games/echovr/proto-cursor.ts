/** Reads protobuf wire format straight from bytes into numbers, without building messages. Every read is held within the current message. */
import type { StringPool } from './string-pool.ts';

/** Thrown for anything that is not protobuf; one object, as NOT_JSON. */
export const NOT_PROTOBUF = new RangeError('not protobuf');

/** Accounts that are remembered; a match has a few dozen. */
const MAX_DIGITS = 1000;
export const VARINT = 0;
const FIXED64 = 1;
export const BYTES = 2;
const FIXED32 = 5;
const DECODER = new TextDecoder();

export class ProtoCursor {
  bytes: Uint8Array = new Uint8Array(0);
  pos = 0;
  /** End of the innermost message. */
  end = 0;
  /** Field number and wire type of the last `field()`. */
  number = 0;
  wire = 0;
  /** Time stamps that had more than ms. */
  finer = 0;
  #view: DataView = new DataView(new ArrayBuffer(0));
  /** Strings of numbers that came as varints: the same accounts in each frame. */
  readonly #digits = new Map<number, number>();
  readonly #pool: StringPool;

  constructor(pool: StringPool) {
    this.#pool = pool;
  }

  start(bytes: Uint8Array, pos: number, end: number): void {
    if (bytes !== this.bytes) {
      this.bytes = bytes;
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    this.pos = pos;
    this.end = end;
  }

  /** Next field of the message; false at its end. */
  field(): boolean {
    if (this.pos >= this.end) return false;
    const tag = this.varint();
    this.number = tag >>> 3;
    this.wire = tag & 7;
    if (this.number === 0) throw NOT_PROTOBUF;
    return true;
  }

  /** Low 32 bits of a varint, signed: right for int32, uint32 (with >>> 0), bool, enum and tags. */
  varint(): number {
    const { bytes, end } = this;
    let p = this.pos;
    if (p >= end) throw NOT_PROTOBUF;
    let value = bytes[p] as number;
    if (value < 128) {
      // Nearly all tags and lengths.
      this.pos = p + 1;
      return value;
    }
    value = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      if (p >= end) throw NOT_PROTOBUF;
      const b = bytes[p++] as number;
      if (shift < 32) value |= (b & 127) << shift;
      if (b < 128) {
        this.pos = p;
        return value;
      }
    }
    throw NOT_PROTOBUF;
  }

  /** A varint as a double: exact to 2^53. */
  uint64(): number {
    const { bytes, end } = this;
    let value = 0;
    let scale = 1;
    for (let i = 0; i < 10; i++) {
      if (this.pos >= end) throw NOT_PROTOBUF;
      const b = bytes[this.pos++] as number;
      value += (b & 127) * scale;
      if (b < 128) return value;
      scale *= 128;
    }
    throw NOT_PROTOBUF;
  }

  /** A varint's decimal digits, all 64 bits, as a string of the pool; 0 for zero. */
  digits(): number {
    const start = this.pos;
    const value = this.uint64();
    if (value <= Number.MAX_SAFE_INTEGER) {
      if (value === 0) return 0;
      let id = this.#digits.get(value);
      if (id === undefined) {
        id = this.#pool.fromText(String(value));
        if (this.#digits.size < MAX_DIGITS) this.#digits.set(value, id);
      }
      return id;
    }
    let exact = 0n;
    for (let i = this.pos - 1; i >= start; i--) exact = (exact << 7n) | BigInt((this.bytes[i] as number) & 127);
    return this.#pool.fromText(BigInt.asUintN(64, exact).toString());
  }

  /** A field's number whatever its wire type: some dialects hold scores as doubles. */
  scalar(): number {
    switch (this.wire) {
      case VARINT:
        return this.varint();
      case FIXED64:
        return this.double();
      case FIXED32:
        return this.float();
      default:
        this.skip();
        return 0;
    }
  }

  double(): number {
    if (this.pos + 8 > this.end) throw NOT_PROTOBUF;
    const value = this.#view.getFloat64(this.pos, true);
    this.pos += 8;
    return value;
  }

  float(): number {
    if (this.pos + 4 > this.end) throw NOT_PROTOBUF;
    const value = this.#view.getFloat32(this.pos, true);
    this.pos += 4;
    return value;
  }

  string(): number {
    const end = this.#stop();
    const id = this.#pool.fromBytes(this.bytes, this.pos, end);
    this.pos = end;
    return id;
  }

  /** A string that will hardly come again, and is not remembered. */
  text(): string {
    const end = this.#stop();
    const text = DECODER.decode(this.bytes.subarray(this.pos, end));
    this.pos = end;
    return text;
  }

  /** Enters a sub-message; give the result to `leave`. */
  enter(): number {
    const stop = this.#stop();
    const outer = this.end;
    this.end = stop;
    return outer;
  }

  leave(outer: number): void {
    this.pos = this.end;
    this.end = outer;
  }

  /** A repeated double, packed or one at a time, into out[offset + count…]; returns the new count. */
  doubles(out: Float64Array, offset: number, count: number, max: number): number {
    if (this.wire !== BYTES) {
      const value = this.scalar();
      if (count < max) out[offset + count] = value;
      return count + 1;
    }
    const end = this.#stop();
    const length = end - this.pos;
    if ((length & 7) !== 0) throw NOT_PROTOBUF;
    const view = this.#view;
    const kept = Math.min(max - count, length >> 3);
    for (let i = 0, p = this.pos, to = offset + count; i < kept; i++, p += 8) out[to + i] = view.getFloat64(p, true);
    this.pos = end;
    return count + (length >> 3);
  }

  /** A repeated int32, packed or not, as `doubles`. */
  integers(out: Int32Array, count: number, max: number): number {
    if (this.wire !== BYTES) {
      const value = this.scalar();
      if (count < max) out[count] = value;
      return count + 1;
    }
    const outer = this.enter();
    while (this.pos < this.end) {
      const value = this.varint();
      if (count < max) out[count] = value;
      count++;
    }
    this.leave(outer);
    return count;
  }

  /** A packed repeated float, as `doubles`. */
  floats(out: Float64Array, offset: number, count: number, max: number): number {
    if (this.wire !== BYTES) return this.doubles(out, offset, count, max);
    const end = this.#stop();
    const length = end - this.pos;
    if ((length & 3) !== 0) throw NOT_PROTOBUF;
    const view = this.#view;
    const kept = Math.min(max - count, length >> 2);
    for (let i = 0, p = this.pos, to = offset + count; i < kept; i++, p += 4) out[to + i] = view.getFloat32(p, true);
    this.pos = end;
    return count + (length >> 2);
  }

  /** A google.protobuf.Timestamp as Unix ms; what is finer is dropped, and counted. */
  timestamp(): number {
    const outer = this.enter();
    let seconds = 0;
    let nanos = 0;
    while (this.field()) {
      if (this.number === 1) seconds = this.uint64();
      else if (this.number === 2) nanos = this.varint();
      else this.skip();
    }
    this.leave(outer);
    if (nanos % 1e6 !== 0) this.finer++;
    return seconds * 1000 + Math.floor(nanos / 1e6);
  }

  /** A message whose fields 1 … count are numbers, into out[offset…]; those that are missing are left as they are. */
  numbered(out: Float64Array, offset: number, count: number): void {
    const outer = this.enter();
    while (this.field()) {
      if (this.number <= count) out[offset + this.number - 1] = this.scalar();
      else this.skip();
    }
    this.leave(outer);
  }

  /** An entry of a map of strings. */
  mapEntry(into: Record<string, string>): void {
    const outer = this.enter();
    let key = '';
    let value = '';
    while (this.field()) {
      if (this.number === 1) key = this.#pool.text(this.string());
      else if (this.number === 2) value = this.#pool.text(this.string());
      else this.skip();
    }
    this.leave(outer);
    if (key !== '__proto__') into[key] = value;
  }

  skip(): void {
    switch (this.wire) {
      case VARINT:
        this.varint();
        break;
      case FIXED64:
        this.#skip(8);
        break;
      case BYTES:
        this.pos = this.#stop();
        break;
      case FIXED32:
        this.#skip(4);
        break;
      default:
        // Groups have not been written for twenty years.
        throw NOT_PROTOBUF;
    }
  }

  #skip(bytes: number): void {
    if (this.pos + bytes > this.end) throw NOT_PROTOBUF;
    this.pos += bytes;
  }

  /** Reads a length; returns where its bytes end. */
  #stop(): number {
    if (this.wire !== BYTES) throw NOT_PROTOBUF;
    const length = this.varint();
    if (length < 0 || this.pos + length > this.end) throw NOT_PROTOBUF;
    return this.pos + length;
  }
}
