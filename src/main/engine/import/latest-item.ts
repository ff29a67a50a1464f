/** Sends the newest of a row of reports as fast as its receiver takes them: a slow one misses reports in between, never the last, and never an overview that came with one. */
import type { ImportProgress } from '../../../shared/engine-api.ts';

export class LatestItem {
  readonly #emit: (item: ImportProgress) => Promise<void>;
  #next: ImportProgress | null = null;
  #sending: Promise<void> | null = null;

  constructor(emit: (item: ImportProgress) => Promise<void>) {
    this.#emit = emit;
  }

  push(item: ImportProgress): void {
    const { overview, preview } = this.#next ?? {};
    this.#next = overview === undefined || preview === undefined ? item : { overview, preview, ...item };
    this.#sending ??= this.#send();
  }

  /** When everything was taken. */
  async drained(): Promise<void> {
    await this.#sending;
  }

  async #send(): Promise<void> {
    while (this.#next !== null) {
      const item = this.#next;
      this.#next = null;
      await this.#emit(item);
    }
    this.#sending = null;
  }
}
