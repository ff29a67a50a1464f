/** Follows a session that is being recorded: decodes what comes, in order, follows again when the engine was away, and ends with the session as the library keeps it. */
import type { EngineClient, LiveItem, LiveTail } from '../../../shared/engine-api.ts';
import type { GameProfile } from '../../../shared/games/profile.ts';
import type { Chunk } from '../../../shared/session/chunk.ts';
import type { Compression } from '../../../shared/session/envelope.ts';
import { EngineError } from '../../engine/api-error.ts';
import { words } from '../../words/words.ts';
import type { ChunkDecoder } from './chunk-decoder.ts';
import { LiveSession, type Opening } from './live-session.ts';
import type { Growth, LoadedSession, Tail } from './types.ts';

/** What a feed needs beside its session; the parts that tests replace. */
export interface FeedOptions {
  readonly client: EngineClient;
  readonly id: string;
  readonly zstd: Compression;
  /** The session as the library has it once it has ended. */
  readonly stored: (signal: AbortSignal) => Promise<LoadedSession>;
  /** ms before it asks again an engine that did not answer. */
  readonly wait: (ms: number) => Promise<void>;
}

export interface FeedListener {
  readonly onGrowth: (growth: Growth) => void;
  /** The session cannot be gone on with from what is known, or not at all: it has to be opened anew. */
  readonly onReplaced: () => void;
}

const AGAIN_MS = 1_000;
/** Session time between two looks at the overview, ms. */
const OVERVIEW_MS = 10_000;

export class LiveFeed {
  readonly #options: FeedOptions;
  readonly #live: LiveSession;
  readonly #abort: AbortController;
  /** In order of arrival; null stands for the end of the recording. */
  readonly #queue: (LiveItem | null)[];
  #decoder: ChunkDecoder | null = null;
  #listener: FeedListener | null = null;
  #pumping = false;
  #ended = false;
  #overviewAt: number;

  private constructor(options: FeedOptions, profile: GameProfile, opening: Opening, queue: (LiveItem | null)[], abort: AbortController) {
    this.#options = options;
    this.#live = new LiveSession(opening, profile, options.zstd);
    this.#queue = queue;
    this.#abort = abort;
    this.#overviewAt = opening.detail.info.durationMs;
  }

  /** Resolves with the first opening; rejects when the session is not being recorded (any more). `signal` ends the feed. */
  static open(options: FeedOptions, profile: GameProfile, signal: AbortSignal): Promise<LiveFeed> {
    const abort = new AbortController();
    signal.addEventListener('abort', () => abort.abort(), { once: true });
    return new Promise((resolve, reject) => {
      const queue: (LiveItem | null)[] = [];
      let feed: LiveFeed | null = null;
      const onItem = (item: LiveItem): void => {
        queue.push(item);
        if (feed === null && item.kind === 'opening') {
          try {
            feed = new LiveFeed(options, profile, item, queue, abort);
            resolve(feed);
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        }
        feed?.pump();
      };
      options.client.stream('sessions.follow', { id: options.id }, onItem, abort.signal).then(
        () => feed?.finish() ?? reject(new Error(words().panels.errors.ended)),
        (error: unknown) => (feed === null ? reject(error as Error) : feed.lost(error)),
      );
    });
  }

  get session(): LoadedSession {
    return this.#live.session;
  }

  /** From now on the listener hears of everything, beginning with the opening. */
  start(decoder: ChunkDecoder, listener: FeedListener): void {
    this.#decoder = decoder;
    this.#listener = listener;
    this.pump();
  }

  dispose(): void {
    this.#abort.abort();
    this.#listener = null;
  }

  finish(): void {
    this.#queue.push(null);
    this.pump();
  }

  lost(error: unknown): void {
    if (this.#abort.signal.aborted) return;
    if (error instanceof EngineError && error.code === 'disconnected') void this.#followAgain();
    else this.#listener?.onReplaced();
  }

  /** Decodes and applies one item after another. */
  pump(): void {
    if (this.#pumping || this.#decoder === null) return;
    this.#pumping = true;
    this.#work(this.#decoder)
      .catch(() => {
        // What cannot be read, or does not go on from what is known (SessionReplaced), is asked for anew as a whole.
        if (!this.#abort.signal.aborted) this.#listener?.onReplaced();
      })
      .finally(() => (this.#pumping = false));
  }

  async #work(decoder: ChunkDecoder): Promise<void> {
    for (let item = this.#queue.shift(); item !== undefined; item = this.#queue.shift()) {
      const growth = await this.#growthOf(item, decoder);
      if (this.#abort.signal.aborted) return;
      this.#ended = !growth.live;
      this.#listener?.onGrowth(growth);
      if (growth.live) this.#refreshOverview(growth.session);
    }
  }

  async #growthOf(item: LiveItem | null, decoder: ChunkDecoder): Promise<Growth> {
    if (item === null) return this.#live.end(await this.#options.stored(this.#abort.signal));
    const tail = await decodeTail(item.tail, decoder);
    return item.kind === 'opening' ? this.#live.open(item, tail) : this.#live.apply(item, tail);
  }

  async #followAgain(): Promise<void> {
    const { client, id, wait } = this.#options;
    let came = false;
    const onItem = (item: LiveItem): void => {
      came = true;
      this.#queue.push(item);
      this.pump();
    };
    try {
      await client.stream('sessions.follow', { id }, onItem, this.#abort.signal);
      this.finish();
    } catch (error) {
      if (!came) await wait(AGAIN_MS);
      this.lost(error);
    }
  }

  #refreshOverview({ info }: LoadedSession): void {
    if (info.durationMs - this.#overviewAt < OVERVIEW_MS) return;
    this.#overviewAt = info.durationMs;
    const { client, id } = this.#options;
    client.call('sessions.overview', { id }).then(
      ({ overview }) => {
        if (overview !== null && !this.#ended && !this.#abort.signal.aborted) this.#listener?.onGrowth(this.#live.overview(overview));
      },
      () => undefined, // the one that is there stays
    );
  }
}

async function decodeTail(tail: LiveTail, decoder: ChunkDecoder): Promise<Tail> {
  const decode = (bytes: Uint8Array | null): Promise<Chunk | null> => (bytes === null ? Promise.resolve(null) : decoder.decode(bytes));
  return Promise.all([decode(tail[0]), decode(tail[1])]);
}
