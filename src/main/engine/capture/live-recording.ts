/** One session while it is recorded: its original grows, its full chunks go to the library, and whoever watches is told what is new. */
import type { MessagePort } from 'node:worker_threads';
import { LiveCounts } from '../career/live-counts.ts';
import type { CareerProvider } from '../career/provider.ts';
import { EventSpark } from '../import/event-spark.ts';
import { finishedSession } from '../library/finished-session.ts';
import type { FinishedSession, WriterOperations } from '../library/operations.ts';
import type { ThreadCaller } from '../library/thread-call.ts';
import type { SessionSink } from '../session-sink.ts';
import { SessionWriter } from '../session-writer.ts';
import { zstd } from '../zstd.ts';
import type { LiveRecording } from './capture-source.ts';
import { Follower, type FollowerItem } from './follower.ts';
import { LiveTail, type Delta } from './live-tail.ts';
import { LiveTarget } from './live-target.ts';
import { OriginalFile } from './original-file.ts';

/** Between two deltas, ms. */
const TICK_MS = 100;
/** Between two times that the library's row is brought up to date, ms. */
const REFRESH_MS = 5000;

export interface RecordingOptions {
  readonly id: string;
  readonly game: string;
  readonly format: string;
  /** File name of the original, for people. */
  readonly name: string;
  /** The original is kept as gzip. */
  readonly packed: boolean;
  readonly originalPath: string;
  readonly tempDir: string;
  readonly writer: ThreadCaller<WriterOperations>;
  /** What the game counts of its people. */
  readonly career?: CareerProvider | undefined;
  /** The library's row changed; `title`: that of the session. */
  readonly onRefresh: (title: string) => void;
  /** It has become an ordinary session, or is gone. */
  readonly onEnd: () => void;
  /** Its chunks cannot be stored any more. */
  readonly onFault: (error: Error) => void;
}

export class Recording implements LiveRecording {
  readonly id: string;
  readonly sink: SessionSink;
  readonly originalPath: string;
  readonly #options: RecordingOptions;
  readonly #tail = new LiveTail(zstd);
  readonly #target: LiveTarget;
  readonly #writer: SessionWriter;
  readonly #original: OriginalFile;
  readonly #followers = new Set<Follower>();
  readonly #spark = new EventSpark();
  readonly #counts = new LiveCounts();
  #sparked = 0;
  #refreshedAt = performance.now();
  #isShown = false;
  #ticking: Promise<void> = Promise.resolve();
  #wake: () => void = () => undefined;
  #ended: Promise<void> | null = null;
  #fault: Error | null = null;

  private constructor(options: RecordingOptions) {
    this.#options = options;
    this.id = options.id;
    this.originalPath = options.originalPath;
    this.#original = new OriginalFile(options.originalPath);
    this.#target = new LiveTarget(options.writer, options.id);
    this.#writer = new SessionWriter({
      target: this.#target,
      compression: zstd,
      signal: new AbortController().signal, // it is ended, never cancelled
      tempDir: options.tempDir,
      live: this.#tail,
      career: options.career,
    });
    this.#writer.header({ game: options.game, format: options.format });
    this.sink = this.#writer;
  }

  /** Resolves when the library has its row, without which no original is written. */
  static async begin(options: RecordingOptions): Promise<Recording> {
    const recording = new Recording(options);
    const { id, name, writer } = options;
    await writer.call('beginLive', { id, name, session: recording.#described() });
    recording.#ticking = recording.#tick();
    return recording;
  }

  append(bytes: Uint8Array): Promise<void> {
    if (this.#ended !== null) return Promise.reject(new Error('the recording has ended'));
    return this.#original.append(bytes);
  }

  follow(port: MessagePort): void {
    const follower = new Follower(
      port,
      () => this.#wake(),
      () => this.#unfollow(follower),
    );
    if (this.#ended !== null) return follower.end();
    if (this.#followers.size === 0) this.#tail.watch(this.#writer.held());
    this.#followers.add(follower);
    this.#wake();
  }

  end(): Promise<void> {
    this.#ended ??= this.#end();
    return this.#ended;
  }

  #unfollow(follower: Follower): void {
    if (this.#followers.delete(follower) && this.#followers.size === 0) this.#tail.unwatch();
  }

  async #end(): Promise<void> {
    this.#wake();
    await this.#ticking;
    if (this.#fault !== null) throw this.#fault;
    this.#tell();
    await this.#store();
    this.#options.onEnd();
    for (const follower of this.#followers) follower.end();
    this.#followers.clear();
  }

  async #store(): Promise<void> {
    const { id, name, packed, tempDir, writer } = this.#options;
    const held = this.#writer.held();
    const isEmpty = this.#tail.isEmpty && held.events.count === 0;
    try {
      const original = await this.#original.close(packed && !isEmpty ? tempDir : null);
      if (isEmpty || original === null) {
        await writer.call('dropLive', { id });
      } else {
        await this.#writer.finish();
        const career = this.#writer.career();
        const session = career === undefined ? this.#described() : { ...this.#described(), career };
        await writer.call('finishLive', { id, name: packed ? `${name}.gz` : name, ...original, session });
      }
      await this.#original.remove(); // the library has it, under its hash
    } finally {
      this.#writer.discard();
    }
  }

  /** Goes on until the end. */
  async #tick(): Promise<void> {
    try {
      while (this.#ended === null) {
        const start = performance.now();
        await this.#writer.drain();
        this.#tell();
        await this.#refresh();
        await this.#count();
        const rest = TICK_MS - (performance.now() - start);
        if (this.#ended === null) await this.#pause(Math.max(rest, 0));
      }
    } catch (error) {
      this.#fault = error instanceof Error ? error : new Error(String(error));
      this.#options.onFault(this.#fault);
    }
  }

  /** Until the time is over, or somebody is in a hurry. */
  async #pause(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = () => undefined;
  }

  /** Nothing is awaited here, so that what is told fits together. */
  #tell(): void {
    const sealed = this.#target.newChunks();
    if (this.#followers.size === 0) return;
    const held = this.#writer.held();
    const changes = this.#tail.delta(held, performance.now());
    let delta: FollowerItem | null = null;
    if (changes !== null || sealed.length > 0) {
      const some: Delta = changes ?? { durationMs: held.durationMs, frames: held.frames, tail: [null, null] };
      delta = { kind: 'delta', ...some, ...(sealed.length > 0 ? { sealed } : {}) };
    }
    let opening: FollowerItem | null = null;
    for (const follower of this.#followers) {
      if (!follower.hasRoom) {
        if (delta !== null) follower.needsOpening = true;
      } else if (follower.needsOpening) {
        opening ??= { kind: 'opening', chunks: [...this.#target.chunks], ...this.#tail.opening(held) };
        follower.send(opening);
        follower.needsOpening = false;
      } else if (delta !== null) follower.send(delta);
    }
  }

  async #refresh(): Promise<void> {
    const now = performance.now();
    if (this.#isShown ? now - this.#refreshedAt < REFRESH_MS : this.#tail.isEmpty) return;
    this.#isShown = true;
    this.#refreshedAt = now;
    const session = this.#described();
    await this.#options.writer.call('refreshLive', { id: this.id, session });
    this.#options.onRefresh(session.info.title);
  }

  /** Brings the statistics of its people up to date. */
  async #count(): Promise<void> {
    const { id, writer } = this.#options;
    const events = this.#writer.held().events.count;
    if (!this.#isShown || !this.#counts.isDue(events, performance.now())) return;
    const counted = this.#writer.counted();
    const career = counted === null ? null : this.#counts.changes(counted);
    if (career !== null) await writer.call('addLiveCareer', { id, career });
  }

  #described(): FinishedSession {
    const held = this.#writer.held();
    this.#spark.addColumns(held.events.since(this.#sparked));
    this.#sparked = held.events.count;
    const info = held.info();
    return finishedSession(
      {
        info: info.title === '' ? { ...info, title: this.#options.name } : info,
        entities: Array.from({ length: held.entityCount }, (_, id) => held.entity(id)),
        strings: [...held.strings],
        overview: held.overview(),
        spark: this.#spark.counts(info.durationMs),
      },
      this.#target.storedBytes,
    );
  }
}
