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
import { TokenCheck } from './sender-tokens.ts';

/** Counters are told so often, ms. */
const COUNTERS_MS = 250;
/** That a token was shown is told so often, ms. */
const HEARD_MS = 5000;

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
  readonly #tokens = new TokenCheck();
  readonly #tokensMade = new Map<number, (made: Extract<CaptureCommand, { type: 'tokenMade' }>['made']) => void>();
  /** By token: when it was last told that it was shown. */
  readonly #heard = new Map<string, number>();
  #calls = 0;
  #countersTimer: NodeJS.Timeout | null = null;

  constructor(order: CaptureOrder, adapters: readonly GameAdapter[], port: MessagePort) {
    this.#order = order;
    this.#adapters = adapters;
    this.#port = port;
    this.#writer = new ThreadCaller(order.writer);
    this.#tokens.set(order.tokens);
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
      log: (event, fields = {}) => this.#tell({ type: 'log', event, fields }),
      count: (name, by = 1) => this.#count(name, by),
      tokens: {
        find: (secret) => this.#find(secret),
        nameOf: (id) => this.#tokens.nameOf(id),
        make: (name, key) => this.#makeToken(name, key),
      },
      claimPlayer: (player, prefix) => this.#writer.call('claimPlayer', { game: adapter.id, player, prefix }),
      checkLibrary: async () => {
        await this.#writer.call('setSetting', { name: 'library.checked', value: JSON.stringify(new Date().toISOString()) });
      },
      databasePath: folder.database,
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
        return;
      case 'tokens':
        this.#tokens.set(command.tokens);
        this.#tell({ type: 'tokensTaken', call: command.call });
        return;
      case 'tokenMade':
        this.#tokensMade.get(command.call)?.(command.made);
        this.#tokensMade.delete(command.call);
    }
  }

  async #begin(adapter: GameAdapter, { format, name, packed = false }: Parameters<CaptureContext['begin']>[0]): Promise<LiveRecording> {
    const id = randomUUID();
    const folder = libraryFolder(this.#order.libraryDir);
    const since = new Date().toISOString();
    const tellOf = (title: string): void => this.#tell({ type: 'session', session: { id, title, since } });
    const recording = await Recording.begin({
      id,
      game: adapter.id,
      format,
      name,
      packed,
      originalPath: join(folder.captures, id),
      tempDir: folder.tmp,
      writer: this.#writer,
      career: adapter.career,
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
    const call = this.#calls++;
    return new Promise((resolve) => {
      this.#imports.set(call, resolve);
      this.#tell({ type: 'import', call, path, name });
    });
  }

  #find(secret: string): { readonly id: string; readonly name: string } | null {
    const token = this.#tokens.find(secret);
    if (token === null) return null;
    const now = performance.now();
    if (now - (this.#heard.get(token.id) ?? -Infinity) >= HEARD_MS) {
      this.#heard.set(token.id, now);
      this.#tell({ type: 'heard', token: token.id });
    }
    return token;
  }

  async #makeToken(name: string, key: string): Promise<{ readonly id: string; readonly secret: string }> {
    const call = this.#calls++;
    const made = await new Promise<Extract<CaptureCommand, { type: 'tokenMade' }>['made']>((resolve) => {
      this.#tokensMade.set(call, resolve);
      this.#tell({ type: 'makeToken', call, name, key });
    });
    if ('refusal' in made) throw new RefusedInput(made.refusal);
    return made;
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
