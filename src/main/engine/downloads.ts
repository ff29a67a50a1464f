/** Files that a page asked for and fetches once, from the library's tmp folder. */
import { rm } from 'node:fs/promises';

export interface Download {
  /** Whoever took it removes it. */
  readonly path: string;
  readonly name: string;
}

export class Downloads {
  readonly #most: number;
  readonly #waiting = new Map<string, Download>();

  /** `most`: beyond so many that nobody fetched, the oldest goes. */
  constructor(most: number) {
    this.#most = most;
  }

  async offer(id: string, download: Download): Promise<void> {
    this.#waiting.set(id, download);
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size <= this.#most || oldest === undefined) return;
    const dropped = this.take(oldest);
    if (dropped !== null) await rm(dropped.path, { force: true });
  }

  /** Null when there is no such download (any more). */
  take(id: string): Download | null {
    const download = this.#waiting.get(id) ?? null;
    this.#waiting.delete(id);
    return download;
  }
}
