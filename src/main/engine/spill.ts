/** A temporary file that takes what does not fit into memory. It is made at the first write and has no name from then on, so that no crash leaves it behind. */
import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export class SpillFile {
  readonly #path: string;
  #fd: number | null = null;
  #size = 0;

  constructor(dir: string) {
    this.#path = join(dir, `spill-${randomUUID()}`);
  }

  /** Bytes written so far. */
  get size(): number {
    return this.#size;
  }

  /** Returns where the bytes begin. */
  append(data: NodeJS.ArrayBufferView): number {
    this.#fd ??= this.#open();
    const start = this.#size;
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    for (let done = 0; done < bytes.length;) done += writeSync(this.#fd, bytes, done, bytes.length - done, start + done);
    this.#size += bytes.length;
    return start;
  }

  /** Fills `into` with what lies at `offset`. */
  read(into: NodeJS.ArrayBufferView, offset: number): void {
    const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength);
    for (let done = 0; done < bytes.length;) {
      const n = this.#fd === null ? 0 : readSync(this.#fd, bytes, done, bytes.length - done, offset + done);
      if (n === 0) throw new Error('the temporary file of an import was cut short');
      done += n;
    }
  }

  close(): void {
    if (this.#fd === null) return;
    closeSync(this.#fd);
    this.#fd = null;
  }

  #open(): number {
    const fd = openSync(this.#path, 'wx+', 0o600);
    rmSync(this.#path);
    return fd;
  }
}
