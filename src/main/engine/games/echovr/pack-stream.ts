/** A compressor that hands on its output as it comes, fed in large pieces: each piece is a trip to zlib's threads and back. */
import type { DeflateRaw, ZstdCompress } from 'node:zlib';

const PIECE = 1024 * 1024;
/** What is made before anyone asks whether there is room still fits in. */
const ROOM = PIECE + 256 * 1024;

export type ByteOut = (bytes: Uint8Array) => Promise<void>;

export class PackStream {
  /** Bytes that came out so far. */
  packed = 0;
  readonly #stream: DeflateRaw | ZstdCompress;
  readonly #done: Promise<void>;
  /** As `#done`, without its failure. */
  readonly #ended: Promise<void>;
  #failed = false;
  #packing: Promise<void> = Promise.resolve();
  /** Two pieces take turns, and none is ever thrown away: one is filled while the other is packed. */
  #filling = Buffer.allocUnsafeSlow(ROOM);
  #packed = Buffer.allocUnsafeSlow(ROOM);
  #filled = 0;

  constructor(stream: DeflateRaw | ZstdCompress, out: ByteOut) {
    this.#stream = stream;
    this.#done = this.#pass(out);
    // Whoever drains or ends is told of a failure; until then nobody listens.
    this.#ended = this.#done.catch(() => {
      this.#failed = true;
    });
  }

  async #pass(out: ByteOut): Promise<void> {
    for await (const chunk of this.#stream as AsyncIterable<Uint8Array>) {
      this.packed += chunk.length;
      await out(chunk);
    }
  }

  /** Takes a copy of the bytes. */
  push(bytes: Uint8Array): void {
    const size = this.#filled + bytes.length;
    if (size > this.#filling.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(size, this.#filling.length * 2));
      larger.set(this.#filling.subarray(0, this.#filled));
      this.#filling = larger;
    }
    this.#filling.set(bytes, this.#filled);
    this.#filled = size;
  }

  /** Resolves when there is room for more: one piece is packed by zlib's thread while the next one is being made here. */
  async drain(): Promise<void> {
    if (this.#filled < PIECE) return;
    await this.#packing;
    if (this.#failed) await this.#done;
    void this.#next();
  }

  /** Everything that was pushed comes out, and can be unpacked, before this resolves. */
  async flush(): Promise<void> {
    await this.#next();
    await Promise.race([new Promise<void>((resolve) => this.#stream.flush(resolve)), this.#done]);
  }

  async end(): Promise<void> {
    await this.#next();
    this.#stream.end();
    await this.#done;
  }

  /** Gives up: what came out so far is all there will be. */
  destroy(): void {
    this.#stream.destroy();
  }

  /** Sends what is there when the piece before it is packed, and its room is free again; whoever asks, one piece is under way at a time. */
  #next(): Promise<void> {
    this.#packing = this.#packing.then(async () => await this.#send());
    return this.#packing;
  }

  /** Never rejects: what went wrong is told by `#done`. */
  async #send(): Promise<void> {
    if (this.#filled === 0 || this.#stream.destroyed) return;
    const piece = this.#filling.subarray(0, this.#filled);
    [this.#filling, this.#packed] = [this.#packed, this.#filling];
    this.#filled = 0;
    await Promise.race([new Promise((resolve) => this.#stream.write(piece, resolve)), this.#ended]);
  }
}
