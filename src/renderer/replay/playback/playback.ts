/** Plays an open session: clock, chunk cache and sampler put together, one refill of the frame state per animation frame. */
import type { EngineClient } from '../../../shared/engine-api.ts';
import type { Chunk } from '../../../shared/session/chunk.ts';
import { CHANNEL, SESSION_ENTITY } from '../../../shared/session/model.ts';
import { createFrameState, FrameSampler, latestValue, rowOf, type FrameState } from '../../../shared/session/sampler.ts';
import { chunkBytes } from './chunk-buffers.ts';
import { ChunkCache } from './chunk-cache.ts';
import { createWorkerDecoder, type ChunkDecoder } from './chunk-decoder.ts';
import { ChunkIndex } from './chunk-index.ts';
import { createClock } from './clock.ts';
import { stepRecorded, stepRegular } from './frame-steps.ts';
import { wantedPlaces } from './read-ahead.ts';
import { TrailReader } from './trail.ts';
import type { LoadedSession, Playback } from './types.ts';

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

export function createPlayback(session: LoadedSession, client: EngineClient, environment: PlaybackEnvironment = BROWSER): Playback {
  return new SessionPlayback(session, client, environment);
}

class SessionPlayback implements Playback {
  readonly session: LoadedSession;
  readonly clock;
  readonly state: FrameState;
  readonly #environment: PlaybackEnvironment;
  readonly #index: ChunkIndex;
  readonly #decoder: ChunkDecoder;
  readonly #cache: ChunkCache<Chunk>;
  readonly #sampler: FrameSampler;
  readonly #previewSampler: FrameSampler;
  readonly #trails: TrailReader;
  readonly #channelIds: ReadonlyMap<string, number>;
  readonly #frameListeners = new Set<(state: FrameState) => void>();
  readonly #tickListeners = new Set<() => void>();

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

  constructor(session: LoadedSession, client: EngineClient, environment: PlaybackEnvironment) {
    const { info, entities } = session;
    this.session = session;
    this.#environment = environment;
    this.#index = new ChunkIndex(session.chunks);
    this.#decoder = environment.createDecoder();
    this.#channelIds = new Map(info.channels.map((channel) => [channel.name, channel.id]));
    const teams = session.profile.teams.map((team) => team.id);
    this.#sampler = new FrameSampler(info, session.strings, teams);
    this.#previewSampler = new FrameSampler(info, session.strings, teams);
    this.#trails = new TrailReader(info);
    this.state = createFrameState(entities.length);
    this.state.stale = true;
    this.#cache = new ChunkCache<Chunk>({
      load: async (key, signal) => {
        const { layer, index } = this.#index.ref(key);
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
  }

  value(entity: number, channel: string): number | string | null {
    const id = this.#channelIds.get(channel);
    const def = id === undefined ? undefined : this.session.info.channels[id];
    if (def === undefined) return null;
    if (def.layer === 1 && !this.#detail) {
      this.#detail = true;
      this.#place = -1;
      this.#locate();
    }
    const chunk = def.layer === 0 ? this.#current : this.#cache.peek(this.#index.keyAt(1, this.#index.placeAt(1, this.clock.t)));
    if (chunk === undefined) return null;
    const value = latestValue(chunk, def.id, entity, this.clock.t);
    if (value === null || Number.isNaN(value)) return null;
    return def.type === 'string' ? (this.session.strings[value] ?? null) : value;
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

  async sampleAt(t: number, out: FrameState): Promise<boolean> {
    this.#preview?.abort();
    const preview = new AbortController();
    this.#preview = preview;
    const place = this.#index.placeAt(0, t);
    if (place < 0) return false;
    try {
      const chunk = await this.#cache.fetch(this.#index.keyAt(0, place), preview.signal);
      const next = this.#cache.peek(this.#index.keyAt(0, place + 1));
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
      const chunk = this.#cache.peek(this.#index.keyAt(0, place));
      if (chunk === undefined && place <= last) break;
      if (chunk !== undefined && this.#trails.readBack(chunk)) break;
    }
    return this.#trails.finish();
  }

  dispose(): void {
    this.#closed.abort();
    if (this.#handle !== null) this.#environment.cancelFrame(this.#handle);
    this.#handle = null;
    this.#preview?.abort();
    this.#cache.dispose();
    this.#decoder.dispose();
    this.#frameListeners.clear();
    this.#tickListeners.clear();
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
    this.#current = this.#cache.get(this.#index.keyAt(0, place));
    this.#next = this.#cache.get(this.#index.keyAt(0, place + 1));
  }

  #wantedKeys(layer: 0 | 1, place: number): number[] {
    const { playing, rate } = this.clock;
    const places = wantedPlaces({ place, count: this.#index.count(layer), spanMs: this.#index.meanSpan(layer), playing, rate });
    return places.map((wanted) => this.#index.keyAt(layer, wanted));
  }

  #onChunk(key: number): void {
    const isCurrent = key === this.#index.keyAt(0, this.#place);
    const isNext = key === this.#index.keyAt(0, this.#place + 1);
    if (isCurrent) this.#current = this.#cache.get(key);
    else if (isNext) this.#next = this.#cache.get(key);
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
      count: this.#index.count(0),
      indexAt: (at: number) => this.#index.placeAt(0, at),
      start: (place: number) => this.#index.startOf(0, place),
      times: async (place: number) => frameTimes(await this.#cache.fetch(this.#index.keyAt(0, place), this.#closed.signal), channel),
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
