/** The original of a live session while it grows: appends in order, those that wait as one write. What was appended outlives this process. */
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, createWriteStream, fdatasync, fsyncSync, openSync, writeSync } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** A power cut costs at most about this much, ms. */
const SYNC_MS = 1000;

interface Waiting {
  readonly bytes: Uint8Array;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

export class OriginalFile {
  readonly path: string;
  #waiting: Waiting[] = [];
  #file: number | null = null;
  #syncing: Promise<void> | null = null;
  #syncedAt = 0;
  #failure: Error | null = null;

  constructor(path: string) {
    this.path = path;
  }

  /** Resolves when the bytes are written; after a failed write all fail, for the file ends in the middle of something. */
  append(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.push({ bytes, resolve, reject }) === 1) queueMicrotask(() => this.#write());
    });
  }

  /** After what is under way: the file is on disk as a whole. Null when nothing was ever written. `packIn`: a folder of the same disk, to keep it as gzip. */
  async close(packIn: string | null = null): Promise<{ readonly sha256: string; readonly bytes: number } | null> {
    await this.#syncing;
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
    if ((await this.#size()) === 0) return null;
    if (packIn !== null) await this.#pack(join(packIn, `packed-${basename(this.path)}`));
    const hash = createHash('sha256');
    for await (const part of createReadStream(this.path, { highWaterMark: 1024 * 1024 })) hash.update(part as Buffer);
    const file = openSync(this.path, 'r+');
    fsyncSync(file); // the library promises to keep originals
    closeSync(file);
    return { sha256: hash.digest('hex'), bytes: await this.#size() };
  }

  async #size(): Promise<number> {
    return await stat(this.path).then(
      ({ size }) => size,
      () => 0,
    );
  }

  /** At every moment either form of it is whole, and a reader takes both. */
  async #pack(temporary: string): Promise<void> {
    await pipeline(createReadStream(this.path), createGzip(), createWriteStream(temporary, { mode: 0o600, flush: true }));
    await rename(temporary, this.path);
  }

  async remove(): Promise<void> {
    await rm(this.path, { force: true });
  }

  /** Not handed to another thread: the system only copies the bytes, and where the processor is wanted by many, waiting for a thread takes far longer. */
  #write(): void {
    const batch = this.#waiting;
    this.#waiting = [];
    try {
      if (this.#failure !== null) throw this.#failure;
      this.#file ??= openSync(this.path, 'a', 0o600);
      const [first] = batch;
      const bytes = batch.length === 1 && first !== undefined ? first.bytes : Buffer.concat(batch.map((one) => one.bytes));
      for (let done = 0; done < bytes.length;) done += writeSync(this.#file, bytes, done);
      for (const { resolve } of batch) resolve();
      this.#syncSometimes(this.#file);
    } catch (error) {
      this.#failure ??= error instanceof Error ? error : new Error(String(error));
      for (const { reject } of batch) reject(this.#failure);
    }
  }

  #syncSometimes(file: number): void {
    const now = performance.now();
    if (this.#syncing !== null || now - this.#syncedAt < SYNC_MS) return;
    this.#syncedAt = now;
    // A failure is told by the next write.
    this.#syncing = new Promise<void>((resolve) => fdatasync(file, () => resolve())).then(() => {
      this.#syncing = null;
    });
  }
}
