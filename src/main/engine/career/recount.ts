/** Has sessions counted that are not, or were counted by an older version of what their game brings: in the background, once after the start. */
import { Worker, type MessagePort } from 'node:worker_threads';
import type { Library } from '../library/library.ts';
import type { CareerProvider } from './provider.ts';

const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };

export interface RecountOrder {
  readonly sessions: readonly string[];
  readonly reader: MessagePort;
  readonly writer: MessagePort;
}

export class Recount {
  #thread: Worker | null = null;
  #closed = false;

  /** `careers`: by game. */
  start(library: Library, careers: ReadonlyMap<string, CareerProvider>): void {
    this.#run(library, careers).catch((error: unknown) => {
      if (!this.#closed) console.error('career:', error);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#thread?.terminate();
  }

  async #run(library: Library, careers: ReadonlyMap<string, CareerProvider>): Promise<void> {
    const sessions: string[] = [];
    for (const [game, { version }] of careers) sessions.push(...(await library.read('uncounted', { game, version })));
    if (sessions.length === 0 || this.#closed) return;
    const [reader, writer] = [library.portTo('reader'), library.portTo('writer')];
    const thread = new Worker(new URL('./recount-worker.ts', import.meta.url), {
      workerData: { sessions, reader, writer } satisfies RecountOrder,
      transferList: [reader, writer],
      resourceLimits: LIMITS,
    });
    this.#thread = thread;
    thread.unref();
    await new Promise<void>((resolve) => {
      thread.once('error', (error) => console.error('career:', error));
      thread.once('exit', () => resolve());
    });
    library.announce(sessions);
  }
}
