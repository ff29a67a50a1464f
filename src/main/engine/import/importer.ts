/** Runs imports, each in a thread of its own and at most two at once; whatever happens to that thread, the library and the others go on. */
import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Library } from '../library/library.ts';
import type { ImportOrder, ImportReport } from './import-messages.ts';

const AT_ONCE = 2;
/** Heap of an import's thread, MB; typed arrays lie outside of it. What needs more than this is not streaming. */
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 6 };
/** A thread that was asked to stop and does not is ended after this time, ms. */
const GRACE_MS = 3000;

const FAILED: ImportReport = {
  step: 'Stopped',
  bytesDone: 0,
  bytesTotal: 0,
  sessions: [],
  state: 'failed',
};

export class Importer {
  readonly #library: Library;
  readonly #worker: URL;
  readonly #isGentle: () => boolean;
  readonly #queue: (() => void)[] = [];
  readonly #running = new Map<AbortController, Promise<void>>();
  #free = AT_ONCE;

  /** `worker`: the module that each import's thread runs. `isGentle`: whether what begins now shall leave the processor to others. */
  constructor(library: Library, worker: URL, isGentle: () => boolean) {
    this.#isGentle = isGentle;
    this.#library = library;
    this.#worker = worker;
  }

  /** Reports as it goes; the returned report is the last one, and its state says how it ended. Never rejects for what is in the file. */
  async run(from: ImportOrder['from'], signal: AbortSignal, onReport: (report: ImportReport) => void): Promise<ImportReport> {
    const stop = new AbortController();
    const both = AbortSignal.any([signal, stop.signal]);
    const work = this.#runInTurn(from, both, onReport);
    const settled = work.then(
      () => undefined,
      () => undefined,
    );
    this.#running.set(stop, settled);
    try {
      return await work;
    } finally {
      this.#running.delete(stop);
    }
  }

  /** Cancels what runs and waits until it is gone. */
  async close(): Promise<void> {
    for (const stop of this.#running.keys()) stop.abort();
    await Promise.all(this.#running.values());
  }

  async #runInTurn(from: ImportOrder['from'], signal: AbortSignal, onReport: (report: ImportReport) => void): Promise<ImportReport> {
    await this.#turn();
    try {
      if (signal.aborted) return { ...FAILED, state: 'cancelled' };
      return await this.#runThread(from, signal, onReport);
    } finally {
      this.#free++;
      this.#queue.shift()?.();
    }
  }

  async #turn(): Promise<void> {
    while (this.#free === 0) await new Promise<void>((resolve) => void this.#queue.push(resolve));
    this.#free--;
  }

  async #runThread(from: ImportOrder['from'], signal: AbortSignal, onReport: (report: ImportReport) => void): Promise<ImportReport> {
    const id = randomUUID();
    const writer = this.#library.portTo('writer');
    const order: ImportOrder = { id, libraryDir: this.#library.folder.dir, from, writer, gentle: this.#isGentle() };
    const thread = new Worker(this.#worker, { workerData: order, transferList: [writer], resourceLimits: LIMITS });
    const begun = new Set<string>();
    const last = await endOf(thread, signal, (report) => {
      const isNew = report.sessions.some((session) => !begun.has(session));
      for (const session of report.sessions) begun.add(session);
      if (isNew) this.#library.announce(report.sessions);
      onReport(report);
    });
    // Also after a crash: the library forgets what did not end. Nothing happens when it was completed.
    await this.#library.write('dropImport', { import: id });
    this.#library.settleSoon();
    this.#library.announce([...new Set([...begun, ...last.sessions])]);
    return last;
  }
}

function endOf(thread: Worker, signal: AbortSignal, onReport: (report: ImportReport) => void): Promise<ImportReport> {
  return new Promise((resolve) => {
    let last: ImportReport | null = null;
    let failure = 'Reading this file failed by a fault of Sandtable; nothing of it was kept.';
    let grace: NodeJS.Timeout | undefined;
    const cancel = (): void => {
      thread.postMessage('cancel');
      grace = setTimeout(() => void thread.terminate(), GRACE_MS);
    };
    thread.on('message', (report: ImportReport) => {
      if (report.state === 'reading') onReport(report);
      else last = report;
    });
    thread.on('error', (error: unknown) => {
      console.error('import thread:', error);
      if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
        failure = 'Reading this file takes more memory than Sandtable allows itself; nothing of it was kept.';
      }
    });
    thread.on('exit', () => {
      clearTimeout(grace);
      signal.removeEventListener('abort', cancel);
      resolve(last ?? (signal.aborted ? { ...FAILED, state: 'cancelled' } : { ...FAILED, message: failure }));
    });
    if (signal.aborted) cancel();
    else signal.addEventListener('abort', cancel, { once: true });
  });
}
