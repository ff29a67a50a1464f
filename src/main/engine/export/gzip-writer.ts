/** Packs what is written as gzip on its way out, at the pace of whoever takes it. */
import { once } from 'node:events';
import { createGzip } from 'node:zlib';

export class GzipWriter {
  readonly #gzip = createGzip();
  readonly #done: Promise<void>;

  constructor(out: (bytes: Uint8Array) => Promise<void>) {
    this.#done = this.#pump(out);
    this.#done.catch(() => undefined); // end() tells
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (!this.#gzip.write(bytes)) await Promise.race([once(this.#gzip, 'drain'), this.#done]);
  }

  /** Resolves when everything was taken. */
  async end(): Promise<void> {
    this.#gzip.end();
    await this.#done;
  }

  async #pump(out: (bytes: Uint8Array) => Promise<void>): Promise<void> {
    for await (const part of this.#gzip) await out(part as Uint8Array);
  }
}
