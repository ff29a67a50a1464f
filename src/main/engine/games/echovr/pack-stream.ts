/** A compressor that hands on its output as it comes, fed in large pieces: each piece is a trip to zlib's threads and back. */
import { once } from 'node:events';
import type { DeflateRaw, ZstdCompress } from 'node:zlib';

const PIECE = 256 * 1024;

export type ByteOut = (bytes: Uint8Array) => Promise<void>;

export class PackStream {
  /** Bytes that came out so far. */
  packed = 0;
  readonly #stream: DeflateRaw | ZstdCompress;
  readonly #done: Promise<void>;
  #failure: Error | null = null;
  #parts: Uint8Array[] = [];
  #waiting = 0;

  constructor(stream: DeflateRaw | ZstdCompress, out: ByteOut) {
    this.#stream = stream;
    this.#done = this.#pass(out);
    // `write` and `end` tell of it; until then nobody listens.
    this.#done.catch((error: unknown) => {
      this.#failure = error instanceof Error ? error : new Error(String(error));
    });
  }

  async #pass(out: ByteOut): Promise<void> {
    for await (const chunk of this.#stream as AsyncIterable<Uint8Array>) {
      this.packed += chunk.length;
      await out(chunk);
    }
  }

  /** Takes the bytes, which must not change afterwards. */
  push(bytes: Uint8Array): void {
    this.#parts.push(bytes);
    this.#waiting += bytes.length;
  }

  /** Resolves when there is room for more. */
  async drain(): Promise<void> {
    if (this.#waiting >= PIECE) await this.#send();
  }

  /** Everything written comes out, and can be unpacked, before this resolves. */
  async flush(): Promise<void> {
    await this.#send();
    await Promise.race([new Promise<void>((resolve) => this.#stream.flush(resolve)), this.#done]);
  }

  async end(): Promise<void> {
    await this.#send();
    this.#stream.end();
    await this.#done;
  }

  /** Gives up: what came out so far is all there will be. */
  destroy(): void {
    this.#stream.destroy();
  }

  async #send(): Promise<void> {
    if (this.#failure !== null) throw this.#failure;
    if (this.#waiting === 0) return;
    const bytes = Buffer.concat(this.#parts);
    this.#parts = [];
    this.#waiting = 0;
    if (!this.#stream.write(bytes)) await Promise.race([once(this.#stream, 'drain'), this.#done]);
  }
}
