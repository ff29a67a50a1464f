/** Recordings as random-access bytes: over a file, and over memory (unpacked heads, tests). */
import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ByteSource } from './game-adapter.ts';

const READ_BYTES = 256 * 1024;

/** A file, open until `close`. Its size is that of the moment of opening. */
export class FileSource implements ByteSource {
  readonly name: string;
  readonly size: number;
  readonly path: string;
  readonly #file: FileHandle;

  private constructor(path: string, name: string, size: number, file: FileHandle) {
    this.path = path;
    this.name = name;
    this.size = size;
    this.#file = file;
  }

  /** `name`: what the file is called for people when the path is not its own (originals are stored by hash). */
  static async open(path: string, name: string = basename(path)): Promise<FileSource> {
    const file = await open(path, 'r');
    try {
      return new FileSource(path, name, (await file.stat()).size, file);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  async *stream(start = 0): AsyncGenerator<Uint8Array> {
    let offset = start;
    // The next part is read while the last one is being looked at.
    let next = this.read(offset, READ_BYTES);
    for (;;) {
      const bytes = await next;
      if (bytes.length === 0) return;
      offset += bytes.length;
      next = this.read(offset, READ_BYTES);
      // Its failure is told when it is asked for, if it ever is.
      next.catch(() => {});
      yield bytes;
    }
  }

  async read(offset: number, length: number, into?: Uint8Array): Promise<Uint8Array> {
    const wanted = Math.max(0, Math.min(length, this.size - offset));
    const bytes = into ?? Buffer.allocUnsafeSlow(wanted);
    let filled = 0;
    while (filled < wanted) {
      const { bytesRead } = await this.#file.read(bytes, filled, wanted - filled, offset + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}

export class MemorySource implements ByteSource {
  readonly name: string;
  readonly size: number;
  readonly path = null;
  readonly #bytes: Uint8Array;

  constructor(name: string, bytes: Uint8Array) {
    this.name = name;
    this.size = bytes.length;
    this.#bytes = bytes;
  }

  async *stream(start = 0): AsyncGenerator<Uint8Array> {
    for (let offset = start; offset < this.size; offset += READ_BYTES) yield this.#bytes.subarray(offset, offset + READ_BYTES);
  }

  read(offset: number, length: number): Promise<Uint8Array> {
    return Promise.resolve(this.#bytes.subarray(Math.max(0, offset), Math.max(0, offset + length)));
  }
}
