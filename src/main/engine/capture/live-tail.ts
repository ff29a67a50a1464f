/** What those who watch a session while it is recorded are told: everything, or what came since they were last told. */
import type { LiveEvents, LiveTail as TailChunks } from '../../../shared/engine-api.ts';
import { encodeChunk, type Chunk, type Column, type Compression } from '../../../shared/session/chunk.ts';
import { encodeEvents, type EventColumns } from '../../../shared/session/event-block.ts';
import { CHANNEL, type EntityId, type EntityInfo, type SessionInfo } from '../../../shared/session/model.ts';
import type { ChannelLog } from '../channel-log.ts';
import { buildColumn } from '../column-builder.ts';
import type { EventLog } from '../event-log.ts';
import { whole } from '../library/thread-call.ts';

/** What a SessionWriter holds at this moment. */
export interface Held {
  readonly strings: readonly string[];
  readonly events: EventLog;
  readonly entityCount: number;
  entity(id: EntityId): EntityInfo;
  info(): SessionInfo;
  /** Changes with everything in `info` but what is counted. */
  readonly infoRevision: number;
  readonly durationMs: number;
  readonly frames: number;
  /** ms; what lies before is in chunks. */
  sealedT(layer: 0 | 1): number;
  /** Encoded. */
  overview(): Uint8Array;
}

export interface Opening {
  readonly info: SessionInfo;
  readonly entities: readonly EntityInfo[];
  readonly strings: readonly string[];
  readonly overview: Uint8Array;
  readonly events: LiveEvents;
  readonly tail: TailChunks;
}

export interface Delta {
  durationMs: number;
  frames: number;
  info?: SessionInfo;
  entities?: readonly EntityInfo[];
  strings?: readonly string[];
  events?: LiveEvents;
  tail: TailChunks;
}

/** What is only counted is told once in so many ms. */
const COUNTS_MS = 1000;
/** Their samples change what EntityInfo says. */
const ENTITY_CHANNELS: ReadonlySet<string> = new Set([CHANNEL.segment, CHANNEL.name, CHANNEL.team]);

/** One log, and a copy of those of its samples that were not told yet. */
class Track {
  readonly log: ChannelLog;
  /** Samples of the log that were looked at. */
  fed = 0;
  count = 0;
  entity = new Int32Array(64);
  t = new Int32Array(64);
  values: Float64Array;

  constructor(log: ChannelLog) {
    this.log = log;
    this.values = new Float64Array(64 * log.width);
  }

  take(end: number): void {
    const { log, fed, count } = this;
    const { width } = log;
    this.#makeRoom(count + end - fed);
    this.entity.set(log.entity.subarray(fed, end), count);
    this.t.set(log.t.subarray(fed, end), count);
    this.values.set(log.values.subarray(fed * width, end * width), count * width);
    this.count += end - fed;
  }

  #makeRoom(needed: number): void {
    if (needed <= this.entity.length) return;
    const length = Math.max(needed, this.entity.length * 2);
    const { entity, t, values } = this;
    this.entity = new Int32Array(length);
    this.entity.set(entity);
    this.t = new Int32Array(length);
    this.t.set(t);
    this.values = new Float64Array(length * this.log.width);
    this.values.set(values);
  }
}

export class LiveTail {
  readonly #compression: Compression;
  readonly #tracks: Track[] = [];
  /** Entities that are new or changed since they were told. */
  readonly #changed = new Set<EntityId>();
  #entities = 0;
  #strings = 0;
  #events = 0;
  #durationMs = -1;
  #infoRevision = -1;
  #toldInfo = '';
  #countedAt = -Infinity;
  /** By layer, ms: where the tail of those who watch begins. */
  #from: [number, number] = [0, 0];
  #watched = false;

  constructor(compression: Compression) {
    this.#compression = compression;
  }

  /** A SessionWriter has a further log. */
  add(log: ChannelLog): void {
    this.#tracks.push(new Track(log));
  }

  /** The description of an entity changed. */
  touch(entity: EntityId): void {
    this.#changed.add(entity);
  }

  /** Takes the samples that came since the last call. Must be called before samples leave the logs, and `restart` after. */
  feed(): void {
    for (const track of this.#tracks) {
      const { log } = track;
      const end = log.count;
      if (track.fed === end) continue;
      if (ENTITY_CHANNELS.has(log.def.name)) for (let i = track.fed; i < end; i++) this.#changed.add(log.entity[i] as number);
      if (this.#watched) track.take(end);
      track.fed = end;
    }
  }

  /** The logs begin anew with what they hold now, all of which was fed. */
  restart(): void {
    for (const track of this.#tracks) track.fed = track.log.count;
  }

  /** No sample was ever written. */
  get isEmpty(): boolean {
    return this.#tracks.every(({ log }) => !log.lastT.some((t) => t >= 0));
  }

  /** Somebody will ask for deltas, which begin now. */
  watch(held: Held): void {
    this.feed();
    this.#watched = true;
    this.#changed.clear();
    this.#entities = held.entityCount;
    this.#strings = held.strings.length;
    this.#events = held.events.count;
    this.#durationMs = held.durationMs;
    this.#infoRevision = held.infoRevision;
    this.#from = [held.sealedT(0), held.sealedT(1)];
  }

  /** Nobody will: nothing is kept for them. */
  unwatch(): void {
    this.#watched = false;
    for (const track of this.#tracks) track.count = 0;
  }

  /** What came since the last delta; null when nothing did. */
  delta(held: Held, now: number): Delta | null {
    this.feed();
    const { durationMs, frames } = held;
    const delta: Delta = { durationMs, frames, tail: [this.#newSamples(held, 0), this.#newSamples(held, 1)] };
    this.#from = [held.sealedT(0), held.sealedT(1)];
    const info = this.#changedInfo(held, now);
    if (info !== null) delta.info = info;
    for (; this.#entities < held.entityCount; this.#entities++) this.#changed.add(this.#entities);
    if (this.#changed.size > 0) delta.entities = Array.from(this.#changed, (id) => held.entity(id));
    this.#changed.clear();
    const { events, strings } = held;
    if (events.count > this.#events) delta.events = this.#eventsSince(held, this.#events);
    this.#events = events.count;
    if (strings.length > this.#strings) delta.strings = strings.slice(this.#strings);
    this.#strings = strings.length;
    const { tail } = delta;
    const isNew = durationMs !== this.#durationMs || Object.keys(delta).length > 3 || tail[0] !== null || tail[1] !== null;
    this.#durationMs = durationMs;
    return isNew ? delta : null;
  }

  /** Everything so far. What is asked for right after a delta goes on with the next one. */
  opening(held: Held): Opening {
    return {
      info: held.info(),
      entities: Array.from({ length: held.entityCount }, (_, id) => held.entity(id)),
      strings: [...held.strings],
      overview: whole(held.overview()),
      events: this.#eventsSince(held, 0),
      tail: [this.#wholeTail(held, 0), this.#wholeTail(held, 1)],
    };
  }

  #changedInfo(held: Held, now: number): SessionInfo | null {
    const isOther = held.infoRevision !== this.#infoRevision;
    if (!isOther && now - this.#countedAt < COUNTS_MS) return null;
    this.#infoRevision = held.infoRevision;
    this.#countedAt = now;
    const info = held.info();
    const told = JSON.stringify({ ...info, durationMs: 0, frames: 0 });
    if (told === this.#toldInfo) return null;
    this.#toldInfo = told;
    return info;
  }

  #newSamples(held: Held, layer: 0 | 1): Uint8Array | null {
    const t0 = this.#from[layer];
    return this.#encoded(held, layer, t0, (track) => {
      const { log, count, entity, t, values } = track;
      track.count = 0;
      return count === 0 ? undefined : buildColumn(log.def, { count, entity, t, values }, t0, null, null);
    });
  }

  /** What is not in chunks yet, with the state before it: of those too that are gone, for they may come back in a delta. */
  #wholeTail(held: Held, layer: 0 | 1): Uint8Array | null {
    const t0 = held.sealedT(layer);
    return this.#encoded(held, layer, t0, ({ log }) => {
      const carry = { carryT: log.carryT.slice(), carryValue: log.carryValue.slice() }; // it is brought forward, and sealing still needs it
      return buildColumn(log.def, log, t0, carry, null);
    });
  }

  #encoded(held: Held, layer: 0 | 1, t0: number, columnOf: (track: Track) => Column | undefined): Uint8Array | null {
    const columns: (Column | undefined)[] = [];
    for (const track of this.#tracks) {
      if (track.log.def.layer !== layer) continue;
      const column = columnOf(track);
      if (column !== undefined) columns[column.channel] = column;
    }
    if (columns.length === 0) return null;
    const chunk: Chunk = { t0, t1: Math.max(t0, held.durationMs) + 1, columns };
    return whole(encodeChunk(chunk, this.#compression));
  }

  #eventsSince(held: Held, n: number): LiveEvents {
    const columns = held.events.since(n);
    const positions = this.#tracks.find(({ log }) => log.def.name === CHANNEL.position)?.log;
    if (positions !== undefined) place(columns, positions);
    return {
      columns: whole(encodeEvents(columns, this.#compression)),
      payloads: whole(this.#compression.compress(held.events.payloadsSince(n))),
    };
  }
}

/** Fills in where the target, else the actor, was last seen, where the source does not say. */
function place({ count, position, target, actor }: EventColumns, { lastT, lastValue, width }: ChannelLog): void {
  for (let i = 0; i < count; i++) {
    if (!Number.isNaN(position[i * 3])) continue;
    const entity = [target[i] as number, actor[i] as number].find((id) => id !== 0 && (lastT[id] ?? -1) >= 0);
    if (entity === undefined) continue;
    for (let axis = 0; axis < width && axis < 3; axis++) position[i * 3 + axis] = lastValue[entity * width + axis] as number;
  }
}
