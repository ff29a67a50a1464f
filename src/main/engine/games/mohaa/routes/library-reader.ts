/** Asks the thread that reads the library. */
import { Worker } from 'node:worker_threads';
import { ThreadCaller } from '../../../library/thread-call.ts';

export interface Answering {
  /** `route`: index in ROUTES; `values`: validated. */
  answer(args: { readonly route: number; readonly values: unknown }): { readonly status: number; readonly json: string };
}

const LIMITS = { maxOldGenerationSizeMb: 512 };
/** Of all that was asked and is not answered. */
const MOST_WAITING = 256;

export class LibraryReader {
  readonly #databasePath: string;
  #thread: Worker | null = null;
  #caller: ThreadCaller<Answering> | null = null;
  #waiting = 0;

  constructor(databasePath: string) {
    this.#databasePath = databasePath;
  }

  /** Null when too much was asked at once. */
  async answer(route: number, values: unknown): Promise<ReturnType<Answering['answer']> | null> {
    if (this.#waiting >= MOST_WAITING) return null;
    this.#waiting++;
    try {
      return await this.#ask().call('answer', { route, values });
    } finally {
      this.#waiting--;
    }
  }

  async close(): Promise<void> {
    await this.#thread?.terminate();
    this.#thread = null;
    this.#caller = null;
  }

  /** A thread that died is begun again by the next question. */
  #ask(): ThreadCaller<Answering> {
    if (this.#caller !== null) return this.#caller;
    const thread = new Worker(new URL('./mohaa-routes-worker.ts', import.meta.url), {
      workerData: { databasePath: this.#databasePath },
      resourceLimits: LIMITS,
    });
    const caller = new ThreadCaller<Answering>(thread);
    thread.on('exit', () => {
      if (this.#thread !== thread) return;
      this.#thread = null;
      this.#caller = null;
    });
    this.#thread = thread;
    this.#caller = caller;
    return caller;
  }
}
