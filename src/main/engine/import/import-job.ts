/** The work of an import's own thread: original in, sessions out. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { FileSource } from '../byte-source.ts';
import { RefusedInput, type GameAdapter } from '../game-adapter.ts';
import { libraryFolder, originalPath, type LibraryFolder } from '../library/folder.ts';
import { linkOriginal } from '../library/keep-original.ts';
import type { KnownSession, WriterOperations } from '../library/operations.ts';
import { ThreadCaller } from '../library/thread-call.ts';
import { openSource } from '../open-source.ts';
import { readRecording } from '../read-recording.ts';
import { SessionWriter } from '../session-writer.ts';
import { zstd } from '../zstd.ts';
import type { ImportOrder, ImportReport } from './import-messages.ts';
import { ImportTarget, type Preview } from './import-target.ts';
import { writeSample } from './samples.ts';
import { type Copied, copyHashing, keepOriginal } from './take-original.ts';
import { throttled } from './throttle.ts';

const REPORT_MS = 100;

/** Runs the order in `workerData` and reports to the parent thread; the last report's state is not 'reading'. */
export async function runImportJob(adapters: readonly GameAdapter[]): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('an import runs as a thread');
  const order = workerData as ImportOrder;
  const abort = new AbortController();
  port.on('message', () => abort.abort(new CancelledImport()));
  const job = new ImportJob(order, adapters, abort.signal, (report) => port.postMessage(report));
  try {
    port.postMessage(await job.run());
  } catch (error) {
    port.postMessage(job.ending(error));
  }
  port.close();
  order.writer.close();
}

class CancelledImport extends Error {
  override readonly name = 'AbortError';
}

/** The session of a shared file is in the library. */
class KnownAlready extends Error {
  override readonly name = 'KnownAlready';
  readonly known: KnownSession;

  constructor(known: KnownSession) {
    const { title, added } = known;
    super(
      `Already in the library: ${title}.${added === 0 ? '' : ` ${added === 1 ? 'A note of this file was' : `${added} notes of this file were`} added to it.`}`,
    );
    this.known = known;
  }
}

class ImportJob {
  readonly #order: ImportOrder;
  readonly #adapters: readonly GameAdapter[];
  readonly #signal: AbortSignal;
  readonly #send: (report: ImportReport) => void;
  readonly #sendSometimes: (report: ImportReport) => void;
  readonly #folder: LibraryFolder;
  readonly #writer: ThreadCaller<WriterOperations>;
  /** Ids of the sessions that were begun. */
  readonly #begun: string[] = [];
  #bytesTotal = 0;
  #bytesDone = 0;
  #step = 'Opening';

  constructor(order: ImportOrder, adapters: readonly GameAdapter[], signal: AbortSignal, send: (report: ImportReport) => void) {
    this.#order = order;
    this.#adapters = adapters;
    this.#signal = signal;
    this.#send = send;
    this.#sendSometimes = throttled(REPORT_MS, send);
    this.#folder = libraryFolder(order.libraryDir);
    this.#writer = new ThreadCaller(order.writer);
  }

  async run(): Promise<ImportReport> {
    const original = await this.#takeOriginal();
    if ('state' in original) return original;
    const source = await FileSource.open(original.path, this.#order.from.name);
    try {
      this.#bytesTotal = source.size;
      await this.#read(source);
    } finally {
      await source.close();
    }
    const sessions = await this.#writer.call('completeImport', { import: this.#order.id });
    this.#bytesDone = this.#bytesTotal;
    return this.#report('done', sessions);
  }

  /** The last report of a job that threw. */
  ending(error: unknown): ImportReport {
    if (this.#signal.aborted) return this.#report('cancelled', []);
    if (error instanceof KnownAlready) return { ...this.#report('duplicate', [error.known.id]), message: error.message };
    if (error instanceof RefusedInput) return { ...this.#report('refused', []), message: error.message };
    console.error('import:', error);
    return { ...this.#report('failed', []), message: describe(error) };
  }

  async #takeOriginal(): Promise<{ readonly path: string } | ImportReport> {
    const { from, id } = this.#order;
    if (from.kind === 'original') {
      const path = originalPath(this.#folder.originals, from.sha256);
      await this.#writer.call('beginImport', { import: id, sha256: from.sha256, name: from.name, bytes: 0, again: true });
      return { path };
    }
    if (from.kind === 'capture') return await this.#takeCaptured(from);
    const file = from.kind === 'file' ? from : { path: await this.#makeSample(from.game), temporary: true };
    const copied = await this.#copy(file.path, file.temporary);
    try {
      const begun = await this.#writer.call('beginImport', {
        import: id,
        sha256: copied.sha256,
        name: from.name,
        bytes: copied.bytes,
        again: false,
      });
      if (begun.underWay) return { ...this.#report('duplicate', []), message: 'This file is being imported already.' };
      const [first] = begun.duplicates;
      if (first !== undefined) {
        const ids = begun.duplicates.map((session) => session.id);
        return { ...this.#report('duplicate', ids), message: `Already in the library: ${first.title}.` };
      }
      return { path: await keepOriginal(copied, this.#folder) };
    } finally {
      await rm(copied.path, { force: true }); // nothing when it was moved
    }
  }

  async #copy(path: string, move: boolean): Promise<Copied> {
    const source = await openSource(path, this.#adapters);
    try {
      this.#bytesTotal = source.size;
      return await copyHashing(source, this.#folder, move, this.#signal, (bytes) => {
        this.#step = `Copying, ${(bytes / 1e6).toFixed(0)} MB`;
        this.#sendSometimes(this.#report('reading', this.#begun));
      });
    } finally {
      await source.close();
    }
  }

  /** It stays where it is too, until its session is stored: whatever ends this thread, the next start finds it there. */
  async #takeCaptured({ path, name, session }: Extract<ImportOrder['from'], { kind: 'capture' }>): Promise<{ readonly path: string }> {
    const { sha256, bytes } = await this.#copy(path, true);
    const begun = await this.#writer.call('beginImport', { import: this.#order.id, sha256, name, bytes, again: false, captured: session });
    if (begun.underWay) throw new Error('the same recording is being imported');
    const original = originalPath(this.#folder.originals, sha256);
    linkOriginal(path, original);
    return { path: original };
  }

  async #makeSample(game: string): Promise<string> {
    this.#step = 'Making a sample';
    this.#send(this.#report('reading', this.#begun));
    return await writeSample(game, this.#folder.tmp);
  }

  async #read(source: FileSource): Promise<void> {
    let open: { readonly target: ImportTarget; readonly writer: SessionWriter } | null = null;
    const reading = readRecording(source, {
      adapters: this.#adapters,
      signal: this.#signal,
      openSession: async (adapter, format) => {
        const id = randomUUID();
        await this.#writer.call('beginSession', { import: this.#order.id, id, game: adapter.id, format: format.id });
        this.#begun.push(id);
        const target = new ImportTarget(this.#writer, this.#order.id, id, (preview) => this.#show(preview));
        const writer = new SessionWriter({
          target,
          compression: zstd,
          signal: this.#signal,
          tempDir: this.#folder.tmp,
          bytesTotal: source.size,
          career: adapter.career,
          onProgress: (bytesDone, step) => this.#progress(bytesDone, step),
        });
        open = { target, writer };
        return writer;
      },
      closeSession: async () => {
        if (open === null) return;
        const { target, writer } = open;
        await writer.finish();
        const known = await target.finish(this.#order.from.name, writer.career());
        open = null;
        if (known !== null) throw new KnownAlready(known);
      },
    });
    try {
      await reading;
    } finally {
      (open as { readonly writer: SessionWriter } | null)?.writer.discard();
    }
  }

  #progress(bytesDone: number, step: string): void {
    this.#bytesDone = bytesDone;
    this.#step = step;
    this.#sendSometimes(this.#report('reading', this.#begun));
  }

  #show({ overview, info, entities, strings }: Preview): void {
    this.#send({ ...this.#report('reading', this.#begun), overview, preview: { info, entities, strings } });
  }

  #report(state: ImportReport['state'], sessions: readonly string[]): ImportReport {
    return { step: this.#step, bytesDone: this.#bytesDone, bytesTotal: this.#bytesTotal, sessions, state };
  }
}

/** One sentence about what went wrong on our side or the machine's, without paths. */
function describe(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'The file is no longer there.';
    case 'EACCES':
    case 'EPERM':
      return 'The file may not be read.';
    case 'EISDIR':
      return 'This is a folder, not a file.';
    case 'ENOSPC':
    case 'SQLITE_FULL':
      return 'The disk of the library is full.';
    default:
      return 'Reading this file failed by a fault of Sandtable; nothing of it was kept.';
  }
}
