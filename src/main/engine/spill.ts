/** A temporary file that takes what does not fit into memory. It is made at the first write and has no name from then on, so that no crash leaves it behind. */
import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, write, writeSync } from 'node:fs';
import { join } from 'node:path';

export class SpillFile {
  readonly #path: string;
  #fd: number | null = null;
  #size = 0;
  /** Writes under way. */
  #writing = 0;
  #isClosed = false;
  #failure: Error | null = null;
  readonly #waiting: (() => void)[] = [];

  constructor(dir: string) {
    this.#path = join(dir, `spill-${randomUUID()}`);
  }

  /** Bytes written so far. */
  get size(): number {
    return this.#size;
  }

  append(data: NodeJS.ArrayBufferView): void {
    this.#fd ??= this.#open();
    const start = this.#size;
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    for (let done = 0; done < bytes.length;) done += writeSync(this.#fd, bytes, done, bytes.length - done, start + done);
    this.#size += bytes.length;
  }

  /** Writes in the background; until `written` the bytes must stay as they are, and must not be read here. */
  appendLater(data: NodeJS.ArrayBufferView): void {
    const fd = (this.#fd ??= this.#open());
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const start = this.#size;
    this.#size += bytes.length;
    this.#writing++;
    const writeFrom = (done: number): void =>
      write(fd, bytes, done, bytes.length - done, start + done, (error, n) => {
        if (error === null && done + n < bytes.length) return writeFrom(done + n);
        this.#failure ??= error;
        this.#writing--;
        if (this.#writing > 0) return undefined;
        if (this.#isClosed) closeSync(fd);
        for (const wake of this.#waiting.splice(0)) wake();
        return undefined;
      });
    writeFrom(0);
  }

  /** Resolves when everything is written; rejects when something could not be. */
  async written(): Promise<void> {
    if (this.#writing > 0) await new Promise<void>((resolve) => void this.#waiting.push(resolve));
    if (this.#failure !== null) throw this.#failure;
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
    if (this.#fd === null || this.#isClosed) return;
    this.#isClosed = true;
    if (this.#writing === 0) closeSync(this.#fd); // else the last write closes it
  }

  #open(): number {
    const fd = openSync(this.#path, 'wx+', 0o600);
    rmSync(this.#path);
    return fd;
  }
}
