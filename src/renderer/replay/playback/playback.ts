/** Plays an open session: clock, chunk cache and sampler put together, one refill of the frame state per animation frame. */
import type { EngineClient } from '../../../shared/engine-api.ts';
import type { Chunk } from '../../../shared/session/chunk.ts';
import { CHANNEL, SESSION_ENTITY } from '../../../shared/session/model.ts';
import {
  ChannelCursor,
  createFrameState,
  FrameSampler,
  growFrameState,
  latestValue,
  rowOf,
  type FrameState,
} from '../../../shared/session/sampler.ts';
import { VectorSampler } from '../../../shared/session/vector-sampler.ts';
import { chunkBytes } from './chunk-buffers.ts';
import { ChunkCache } from './chunk-cache.ts';
import { createWorkerDecoder, type ChunkDecoder } from './chunk-decoder.ts';
import { ChunkIndex, chunkKey, chunkOfKey } from './chunk-index.ts';
import { createClock } from './clock.ts';
import { stepRecorded, stepRegular } from './frame-steps.ts';
import type { LiveFeed } from './live-feed.ts';
import { wantedPlaces } from './read-ahead.ts';
import { TrailReader } from './trail.ts';
import type { Growth, LoadedSession, Playback, Tail } from './types.ts';

/** What the browser gives; replaced in tests and benches. */
export interface PlaybackEnvironment {
  /** Calls back once with a time in ms, like requestAnimationFrame. */
  requestFrame(callback: (now: number) => void): number;
  cancelFrame(handle: number): void;
  createDecoder(): ChunkDecoder;
}

const BROWSER: PlaybackEnvironment = {
  requestFrame: (callback) => requestAnimationFrame(callback),
  cancelFrame: (handle) => cancelAnimationFrame(handle),
  createDecoder: createWorkerDecoder,
};

/** Decoded chunks that are kept, bytes. */
const CACHE_BYTES = 48 * 1024 * 1024;
/** A longer pause between two animation frames (a hidden window) counts as this much, ms. */
const LONGEST_FRAME_MS = 500;
/** React hears of the running clock this often, ms. */
const TICK_MS = 100;

/** `live`: makes the session grow while it is being recorded, and begins at its newest moment; `onReplaced` says that it has to be opened anew. */
export interface LiveOptions {
  readonly feed: Pick<LiveFeed, 'start' | 'dispose'>;
  readonly onReplaced: () => void;
}

export function createPlayback(
  session: LoadedSession,
  client: EngineClient,
  environment: PlaybackEnvironment = BROWSER,
  live: LiveOptions | null = null,
): Playback {
  return new SessionPlayback(session, client, environment, live);
}

class SessionPlayback implements Playback {
  session: LoadedSession;
  readonly clock;
  readonly state: FrameState;
  readonly #environment: PlaybackEnvironment;
  readonly #live: LiveOptions | null;
  /** Of a live session, and for a while of one that was live: until its last chunks are loaded. */
  #tail: Tail = [null, null];
  #index: ChunkIndex;
  readonly #decoder: ChunkDecoder;
  readonly #cache: ChunkCache<Chunk>;
  readonly #sampler: FrameSampler;
  readonly #previewSampler: FrameSampler;
  readonly #vectors: VectorSampler;
  /** Of the channels that somebody asked for as a whole, by channel id, with the chunk that each is bound to. */
  readonly #cursors = new Map<number, { readonly cursor: ChannelCursor; chunk: Chunk | null }>();
  #trails: TrailReader;
  #channelIds: ReadonlyMap<string, number>;
  readonly #frameListeners = new Set<(state: FrameState) => void>();
  readonly #tickListeners = new Set<() => void>();
  readonly #growListeners = new Set<(growth: Growth) => void>();

  /** The chunk of t and the one that follows it, as far as they are loaded. */
  #place = -1;
  #current: Chunk | undefined;
  #next: Chunk | undefined;
  /** Chunks of layer 1 are read once somebody asked for one of its channels. */
  #detail = false;
  #detailPlace = -1;

  #handle: number | null = null;
  #lastFrame = Number.NaN;
  #lastTick = 0;
  /** t, the chunks, or what is asked of them changed since the last frame. */
  #dirty = true;
  #preview: AbortController | null = null;
  /** Recorded frames still to step over. */
  #steps = 0;
  #stepping = false;
  #stepTurn = 0;
  readonly #closed = new AbortController();

  constructor(session: LoadedSession, client: EngineClient, environment: PlaybackEnvironment, live: LiveOptions | null) {
    const { info, entities } = session;
    this.session = session;
    this.#environment = environment;
    this.#live = live;
    this.#index = new ChunkIndex(session.chunks);
    this.#decoder = environment.createDecoder();
    this.#channelIds = new Map(info.channels.map((channel) => [channel.name, channel.id]));
    const teams = session.profile.teams.map((team) => team.id);
    this.#sampler = new FrameSampler(info, session.strings, teams);
    this.#previewSampler = new FrameSampler(info, session.strings, teams);
    this.#vectors = new VectorSampler(this.#sampler);
    this.#trails = new TrailReader(info);
    this.state = createFrameState(entities.length);
    this.state.stale = true;
    this.#cache = new ChunkCache<Chunk>({
      load: async (key, signal) => {
        const { layer, index } = chunkOfKey(key);
        const bytes = await client.call('chunks.read', { id: session.row.id, layer, index });
        signal.throwIfAborted();
        return this.#decoder.decode(bytes);
      },
      bytesOf: chunkBytes,
      maxBytes: CACHE_BYTES,
      onSettled: (key) => this.#onChunk(key),
    });
    this.clock = createClock(info.durationMs, {
      onJump: () => {
        this.#steps = 0;
        this.#stepTurn++;
        this.#locate();
        this.#changed();
      },
      onState: () => {
        this.#lastFrame = Number.NaN;
        this.#place = -1; // the read-ahead depends on rate and direction
        this.#locate();
        this.#changed();
      },
      onStep: (frames) => void this.#step(frames),
    });
    this.#locate();
    this.#request();
    if (live === null) return;
    this.clock.grow(info.durationMs, true);
    live.feed.start(this.#decoder, { onGrowth: (growth) => this.#grow(growth), onReplaced: live.onReplaced });
    this.clock.toEdge();
  }

  value(entity: number, channel: string): number | string | null {
    const id = this.#channelIds.get(channel);
    const def = id === undefined ? undefined : this.session.info.channels[id];
    if (def === undefined) return null;
    if (def.layer === 1) this.#wantDetail();
    const chunk = def.layer === 0 ? this.#current : this.#chunk(1, this.#index.placeAt(1, this.clock.t));
    if (chunk === undefined) return null;
    const value = latestValue(chunk, def.id, entity, this.clock.t);
    if (value === null || Number.isNaN(value)) return null;
    return def.type === 'string' ? (this.session.strings[value] ?? null) : value;
  }

  detail(entity: number, channel: string, out: Float32Array): boolean {
    const id = this.#channelIds.get(channel);
    const def = id === undefined ? undefined : this.session.info.channels[id];
    if (def === undefined || this.state.stale) return false;
    const { t } = this.state;
    if (def.layer === 0) return this.#current !== undefined && this.#vectors.sample(this.#current, this.#next, def.id, entity, t, out);
    this.#wantDetail();
    const place = this.#index.placeAt(1, t);
    const chunk = this.#chunk(1, place);
    return chunk !== undefined && this.#vectors.sample(chunk, this.#chunk(1, place + 1), def.id, entity, t, out);
  }

  latest(channel: string, out: Int32Array): boolean {
    const id = this.#channelIds.get(channel);
    const def = id === undefined ? undefined : this.session.info.channels[id];
    if (def === undefined || def.layer !== 0 || def.type === 'number' || this.state.stale || this.#current === undefined) return false;
    let bound = this.#cursors.get(def.id);
    if (bound === undefined) {
      bound = { cursor: new ChannelCursor(), chunk: null };
      bound.cursor.channel = def.id;
      this.#cursors.set(def.id, bound);
    }
    if (bound.chunk !== this.#current) {
      bound.chunk = this.#current;
      bound.cursor.bind(this.#current);
    }
    bound.cursor.seek(this.state.t);
    bound.cursor.copy(out);
    return true;
  }

  onFrame(listener: (state: FrameState) => void): () => void {
    this.#frameListeners.add(listener);
    this.#dirty = true;
    this.#request();
    return () => this.#frameListeners.delete(listener);
  }

  onTick(listener: () => void): () => void {
    this.#tickListeners.add(listener);
    return () => this.#tickListeners.delete(listener);
  }

  readonly onGrow = (listener: (growth: Growth) => void): (() => void) => {
    this.#growListeners.add(listener);
    return () => this.#growListeners.delete(listener);
  };

  async sampleAt(t: number, out: FrameState): Promise<boolean> {
    this.#preview?.abort();
    const preview = new AbortController();
    this.#preview = preview;
    const place = this.#index.placeAt(0, t);
    if (place < 0) return false;
    try {
      const chunk = this.#chunk(0, place) ?? (await this.#cache.fetch(this.#index.keyAt(0, place), preview.signal));
      const next = this.#chunk(0, place + 1);
      growFrameState(out, this.session.entities.length);
      this.#previewSampler.sample(chunk, next, t, out);
      return true;
    } catch {
      return false;
    }
  }

  trail(entity: number, fromT: number, toT: number, out: Float32Array): number {
    this.#trails.begin(entity, fromT, toT, out);
    const last = this.#index.placeAt(0, toT);
    // The chunk after it knows where the last move goes.
    for (let place = last + 1; place >= 0; place--) {
      const chunk = this.#chunk(0, place);
      if (chunk === undefined && place <= last) break;
      if (chunk !== undefined && this.#trails.readBack(chunk)) break;
    }
    return this.#trails.finish();
  }

  async settle(backMs: number, signal: AbortSignal): Promise<boolean> {
    const { t } = this.clock;
    let waited = false;
    for (const layer of this.#detail ? ([0, 1] as const) : ([0] as const)) {
      // The chunk after it knows where the last move goes.
      const last = this.#index.placeAt(layer, t) + 1;
      for (let place = Math.max(0, this.#index.placeAt(layer, t - backMs)); place <= last; place++) {
        const key = this.#index.keyAt(layer, place);
        if (key < 0 || this.#cache.has(key) || this.#cache.failed(key)) continue;
        waited = true;
        await this.#cache.fetch(key, signal).catch(() => signal.throwIfAborted());
      }
    }
    return waited;
  }

  dispose(): void {
    this.#closed.abort();
    this.#live?.feed.dispose();
    if (this.#handle !== null) this.#environment.cancelFrame(this.#handle);
    this.#handle = null;
    this.#preview?.abort();
    this.#cache.dispose();
    this.#decoder.dispose();
    this.#frameListeners.clear();
    this.#tickListeners.clear();
    this.#growListeners.clear();
  }

  /** A step of a live session: everything that was as large as the session was grows with it; what plays goes on as it does. */
  #grow(growth: Growth): void {
    const { session, tail, sealed, live } = growth;
    const before = this.session;
    this.session = session;
    if (session.info.channels !== before.info.channels) this.#describe();
    growFrameState(this.state, session.entities.length);
    for (const { ref, chunk } of sealed) this.#cache.put(chunkKey(ref), chunk);
    this.#tail = tail;
    const [first, second] = tail;
    this.#index = new ChunkIndex(session.chunks, live ? [first?.t0 ?? null, second?.t0 ?? null] : undefined);
    this.clock.grow(session.info.durationMs, live);
    const current = this.#current;
    const next = this.#next;
    this.#place = -1;
    this.#locate();
    // Far behind the newest moment nothing that is drawn has changed.
    if (current !== this.#current || next !== this.#next || !live) this.#dirty = true;
    this.#request();
    for (const listener of this.#growListeners) listener(growth);
  }

  #describe(): void {
    const { info } = this.session;
    this.#channelIds = new Map(info.channels.map((channel) => [channel.name, channel.id]));
    this.#sampler.describe(info);
    this.#previewSampler.describe(info);
    this.#trails = new TrailReader(info);
  }

  /** A chunk that is there. The last ones of a recording that has just ended are at first what its tail holds. */
  #chunk(layer: 0 | 1, place: number): Chunk | undefined {
    const tail = this.#tail[layer] ?? undefined;
    const key = this.#index.keyAt(layer, place);
    if (key < 0) return place === this.#index.count(layer) && this.clock.live ? tail : undefined;
    return this.#cache.peek(key) ?? (tail !== undefined && tail.t0 <= this.#index.startOf(layer, place) ? tail : undefined);
  }

  /** Something that React shows changed at once, not by time passing. */
  #changed(): void {
    this.#dirty = true;
    this.#request();
    this.#tick(this.#lastTick);
  }

  #tick(now: number): void {
    this.#lastTick = now;
    for (const listener of this.#tickListeners) listener();
  }

  #request(): void {
    if (this.#handle === null && !this.#closed.signal.aborted) this.#handle = this.#environment.requestFrame(this.#frame);
  }

  // One function for all frames: a new closure per frame would be garbage.
  readonly #frame = (now: number): void => {
    this.#handle = null;
    const { clock } = this;
    clock.note(now);
    if (clock.playing) {
      // Time waits for a chunk that is on its way, so that nothing is skipped.
      const waiting = this.#current === undefined && !this.#cache.failed(this.#index.keyAt(0, this.#place));
      if (!waiting && !Number.isNaN(this.#lastFrame) && clock.advance(Math.min(LONGEST_FRAME_MS, now - this.#lastFrame))) {
        this.#locate();
        this.#dirty = true;
      }
      this.#lastFrame = now;
    }
    if (this.#dirty) {
      this.#dirty = false;
      this.#refill();
      for (const listener of this.#frameListeners) listener(this.state);
      // Panels read the state too: they hear of it once it is filled.
      if (!clock.playing) this.#tick(this.#lastTick);
    }
    if (!clock.playing) return;
    if (now - this.#lastTick >= TICK_MS) this.#tick(now);
    this.#request();
  };

  #refill(): void {
    const { t } = this.clock;
    if (this.#current === undefined) {
      this.state.t = t;
      this.state.stale = true;
      return;
    }
    this.#sampler.sample(this.#current, this.#next, t, this.state);
    this.state.stale = false;
  }

  /** Somebody asks for channels of layer 1: from now on its chunks are loaded too. */
  #wantDetail(): void {
    if (this.#detail) return;
    this.#detail = true;
    this.#place = -1;
    this.#locate();
  }

  /** Finds the chunks of t, and when they are others than before says what should be loaded. */
  #locate(): void {
    const { t } = this.clock;
    const place = this.#index.placeAt(0, t);
    const detailPlace = this.#detail ? this.#index.placeAt(1, t) : -1;
    if (place === this.#place && detailPlace === this.#detailPlace) return;
    this.#place = place;
    this.#detailPlace = detailPlace;
    const keys = this.#wantedKeys(0, place);
    if (detailPlace >= 0) keys.splice(1, 0, ...this.#wantedKeys(1, detailPlace).slice(0, 2));
    this.#cache.want(keys);
    this.#find();
  }

  #find(): void {
    const place = this.#place;
    this.#cache.get(this.#index.keyAt(0, place)); // counts as use
    this.#current = this.#chunk(0, place);
    this.#next = this.#chunk(0, place + 1);
  }

  #wantedKeys(layer: 0 | 1, place: number): number[] {
    const { playing, rate } = this.clock;
    const places = [...wantedPlaces({ place, count: this.#index.count(layer), spanMs: this.#index.meanSpan(layer), playing, rate })];
    // At the newest end of a live session what lies behind is wanted for the way there.
    if (place === this.#index.count(layer)) places.push(place - 1);
    return places.map((wanted) => this.#index.keyAt(layer, wanted)).filter((key) => key >= 0);
  }

  #onChunk(key: number): void {
    const isCurrent = key === this.#index.keyAt(0, this.#place);
    const isNext = key === this.#index.keyAt(0, this.#place + 1);
    if (isCurrent || isNext) this.#find();
    else if (key !== this.#index.keyAt(1, this.#detailPlace)) return;
    this.#dirty = true;
    this.#request();
  }

  async #step(frames: number): Promise<void> {
    this.#steps += frames;
    if (this.#stepping) return;
    this.#stepping = true;
    try {
      while (this.#steps !== 0) {
        const turn = this.#stepTurn;
        const frames = this.#steps;
        this.#steps = 0;
        const t = await this.#stepTarget(frames);
        const more = this.#steps;
        if (turn !== this.#stepTurn || this.#closed.signal.aborted) break; // somebody sought elsewhere meanwhile
        this.clock.seek(t);
        this.#steps = more;
      }
    } finally {
      this.#stepping = false;
    }
  }

  async #stepTarget(frames: number): Promise<number> {
    const { info } = this.session;
    const { t } = this.clock;
    const channel = this.#channelIds.get(CHANNEL.frame);
    if (channel === undefined) return stepRegular(t, frames, info.framePeriodMs, info.durationMs);
    const chunks = {
      count: this.#index.count(0) + (this.clock.live && this.#tail[0] !== null ? 1 : 0),
      indexAt: (at: number) => this.#index.placeAt(0, at),
      start: (place: number) => this.#index.startOf(0, place),
      times: async (place: number) =>
        frameTimes(this.#chunk(0, place) ?? (await this.#cache.fetch(this.#index.keyAt(0, place), this.#closed.signal)), channel),
    };
    try {
      return await stepRecorded(t, frames, chunks, info.durationMs);
    } catch {
      // The chunk could not be read: a step of the nominal length gets past it.
      return stepRegular(t, frames, info.framePeriodMs, info.durationMs);
    }
  }
}

const NO_TIMES = new Int32Array(0);

function frameTimes(chunk: Chunk, channel: number): Int32Array {
  const column = chunk.columns[channel];
  if (column === undefined) return NO_TIMES;
  const row = rowOf(column, SESSION_ENTITY);
  return row < 0 ? NO_TIMES : column.times.subarray(column.starts[row], column.starts[row + 1]);
}
