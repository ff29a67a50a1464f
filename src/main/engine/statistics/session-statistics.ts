/** Statistics of the library's sessions: counted in a thread of their own, one session at a time, and kept in memory as long as the session stays what it was. */
import { Worker } from 'node:worker_threads';
import { RefusedInput } from '../game-adapter.ts';
import type { Library } from '../library/library.ts';
import type { StatisticsAnswer, StatisticsOrder } from './statistics-messages.ts';

const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };
/** Sessions whose statistics are kept; the one that was not asked for longest goes first. */
const MOST_KEPT = 8;

interface Run {
  readonly answer: Promise<Uint8Array | null>;
  readonly abort: AbortController;
  waiting: number;
}

export class SessionStatistics {
  readonly #library: Library;
  /** By session and state of its row. */
  readonly #kept = new Map<string, Uint8Array>();
  readonly #runs = new Map<string, Run>();
  #last: Promise<unknown> = Promise.resolve();
  #thread: Worker | null = null;
  #closed = false;

  constructor(library: Library) {
    this.#library = library;
  }

  /** As `encodeStatistics` wrote them; null when there is no such session. Who asks for what is being counted already waits for the same run. */
  async of(id: string, signal: AbortSignal): Promise<Uint8Array | null> {
    const session = await this.#library.read('session', { id });
    if (session === null) return null;
    const { status, importedAt, durationMs, frames, events, libraryBytes } = session.row;
    const key = [id, status, importedAt, durationMs, frames, events, libraryBytes].join(' ');
    const kept = this.#kept.get(key);
    if (kept !== undefined) {
      this.#keep(key, kept);
      return kept;
    }
    return await this.#join(this.#runs.get(key) ?? this.#begin(key, id), signal);
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { abort } of this.#runs.values()) abort.abort();
    await this.#thread?.terminate();
  }

  #begin(key: string, id: string): Run {
    const abort = new AbortController();
    const answer = this.#last.then(async () => {
      const bytes = await this.#runThread(id, abort.signal);
      if (bytes !== null) this.#keep(key, bytes);
      return bytes;
    });
    const run: Run = { answer, abort, waiting: 0 };
    this.#runs.set(key, run);
    this.#last = answer.catch(() => undefined).finally(() => this.#runs.delete(key));
    return run;
  }

  /** A run that nobody waits for any more ends. */
  async #join(run: Run, signal: AbortSignal): Promise<Uint8Array | null> {
    run.waiting++;
    const leave = (): void => {
      run.waiting--;
      if (run.waiting === 0) run.abort.abort();
    };
    signal.addEventListener('abort', leave, { once: true });
    try {
      return await run.answer;
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  #keep(key: string, bytes: Uint8Array): void {
    this.#kept.delete(key);
    this.#kept.set(key, bytes);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }

  async #runThread(id: string, signal: AbortSignal): Promise<Uint8Array | null> {
    signal.throwIfAborted();
    if (this.#closed) throw new RefusedInput('The library is being closed.');
    const reader = this.#library.portTo('reader');
    const thread = new Worker(new URL('./statistics-worker.ts', import.meta.url), {
      workerData: { id, reader } satisfies StatisticsOrder,
      transferList: [reader],
      resourceLimits: LIMITS,
    });
    this.#thread = thread;
    const stop = (): void => void thread.terminate();
    signal.addEventListener('abort', stop, { once: true });
    try {
      const answer = await new Promise<StatisticsAnswer>((resolve, reject) => {
        thread.once('message', resolve);
        thread.once('error', reject);
        thread.once('exit', () => reject(new Error('the statistics ended without an answer')));
      });
      signal.throwIfAborted();
      if (answer.state === 'refused') throw new RefusedInput(answer.message);
      return answer.state === 'done' ? answer.bytes : null;
    } finally {
      signal.removeEventListener('abort', stop);
      this.#thread = null;
    }
  }
}
