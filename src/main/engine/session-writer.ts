/** The one SessionSink: takes what an adapter reads and hands finished chunks, events and lists to a target, in memory that does not grow with the file. */
import { setImmediate } from 'node:timers/promises';
import { encodeChunk, type Chunk, type Compression } from '../../shared/session/chunk.ts';
import { decodeEvents, decodePayloads } from '../../shared/session/event-block.ts';
import {
  CHANNEL,
  SESSION_ENTITY,
  type ChannelDef,
  type ClockMap,
  type EntityId,
  type EntityInfo,
  type EntityKind,
  type SessionInfo,
} from '../../shared/session/model.ts';
import type { Held, LiveTail } from './capture/live-tail.ts';
import { CareerCounter, countSession } from './career/career-counter.ts';
import type { Counted } from './career/live-counts.ts';
import type { CareerProvider } from './career/provider.ts';
import type { NewCareer } from './career/session-career.ts';
import { ChannelLog } from './channel-log.ts';
import { EventLog } from './event-log.ts';
import { CHUNK_SIZES, LayerWriter, type ChunkSizes } from './layer-writer.ts';
import { Overview } from './overview.ts';
import type { NewChannel, NewEntity, NewEvent, SessionHeader, SessionSink } from './session-sink.ts';
import type { SessionSource } from './session-source.ts';
import type { SessionTarget } from './session-target.ts';
import { copySession } from './share/copy-session.ts';
import { SpillFile } from './spill.ts';

export interface SessionWriterOptions {
  readonly target: SessionTarget;
  readonly compression: Compression;
  readonly signal: AbortSignal;
  /** Folder for a temporary file, which is made only when samples do not fit into the budget. */
  readonly tempDir: string;
  /** Bytes of samples and payloads kept in memory. */
  readonly memoryBudget?: number;
  readonly chunkSizes?: Partial<ChunkSizes>;
  /** Size of the input, when it is known: the first overview comes at a tenth of it. */
  readonly bytesTotal?: number;
  /** Tells those who watch the session while it is recorded; then only what `settled` allows to be sealed leaves the memory. */
  readonly live?: LiveTail;
  /** What the game counts of its people, counted on the way. */
  readonly career?: CareerProvider | undefined;
  readonly onProgress?: (bytesDone: number, step: string) => void;
}

const MEMORY_BUDGET = 24 * 1024 * 1024;
/** A number of recorded frames beyond this is a damaged file's claim. */
const MOST_FRAMES = 2_000_000;
/** Overviews while the import goes on: the first one early, each further one when twice as much was read. */
const EARLY_OVERVIEWS = 5;
const EARLY_ENTITIES = 50;
const EARLY_SHARE = 0.1;

/** What the recorder draws to help, rather than what took part. */
const HELPERS: ReadonlySet<EntityKind> = new Set(['marker', 'projectile', 'object']);
const OVERVIEW_CHANNELS: ReadonlySet<string> = new Set([CHANNEL.segment, CHANNEL.position, CHANNEL.life, CHANNEL.team]);

interface Existence {
  /** Number of the newest continuous stretch, 0 before the first. */
  stretch: number;
  exists: boolean;
  /** ms, -1 before the first stretch. */
  firstT: number;
  /** ms; when the last stretch ended. */
  vanishedT: number;
}

const BARE_HEADER: SessionHeader = {
  game: '',
  format: '',
  adapterVersion: 0,
  title: '',
  world: '',
  worldSize: null,
  startedAt: null,
  framePeriodMs: 0,
  maxInterpolateMs: 0,
  space: { axis: [0, 1, 2], sign: [1, 1, 1], metresPerUnit: 1 },
  result: null,
  data: {},
};

export class SessionWriter implements SessionSink {
  readonly #options: SessionWriterOptions;
  readonly #budget: number;
  readonly #sampleFile: SpillFile;
  readonly #payloadFile: SpillFile;
  readonly #layers: readonly [LayerWriter, LayerWriter];
  readonly #overview: Overview;
  readonly #events: EventLog;
  #career: CareerCounter | null;
  readonly #logs: ChannelLog[] = [];
  /** By channel: what `number` and `vector` need of it. */
  readonly #isWhole: boolean[] = [];
  readonly #layerOf: LayerWriter[] = [];
  readonly #entities: NewEntity[] = [{ kind: 'object', nativeId: '' }];
  readonly #existence: Existence[] = [{ stretch: 0, exists: true, firstT: 0, vanishedT: -1 }];
  readonly #strings: string[] = [''];
  readonly #stringIndex = new Map([['', 0]]);
  readonly #clocks: ClockMap[] = [];
  readonly #warnings = new Map<string, { count: number; first: string }>();
  readonly #segment: number;
  readonly #chunks: [number, number] = [0, 0];
  #header = BARE_HEADER;
  #isPartial = false;
  #infoRevision = 0;
  #draining: Promise<void> | null = null;
  #settledT = 0;
  #bytesDone = 0;
  #overviews = 0;
  #overviewBytes = 0;
  /** Of a session that was taken whole. */
  #copied: SessionInfo | null = null;

  constructor(options: SessionWriterOptions) {
    this.#options = options;
    this.#budget = options.memoryBudget ?? MEMORY_BUDGET;
    this.#sampleFile = new SpillFile(options.tempDir);
    this.#payloadFile = new SpillFile(options.tempDir);
    const sizes = { ...CHUNK_SIZES, ...options.chunkSizes };
    const layer = (number: 0 | 1): LayerWriter =>
      new LayerWriter(number, sizes, this.#sampleFile, (chunk) => this.#putChunk(number, chunk));
    this.#layers = [layer(0), layer(1)];
    this.#events = new EventLog(this.#payloadFile, (text) => this.intern(text));
    this.#career = options.career === undefined ? null : new CareerCounter(options.career, (id) => this.#entity(id));
    this.#overview = new Overview((entity) => entity === SESSION_ENTITY || !HELPERS.has(this.#entity(entity).kind));
    this.#segment = this.channel({ name: CHANNEL.segment, type: 'int', width: 1, layer: 0, unit: '' });
  }

  header(part: Partial<SessionHeader>): void {
    this.#header = { ...this.#header, ...part };
    this.#infoRevision++;
    for (const layer of this.#layers) layer.framePeriod(this.#header.framePeriodMs);
  }

  channel(def: NewChannel): number {
    const known = this.#channelId(def.name);
    if (known >= 0) return known;
    const id = this.#logs.length;
    const log = new ChannelLog({ id, ...def });
    const layer = this.#layers[def.layer];
    this.#logs.push(log);
    this.#isWhole.push(def.type !== 'number');
    this.#layerOf.push(layer);
    layer.add(log);
    this.#options.live?.add(log);
    this.#infoRevision++;
    if (OVERVIEW_CHANNELS.has(def.name) || def.overview === true) this.#overview.add(log);
    return id;
  }

  intern(text: string): number {
    const known = this.#stringIndex.get(text);
    if (known !== undefined) return known;
    const index = this.#strings.push(text) - 1;
    this.#stringIndex.set(text, index);
    return index;
  }

  entity(e: NewEntity): EntityId {
    this.#existence.push({ stretch: 0, exists: false, firstT: -1, vanishedT: -1 });
    return this.#entities.push(e) - 1;
  }

  updateEntity(id: EntityId, patch: Partial<NewEntity>): void {
    this.#entities[id] = { ...this.#entity(id), ...patch };
    this.#options.live?.touch(id);
  }

  appear(entity: EntityId, t: number): void {
    const existence = this.#existenceOf(entity);
    if (!this.#number(entity, this.#segment, t, existence.stretch + 1)) return;
    existence.stretch++;
    existence.exists = true;
    if (existence.firstT < 0) existence.firstT = t;
  }

  vanish(entity: EntityId, t: number): void {
    const existence = this.#existenceOf(entity);
    if (!existence.exists || !this.#number(entity, this.#segment, t, 0)) return;
    existence.exists = false;
    existence.vanishedT = t;
  }

  gap(entity: EntityId, t: number): void {
    if (this.#existenceOf(entity).exists) this.appear(entity, t);
  }

  number(entity: EntityId, channel: number, t: number, value: number): void {
    this.#number(entity, channel, t, value);
  }

  vector(entity: EntityId, channel: number, t: number, values: ArrayLike<number>, offset = 0): void {
    const log = this.#logOf(channel);
    if (!this.#isGoodTime(entity, channel, t)) return;
    // Nearly all are plain numbers: those before the first that is none need no closer look.
    let i = this.#isWhole[channel] === true ? offset : firstNotFinite(values, offset, offset + log.width);
    for (; i < offset + log.width; i++) {
      if (!this.#isGoodValue(channel, values[i] as number)) return;
    }
    if (!log.vector(entity, t, values, offset)) this.#warnOutOfOrder(entity, channel, t);
  }

  event(e: NewEvent): void {
    if (e.t === (e.t | 0) && e.t >= 0) {
      this.#events.add(e);
      this.#career?.event(e);
    } else this.warn('bad-time', `The time ${e.t} of the event ${e.nativeType} is not a number of ms since the start.`);
  }

  clock(map: ClockMap): void {
    const known = this.#clocks.findIndex(({ id }) => id === map.id);
    if (known < 0) this.#clocks.push(map);
    else this.#clocks[known] = map;
    this.#infoRevision++;
  }

  regularFrames(first: number, last: number, tOfFrame: (frame: number) => number): void {
    const channel = this.channel({ name: CHANNEL.frame, type: 'int', width: 1, layer: 0, unit: '' });
    const end = Math.min(last, first + MOST_FRAMES);
    if (end < last) this.warn('too-many-frames', `The file claims ${last - first + 1} frames.`);
    for (let frame = first; frame <= end; frame++) this.#number(SESSION_ENTITY, channel, tOfFrame(frame), frame);
  }

  warn(code: string, detail: string): void {
    const known = this.#warnings.get(code);
    if (known === undefined) this.#warnings.set(code, { count: 1, first: detail });
    else known.count++;
  }

  partial(): void {
    this.#isPartial = true;
    this.#infoRevision++;
  }

  settled(t: number): void {
    if (t > this.#settledT) this.#settledT = t;
  }

  progress(bytesDone: number, step: string): void {
    this.#bytesDone = bytesDone;
    this.#options.onProgress?.(bytesDone, step);
  }

  /** One at a time: a live source may ask for it while its recording does. */
  async drain(): Promise<void> {
    this.#draining ??= this.#drain().finally(() => (this.#draining = null));
    await this.#draining;
  }

  async copy(session: SessionSource, bytes: number): Promise<void> {
    const { target, signal } = this.#options;
    this.#copied = await copySession(session, target, signal, (share) => this.progress(Math.round(share * bytes), 'Taking it in'));
    if (this.#options.career !== undefined) this.#career = await countSession(session, this.#options.career);
  }

  /** Ends the session: everything that is still held goes to the target. */
  async finish(): Promise<SessionInfo> {
    try {
      if (this.#copied !== null) return this.#copied;
      this.#overview.feed();
      const end = this.#durationMs() + 1;
      for (const layer of this.#layers) if (!layer.isEmpty) await layer.sealAll(end);
      const recounted = this.#career?.isOutOfOrder === true ? this.#career : null;
      recounted?.restart();
      for (const part of this.#events.blocks(this.#options.compression)) {
        this.#options.signal.throwIfAborted();
        if (recounted !== null && part.kind === 'events') this.#recount(recounted, part.columns, part.payloads);
        await this.#options.target.put(part);
      }
      return await this.#putOverview();
    } finally {
      this.discard();
    }
  }

  /** What was counted of its people so far, the same once it is finished; null when its game counts nothing. */
  counted(): Counted | null {
    const career = this.#career;
    if (career === null) return null;
    return { version: career.version, rows: career.rows(this.#info()), moments: career.moments(), points: career.points() };
  }

  /** When it is finished. */
  career(): NewCareer | undefined {
    return this.#career?.packed(this.#copied ?? this.#info());
  }

  /** What it holds now, for `live`. */
  held(): Held {
    const durationMs = this.#durationMs();
    return {
      strings: this.#strings,
      events: this.#events,
      entityCount: this.#entities.length,
      entity: (id) => this.#entityInfo(id, durationMs),
      info: () => this.#info(),
      infoRevision: this.#infoRevision,
      durationMs,
      frames: this.#frames(),
      sealedT: (layer) => this.#layers[layer].sealedT,
      overview: () => this.#encodedOverview(durationMs),
    };
  }

  /** Gives up: nothing more is written, the temporary files are closed and with that gone. */
  discard(): void {
    this.#sampleFile.close();
    this.#payloadFile.close();
  }

  #recount(career: CareerCounter, columns: Uint8Array, payloads: Uint8Array): void {
    const { compression } = this.#options;
    career.block(decodeEvents(columns, compression), decodePayloads(payloads, compression), this.#strings);
  }

  async #drain(): Promise<void> {
    this.#options.signal.throwIfAborted();
    const { live } = this.#options;
    if (this.#settledT > 0) for (const layer of this.#layers) await layer.sealFull(this.#settledT);
    const isOverBudget = this.#layers[0].bytes + this.#layers[1].bytes + this.#events.payloadBytes > this.#budget;
    if (isOverBudget) await this.#sampleFile.written(); // what waits to be written is memory too
    // From here to `restart` nothing is awaited: a live source goes on writing samples while it is.
    this.#overview.feed();
    live?.feed();
    for (const layer of this.#layers) layer.dropSealed();
    if (isOverBudget) {
      if (live === undefined) for (const layer of this.#layers) layer.spill();
      this.#events.spill();
    }
    this.#overview.restart();
    live?.restart();
    if (this.#isOverviewDue()) {
      this.#overviews++;
      this.#overviewBytes = this.#bytesDone;
      await this.#putOverview();
    }
    await setImmediate(); // lets a cancellation in
    this.#options.signal.throwIfAborted();
  }

  #number(entity: EntityId, channel: number, t: number, value: number): boolean {
    const log = this.#logOf(channel);
    if (!this.#isGoodTime(entity, channel, t) || !this.#isGoodValue(channel, value)) return false;
    if (log.number(entity, t, value)) return true;
    this.#warnOutOfOrder(entity, channel, t);
    return false;
  }

  #isGoodTime(entity: EntityId, channel: number, t: number): boolean {
    if (entity < 0 || entity >= this.#entities.length) throw new RangeError(`no entity ${entity}`);
    if (t !== (t | 0) || t < 0) {
      this.warn('bad-time', `The time ${t} of a ${this.#logOf(channel).def.name} is not a number of ms since the start.`);
      return false;
    }
    if (t >= (this.#layerOf[channel] as LayerWriter).sealedT) return true;
    this.#warnOutOfOrder(entity, channel, t);
    return false;
  }

  #isGoodValue(channel: number, value: number): boolean {
    if (this.#isWhole[channel] === true ? value === (value | 0) : Math.abs(value) < Infinity || Number.isNaN(value)) return true;
    this.warn('bad-value', `The ${this.#logOf(channel).def.name} ${value} is not a number that can be.`);
    return false;
  }

  #warnOutOfOrder(entity: EntityId, channel: number, t: number): void {
    const name = this.#entity(entity).name ?? '';
    this.warn(
      'out-of-order',
      `A ${this.#logOf(channel).def.name} of ${name === '' ? `entity ${entity}` : name} at ${t} ms came after a later one.`,
    );
  }

  #logOf(channel: number): ChannelLog {
    const log = this.#logs[channel];
    if (log === undefined) throw new RangeError(`no channel ${channel}`);
    return log;
  }

  #entity(id: EntityId): NewEntity {
    const entity = this.#entities[id];
    if (entity === undefined) throw new RangeError(`no entity ${id}`);
    return entity;
  }

  #existenceOf(id: EntityId): Existence {
    const existence = this.#existence[id];
    if (existence === undefined) throw new RangeError(`no entity ${id}`);
    return existence;
  }

  #channelId(name: string): number {
    return this.#logs.findIndex((log) => log.def.name === name);
  }

  async #putChunk(layer: 0 | 1, chunk: Chunk): Promise<void> {
    this.#options.signal.throwIfAborted();
    if (layer === 0) this.#events.place(chunk, this.#channelId(CHANNEL.position));
    const index = this.#chunks[layer]++;
    const data = encodeChunk(chunk, this.#options.compression);
    await this.#options.target.put({ kind: 'chunk', layer, index, t0: chunk.t0, t1: chunk.t1, data });
  }

  #isOverviewDue(): boolean {
    if (this.#overviews >= EARLY_OVERVIEWS) return false;
    if (this.#overviews > 0) return this.#bytesDone >= 2 * this.#overviewBytes;
    return this.#bytesDone >= EARLY_SHARE * (this.#options.bytesTotal ?? Infinity) || this.#entities.length > EARLY_ENTITIES;
  }

  /** With the lists that it is drawn with before it. */
  async #putOverview(): Promise<SessionInfo> {
    const { target } = this.#options;
    const info = this.#info();
    await target.put({ kind: 'entities', entities: this.#entities.map((_, id) => this.#entityInfo(id, info.durationMs)) });
    await target.put({ kind: 'strings', strings: [...this.#strings] });
    await target.put({ kind: 'info', info });
    await target.put({ kind: 'overview', data: this.#encodedOverview(info.durationMs) });
    return info;
  }

  #encodedOverview(durationMs: number): Uint8Array<ArrayBuffer> {
    return encodeChunk(this.#overview.chunk(durationMs + 1), this.#options.compression);
  }

  /** That of the last recorded frame; where frames are not recorded, of the last sample or event. */
  #durationMs(): number {
    const frame = this.#logs[this.#channelId(CHANNEL.frame)];
    const lastFrame = frame?.lastT[SESSION_ENTITY] ?? -1;
    if (lastFrame >= 0) return lastFrame;
    let last = this.#events.lastT;
    for (const log of this.#logs) {
      if (log.def.id === this.#segment) continue;
      for (const t of log.lastT) if (t > last) last = t;
    }
    return last;
  }

  #frames(): number {
    const frame = this.#logs[this.#channelId(CHANNEL.frame)];
    if (frame === undefined || (frame.lastT[SESSION_ENTITY] ?? -1) < 0) return 0;
    return (frame.lastValue[SESSION_ENTITY] as number) - frame.firstOfSession + 1;
  }

  #info(): SessionInfo {
    const channels: ChannelDef[] = this.#logs.map((log) => log.def);
    const seen = this.#entities.slice(1);
    return {
      ...this.#header,
      durationMs: this.#durationMs(),
      frames: this.#frames(),
      channels,
      clocks: [...this.#clocks],
      entityCount: seen.filter(({ kind }) => !HELPERS.has(kind)).length,
      playerCount: seen.filter(({ kind }) => kind === 'player').length,
      eventCount: this.#events.count,
      eventsByType: this.#events.byType(),
      warnings: Array.from(this.#warnings, ([code, { count, first }]) => ({ code, count, first })),
      partial: this.#isPartial,
    };
  }

  #entityInfo(id: EntityId, durationMs: number): EntityInfo {
    const entity = this.#entity(id);
    const { exists, firstT, vanishedT } = this.#existenceOf(id);
    return {
      id,
      kind: entity.kind,
      nativeId: entity.nativeId,
      name: entity.name ?? this.#lastString(CHANNEL.name, id) ?? '',
      team: entity.team ?? this.#lastString(CHANNEL.team, id),
      group: entity.group ?? null,
      className: entity.className ?? null,
      firstT: Math.max(0, firstT),
      lastT: exists ? Math.max(firstT, durationMs) : Math.max(firstT, vanishedT - 1, 0),
      data: entity.data ?? null,
    };
  }

  /** The last text that a string channel held for an entity; null when it never had one. */
  #lastString(channel: string, entity: EntityId): string | null {
    const log = this.#logs[this.#channelId(channel)];
    if (log === undefined || (log.lastT[entity] ?? -1) < 0) return null;
    const text = this.#strings[log.lastValue[entity] as number];
    return text === undefined || text === '' ? null : text;
  }
}

function firstNotFinite(values: ArrayLike<number>, start: number, end: number): number {
  let i = start;
  while (i < end && Math.abs(values[i] as number) < Infinity) i++;
  return i;
}
