/** A protobuf message as its bytes come together. What is zero, empty or missing is not written, as proto3 has it. */

const VARINT = 0;
const BYTES = 2;
const FIXED32 = 5;

export class Message {
  readonly #pieces: Uint8Array[] = [];

  varint(field: number, value: number | undefined): this {
    return value === undefined || value === 0 ? this : this.#put(varint(field * 8 + VARINT), varint(value));
  }

  float(field: number, value: number | undefined): this {
    return value === undefined || value === 0 ? this : this.#put(varint(field * 8 + FIXED32), float(value));
  }

  /** One field for each, counting on from `field`. */
  floats(field: number, values: readonly number[]): this {
    for (const [i, value] of values.entries()) this.float(field + i, value);
    return this;
  }

  text(field: number, value: string | undefined): this {
    return value === undefined || value === '' ? this : this.#bytes(field, new TextEncoder().encode(value));
  }

  message(field: number, value: Message): this {
    return this.#bytes(field, value.bytes());
  }

  packed(field: number, values: readonly number[]): this {
    return values.length === 0 ? this : this.#bytes(field, join(values.map(varint)));
  }

  packedFloats(field: number, values: readonly number[]): this {
    return values.length === 0 ? this : this.#bytes(field, join(values.map(float)));
  }

  bytes(): Uint8Array {
    return join(this.#pieces);
  }

  #bytes(field: number, bytes: Uint8Array): this {
    return this.#put(varint(field * 8 + BYTES), varint(bytes.length), bytes);
  }

  #put(...pieces: readonly Uint8Array[]): this {
    this.#pieces.push(...pieces);
    return this;
  }
}

/** Negative numbers take ten bytes, as two's complement of 64 bits. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let left = BigInt.asUintN(64, BigInt(Math.trunc(value)));
  while (left >= 128n) {
    bytes.push(Number(left & 127n) | 128);
    left >>= 7n;
  }
  bytes.push(Number(left));
  return Uint8Array.from(bytes);
}

function float(value: number): Uint8Array {
  return new Uint8Array(new Float32Array([value]).buffer);
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
