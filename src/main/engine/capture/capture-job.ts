/** The work of a capture's own thread: runs one source and gives it what it asks for. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { RefusedInput, type GameAdapter } from '../game-adapter.ts';
import { libraryFolder } from '../library/folder.ts';
import type { WriterOperations } from '../library/operations.ts';
import { ThreadCaller } from '../library/thread-call.ts';
import type { CaptureCommand, CaptureOrder, CaptureReport } from './capture-messages.ts';
import type { CaptureContext, ImportedFile, LiveRecording } from './capture-source.ts';
import { Recording } from './live-recording.ts';

/** Counters are told so often, ms. */
const COUNTERS_MS = 250;

/** Runs the order in `workerData`; the last report is 'stopped', unless the thread dies of a fault. */
export async function runCaptureJob(adapters: readonly GameAdapter[]): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('a capture runs as a thread');
  const order = workerData as CaptureOrder;
  const job = new CaptureJob(order, adapters, port);
  const refusal = await job.run();
  port.postMessage({ type: 'stopped', refusal } satisfies CaptureReport);
  port.close();
  order.writer.close();
}

class CaptureJob {
  readonly #order: CaptureOrder;
  readonly #adapters: readonly GameAdapter[];
  readonly #port: MessagePort;
  readonly #writer: ThreadCaller<WriterOperations>;
  readonly #stop = new AbortController();
  readonly #recordings = new Map<string, Recording>();
  readonly #counters: Record<string, number> = {};
  readonly #imports = new Map<number, (result: ImportedFile) => void>();
  #importCalls = 0;
  #countersTimer: NodeJS.Timeout | null = null;

  constructor(order: CaptureOrder, adapters: readonly GameAdapter[], port: MessagePort) {
    this.#order = order;
    this.#adapters = adapters;
    this.#port = port;
    this.#writer = new ThreadCaller(order.writer);
    port.on('message', (command: CaptureCommand) => this.#obey(command));
  }

  /** Until it is told to stop; the sentence when the source refuses. What it leaves open is ended. */
  async run(): Promise<string | null> {
    const { id } = this.#order;
    const found = this.#adapters
      .flatMap((adapter) => (adapter.captures ?? []).map((source) => ({ adapter, source })))
      .find(({ source }) => source.id === id);
    if (found === undefined) throw new Error(`there is no capture ${id}`);
    try {
      await found.source.run(found.source.settings.parse(this.#order.settings), this.#context(found.adapter));
      return null;
    } catch (error) {
      if (error instanceof RefusedInput) return error.message;
      if (!this.#stop.signal.aborted) throw error;
      return null; // the reason that it was told to stop for
    } finally {
      await Promise.all(Array.from(this.#recordings.values(), (recording) => recording.end()));
      this.#tellCounters();
    }
  }

  #context(adapter: GameAdapter): CaptureContext {
    const folder = libraryFolder(this.#order.libraryDir);
    return {
      signal: this.#stop.signal,
      begin: (recording) => this.#begin(adapter, recording),
      importFile: (path, name) => this.#import(path, name),
      state: ({ phase, message }) => this.#tell({ type: 'state', phase, message }),
      address: (address) => this.#tell({ type: 'address', address }),
      count: (name, by = 1) => this.#count(name, by),
      tmpDir: folder.tmp,
      inboxDir: folder.captures,
    };
  }

  #obey(command: CaptureCommand): void {
    switch (command.type) {
      case 'stop':
        this.#stop.abort();
        return;
      case 'follow': {
        const recording = this.#recordings.get(command.session);
        if (recording === undefined) {
          command.port.postMessage('end');
          command.port.close();
        } else recording.follow(command.port);
        return;
      }
      case 'imported':
        this.#imports.get(command.call)?.(command.result);
        this.#imports.delete(command.call);
    }
  }

  async #begin(adapter: GameAdapter, { format, name }: { readonly format: string; readonly name: string }): Promise<LiveRecording> {
    const id = randomUUID();
    const folder = libraryFolder(this.#order.libraryDir);
    const since = new Date().toISOString();
    const tellOf = (title: string): void => this.#tell({ type: 'session', session: { id, title, since } });
    const recording = await Recording.begin({
      id,
      game: adapter.id,
      format,
      name,
      originalPath: join(folder.captures, id),
      tempDir: folder.tmp,
      writer: this.#writer,
      onRefresh: tellOf,
      onEnd: () => {
        this.#recordings.delete(id);
        this.#tell({ type: 'ended', session: id });
      },
      // Its original is whole: when this thread is gone, the session is read from there.
      onFault: (error) =>
        queueMicrotask(() => {
          throw error;
        }),
    });
    this.#recordings.set(id, recording);
    tellOf(name);
    return recording;
  }

  #import(path: string, name: string): Promise<ImportedFile> {
    const call = this.#importCalls++;
    return new Promise((resolve) => {
      this.#imports.set(call, resolve);
      this.#tell({ type: 'import', call, path, name });
    });
  }

  #count(name: string, by: number): void {
    this.#counters[name] = (this.#counters[name] ?? 0) + by;
    this.#countersTimer ??= setTimeout(() => this.#tellCounters(), COUNTERS_MS);
  }

  #tellCounters(): void {
    if (this.#countersTimer === null) return;
    clearTimeout(this.#countersTimer);
    this.#countersTimer = null;
    this.#tell({ type: 'counters', counters: this.#counters });
  }

  #tell(report: CaptureReport): void {
    this.#port.postMessage(report);
  }
}
