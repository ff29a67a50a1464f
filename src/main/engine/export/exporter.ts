/** Runs exports, each in a thread of its own, to a place that a person chose or to a one-time download. */
import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ExportReport } from '../../../shared/engine-api.ts';
import { claimName } from '../convert/free-name.ts';
import type { Downloads } from '../downloads.ts';
import { RefusedInput } from '../game-adapter.ts';
import type { Library } from '../library/library.ts';
import { nameOf, type ExportAnswer, type ExportOrder } from './export-messages.ts';

export interface ExportRequest {
  readonly id: string;
  /** ExportTarget.id */
  readonly format: string;
  /** Null: to a download. */
  readonly path: string | null;
  /** Packed or not where the path does not say so; null as the format usually is. */
  readonly gzip?: boolean | null;
}

const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };

export class Exporter {
  readonly #library: Library;
  readonly #downloads: Downloads;
  readonly #running = new Set<Worker>();

  constructor(library: Library, downloads: Downloads) {
    this.#library = library;
    this.#downloads = downloads;
  }

  /** Null when there is no such session. What was there is replaced only by a complete export. */
  async run(
    { id, format, path, gzip = path === null ? null : path.endsWith('.gz') }: ExportRequest,
    signal: AbortSignal,
  ): Promise<(ExportReport & { readonly download: string | null }) | null> {
    const download = path === null ? randomUUID() : null;
    const target = path ?? join(this.#library.folder.tmp, `export-${download}`);
    const part = path === null ? target : `${path}.part`;
    try {
      const answer = await this.#runThread({ id, format, path: part, gzip, reader: this.#library.portTo('reader') }, signal);
      if (answer === null) return null;
      if (part !== target) await rename(part, target);
      if (download !== null) await this.#downloads.offer(download, { path: target, name: answer.name });
      return { bytes: answer.bytes, warnings: answer.warnings, download };
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  /** Into a folder, under the session's title or a name like it that nothing has there yet. Null when there is no such session. */
  async runInto(
    folder: string,
    { id, format, extension }: Pick<ExportRequest, 'id' | 'format'> & { readonly extension: string },
    signal: AbortSignal,
  ): Promise<(ExportReport & { readonly download: null }) | null> {
    const original = await this.#library.read('originalOf', { id });
    if (original === null) return null;
    const claimed = await claimName(folder, nameOf(original.sessions.find((session) => session.id === id)?.title ?? ''), extension);
    try {
      const answer = await this.run({ id, format, path: claimed.part, gzip: null }, signal);
      if (answer !== null) await claimed.settle();
      return answer === null ? null : { ...answer, download: null };
    } finally {
      await rm(claimed.part, { force: true });
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#running].map(async (thread) => await thread.terminate()));
  }

  async #runThread(order: ExportOrder, signal: AbortSignal): Promise<Extract<ExportAnswer, { state: 'done' }> | null> {
    const thread = new Worker(new URL('./export-worker.ts', import.meta.url), {
      workerData: order,
      transferList: [order.reader],
      resourceLimits: LIMITS,
    });
    this.#running.add(thread);
    const stop = (): void => void thread.terminate();
    signal.addEventListener('abort', stop, { once: true });
    try {
      const answer = await new Promise<ExportAnswer>((resolve, reject) => {
        thread.once('message', resolve);
        thread.once('error', reject);
        thread.once('exit', () => reject(new Error('the export ended without an answer')));
      });
      signal.throwIfAborted();
      if (answer.state === 'refused') throw new RefusedInput(answer.message);
      return answer.state === 'done' ? answer : null;
    } finally {
      signal.removeEventListener('abort', stop);
      this.#running.delete(thread);
    }
  }
}
