/** Runs conversions, each in a thread, into a folder that a person chose or to a one-time download. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConversionProgress, FileConversion } from '../../../shared/engine-api.ts';
import type { Downloads } from '../downloads.ts';
import { type GameAdapter, RefusedInput } from '../game-adapter.ts';
import type { ConvertOrder } from './convert-messages.ts';
import type { ConversionResult } from './convert-recording.ts';
import { ConvertThread } from './convert-thread.ts';
import { claimName } from './free-name.ts';
import { lookAtFile } from './look-at-file.ts';
import { needsRecording, ONLY_SESSION } from './targets.ts';

export interface ConversionRequest {
  readonly path: string;
  readonly name: string;
  /** Target.id */
  readonly to: string;
  /** Where the new file goes, beside what is there; null: to a download. */
  readonly folder: string | null;
}

/** A thread without work ends after this time, ms. */
const IDLE_MS = 10_000;
const NAME_LENGTH = 200;

export class FileConverter {
  readonly #adapters: readonly GameAdapter[];
  readonly #endings: readonly string[];
  readonly #tmpDir: string;
  readonly #downloads: Downloads;
  readonly #running = new Map<AbortController, Promise<unknown>>();
  /** Threads without work, and when each ends. */
  readonly #idle: { readonly thread: ConvertThread; readonly ending: NodeJS.Timeout }[] = [];

  constructor(adapters: readonly GameAdapter[], tmpDir: string, downloads: Downloads) {
    this.#adapters = adapters;
    this.#endings = adapters
      .flatMap(({ formats }) => formats.flatMap(({ extensions }) => extensions))
      .map((extension) => (extension.startsWith('.') ? extension : `.${extension}`).toLowerCase())
      .toSorted((a, b) => b.length - a.length);
    this.#tmpDir = tmpDir;
    this.#downloads = downloads;
  }

  /** Throws RefusedInput with one sentence, and the signal's reason when aborted; nothing is left behind then. */
  async run(request: ConversionRequest, signal: AbortSignal, onProgress: (progress: ConversionProgress) => void): Promise<FileConversion> {
    const stop = new AbortController();
    const work = this.#convert(request, AbortSignal.any([signal, stop.signal]), onProgress);
    this.#running.set(
      stop,
      work.catch(() => undefined),
    );
    try {
      return await work;
    } finally {
      this.#running.delete(stop);
    }
  }

  /** Stops what runs and waits until it is gone. */
  async close(): Promise<void> {
    for (const stop of this.#running.keys()) stop.abort(new RefusedInput('Sandtable ends; nothing was written.'));
    await Promise.all(this.#running.values());
    await Promise.all(
      this.#idle.splice(0).map(async ({ thread, ending }) => {
        clearTimeout(ending);
        await thread.end();
      }),
    );
  }

  async #convert(
    { path, name, to, folder }: ConversionRequest,
    signal: AbortSignal,
    onProgress: (progress: ConversionProgress) => void,
  ): Promise<FileConversion> {
    const looked = await lookAtFile(path, name, this.#adapters);
    const target = looked.targets.find(({ id }) => id === to);
    if (target === undefined) {
      const why = needsRecording(looked, ({ id }) => id === to) ? ONLY_SESSION : 'cannot become that.';
      throw new RefusedInput(`${name} ${why}`);
    }
    signal.throwIfAborted();
    const stem = this.#stem(name);
    const download = folder === null ? randomUUID() : null;
    const claimed = folder === null ? null : await claimName(folder, stem, target.extension);
    const part = claimed?.part ?? join(this.#tmpDir, `convert-${download}`);
    try {
      const result = await this.#runThread({ path, name, to, out: part, tempDir: this.#tmpDir }, signal, onProgress);
      const newName = claimed === null ? `${stem}${target.extension}` : await claimed.settle();
      if (download !== null) await this.#downloads.offer(download, { path: part, name: newName });
      return { ...result, name: newName, download };
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  async #runThread(
    order: ConvertOrder,
    signal: AbortSignal,
    onProgress: (progress: ConversionProgress) => void,
  ): Promise<ConversionResult> {
    const kept = this.#idle.pop();
    clearTimeout(kept?.ending);
    const thread = kept === undefined || kept.thread.isGone ? new ConvertThread() : kept.thread;
    try {
      return await thread.convert(order, signal, onProgress);
    } finally {
      if (!thread.isGone) this.#keep(thread);
    }
  }

  #keep(thread: ConvertThread): void {
    const idle = {
      thread,
      ending: setTimeout(() => {
        this.#idle.splice(this.#idle.indexOf(idle), 1);
        void thread.end();
      }, IDLE_MS).unref(),
    };
    this.#idle.push(idle);
  }

  /** "match.json.gz" -> "match". */
  #stem(name: string): string {
    const ending = this.#endings.find((candidate) => name.length > candidate.length && name.toLowerCase().endsWith(candidate));
    const stem = ending === undefined ? name.replace(/(?<=.)\.[^.]*$/, '') : name.slice(0, -ending.length);
    return stem.slice(0, NAME_LENGTH);
  }
}
