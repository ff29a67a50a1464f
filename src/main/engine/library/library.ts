/** The library as the engine's main thread sees it: a lock, one writer thread, reader threads. No SQL runs here. */
import { EventEmitter } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import type { LibraryChange } from '../../../shared/engine-api.ts';
import { libraryFolder, type LibraryFolder } from './folder.ts';
import { takeLock, type Lock } from './lock.ts';
import type { ReaderOperations, WriterOperations } from './operations.ts';
import { failureOf, ThreadCaller, type Failure } from './thread-call.ts';

/** Old-generation heaps of the threads, MB: statements and one block at a time, so that a leak shows as an error and not as a full machine. */
const WRITER_LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 };
const READER_LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 8 };

export class Library {
  readonly folder: LibraryFolder;
  readonly #lock: Lock;
  readonly #writerThread: Worker;
  readonly #writer: ThreadCaller<WriterOperations>;
  readonly #readerThread: Worker;
  readonly #reader: ThreadCaller<ReaderOperations>;
  readonly #changes = new EventEmitter<{ change: [LibraryChange] }>();

  private constructor(folder: LibraryFolder, lock: Lock, writer: Worker, reader: Worker) {
    this.folder = folder;
    this.#lock = lock;
    this.#writerThread = writer;
    this.#readerThread = reader;
    this.#writer = new ThreadCaller(writer);
    this.#reader = new ThreadCaller(reader);
    this.#changes.setMaxListeners(0);
  }

  /** Opens or makes the library in `dir`. Rejects with RefusedInput, one sentence, when it belongs to somebody else, is newer or damaged. `port`: of serve, for the lock. */
  static async open(dir: string, port: number | null): Promise<Library> {
    const folder = libraryFolder(dir);
    mkdirSync(folder.dir, { recursive: true });
    const lock = takeLock(folder.lock, port);
    try {
      const reader = new Worker(new URL('./reader-worker.ts', import.meta.url), { workerData: { dir }, resourceLimits: READER_LIMITS });
      const writer = await startWriter(folder).catch(async (error: unknown) => {
        await reader.terminate();
        throw error;
      });
      rmSync(folder.tmp, { recursive: true, force: true });
      mkdirSync(folder.tmp);
      mkdirSync(folder.originals, { recursive: true });
      mkdirSync(folder.captures, { recursive: true });
      return new Library(folder, lock, writer, reader);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  write<K extends keyof WriterOperations>(op: K, args: Parameters<WriterOperations[K]>[0]): Promise<ReturnType<WriterOperations[K]>> {
    return this.#writer.call(op, args);
  }

  read<K extends keyof ReaderOperations>(op: K, args: Parameters<ReaderOperations[K]>[0]): Promise<ReturnType<ReaderOperations[K]>> {
    return this.#reader.call(op, args);
  }

  /** Has what is marked for removal removed, and the log folded into the database, without waiting for it. */
  settleSoon(): void {
    this.#writer.call('settle', {}).catch(() => undefined); // fails only when the library closes, which does the same
  }

  /** A port on which another thread talks to the writer (an import) or the reader (an export) by itself. */
  portTo(thread: 'writer' | 'reader'): MessagePort {
    const { port1, port2 } = new MessageChannel();
    (thread === 'writer' ? this.#writerThread : this.#readerThread).postMessage({ addPort: port1 }, [port1]);
    return port2;
  }

  /** Tells everybody who follows which sessions are new, changed or gone. */
  announce(sessions: readonly string[]): void {
    if (sessions.length > 0) this.#changes.emit('change', { sessions, annotations: [] });
  }

  /** Tells that what people added to these sessions is another. */
  announceAnnotations(sessions: readonly string[]): void {
    if (sessions.length > 0) this.#changes.emit('change', { sessions: [], annotations: sessions });
  }

  /** Returns unsubscribe. */
  onChange(listener: (change: LibraryChange) => void): () => void {
    this.#changes.on('change', listener);
    return () => this.#changes.off('change', listener);
  }

  /** After the commits that are under way. */
  async close(): Promise<void> {
    const gone = [this.#writerThread, this.#readerThread].map(
      (thread) => new Promise<void>((resolve) => void thread.once('exit', () => resolve())),
    );
    this.#readerThread.postMessage('close');
    this.#writerThread.postMessage('close');
    const awake = setInterval(() => undefined, 1 << 30); // idle threads keep no process alive, and this one must live until they are gone
    await Promise.all(gone);
    clearInterval(awake);
    this.#lock.release();
  }
}

async function startWriter(folder: LibraryFolder): Promise<Worker> {
  const writer = new Worker(new URL('./writer-worker.ts', import.meta.url), {
    workerData: { dir: folder.dir },
    resourceLimits: WRITER_LIMITS,
  });
  const opened = await new Promise<{ opened: true } | { opened: false; error: Failure }>((resolve, reject) => {
    writer.once('message', resolve);
    writer.once('error', reject);
  });
  if (opened.opened) return writer;
  throw failureOf(opened.error);
}
