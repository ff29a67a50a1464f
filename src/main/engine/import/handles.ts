/** Files and folders that may be read or written, by random names that a page may hold: it never sees or sends a path. */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';

export interface MintedFile {
  readonly path: string;
  readonly name: string;
  /** folder: new files may be put into it. */
  readonly access: 'read' | 'write' | 'folder';
  /** Ours, in the library's tmp folder: may be moved, and goes after its use. */
  readonly temporary: boolean;
}

/** Oldest are forgotten beyond this. */
const MOST = 10_000;

export class Handles {
  readonly #files = new Map<string, MintedFile>();

  mint(file: Omit<MintedFile, 'name'> & { readonly name?: string }, handle: string = randomUUID()): string {
    this.#files.set(handle, { ...file, name: file.name ?? basename(file.path) });
    const [oldest] = this.#files.keys();
    if (this.#files.size > MOST && oldest !== undefined) this.#files.delete(oldest);
    return handle;
  }

  get(handle: string, access: MintedFile['access']): MintedFile | null {
    const file = this.#files.get(handle);
    return file?.access === access ? file : null;
  }

  forget(handle: string): void {
    this.#files.delete(handle);
  }
}
