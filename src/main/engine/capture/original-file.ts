/** The original of a live session while it grows: appends in order, those that wait as one write. What was appended outlives this process. */
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fdatasync, fsyncSync, openSync, writeSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';

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

  /** After what is under way: the file is on disk as a whole. Null when nothing was ever written. */
  async close(): Promise<{ readonly sha256: string; readonly bytes: number } | null> {
    await this.#syncing;
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
    const bytes = await stat(this.path).then(
      ({ size }) => size,
      () => 0,
    );
    if (bytes === 0) return null;
    const hash = createHash('sha256');
    for await (const part of createReadStream(this.path, { highWaterMark: 1024 * 1024 })) hash.update(part as Buffer);
    const file = openSync(this.path, 'r+');
    fsyncSync(file); // the library promises to keep originals
    closeSync(file);
    return { sha256: hash.digest('hex'), bytes };
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
