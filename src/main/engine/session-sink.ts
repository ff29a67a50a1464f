import type { EventType } from '../../shared/session/event-types.ts';
/**
 * What a game adapter writes a recording into. One implementation (session-writer.ts) turns it into chunks and event blocks, for the library and for the
 * command line alike.
 *
 * Order: samples may come in any order across entities and channels, but with ascending t within one (entity, channel). At equal t the later one wins.
 * Samples that repeat the last value are dropped by the sink (channels are change-only), so an adapter need not compare; skipping repeats early is a speed-up only.
 * All numbers are native (see model.ts). Nothing here is asynchronous except `drain`, which an adapter awaits now and then (every MB of input or so): it writes
 * out what is over the memory budget and yields to cancellation.
 */
import type { ChannelDef, ClockMap, EntityId, EntityKind, JsonObject, SessionInfo } from '../../shared/session/model.ts';
import type { SessionSource } from './session-source.ts';

export type NewChannel = Omit<ChannelDef, 'id'>;

export interface NewEntity {
  readonly kind: EntityKind;
  readonly nativeId: string;
  readonly name?: string;
  readonly team?: string | null;
  readonly group?: string | null;
  readonly className?: string | null;
  readonly data?: JsonObject | null;
}

export interface NewEvent {
  readonly t: number;
  readonly type: EventType;
  /** The source's own name for it. */
  readonly nativeType: string;
  /** 0 for nobody, as if it were absent. */
  readonly actor?: EntityId;
  readonly target?: EntityId;
  /** "" for none. */
  readonly weapon?: string;
  /** Native coordinates. When absent the writer fills in where the target (else the actor) was at t. */
  readonly position?: readonly number[];
  /** Native coordinates of the other end: impact of a shot, goal line, impact of a throw. */
  readonly targetPosition?: readonly number[];
  /** Native frame index, when the source has frames. */
  readonly frame?: number;
  /** The native payload, whole. */
  readonly data?: JsonObject;
  /** The same as JSON, from a source that has it. */
  readonly json?: string;
}

/** Everything of SessionInfo that only the adapter can know; the rest (counts, channels, warnings) is the writer's. */
export type SessionHeader = Pick<
  SessionInfo,
  | 'game'
  | 'format'
  | 'adapterVersion'
  | 'title'
  | 'world'
  | 'worldSize'
  | 'startedAt'
  | 'framePeriodMs'
  | 'maxInterpolateMs'
  | 'space'
  | 'result'
  | 'data'
>;

export interface SessionSink {
  /** May be called again as more of the header becomes known; later fields win. At least `game`, `format`, `adapterVersion` and `space` must be set before the first sample. */
  header(part: Partial<SessionHeader>): void;
  channel(def: NewChannel): number;
  /** Index of a string in the session's table; 0 is "". */
  intern(text: string): number;
  entity(e: NewEntity): EntityId;
  updateEntity(id: EntityId, patch: Partial<NewEntity>): void;

  /** The entity exists from t on, as a new continuous stretch. */
  appear(entity: EntityId, t: number): void;
  /** The entity no longer exists from t on. */
  vanish(entity: EntityId, t: number): void;
  /** A teleport, respawn or hole in the data at t: the entity goes on existing but nothing is interpolated across t. */
  gap(entity: EntityId, t: number): void;

  /** One number of a width-1 channel ('string' channels take `intern`, 'entity' channels an EntityId). */
  number(entity: EntityId, channel: number, t: number, value: number): void;
  /** `width` numbers, read from values[offset…]; they are copied. */
  vector(entity: EntityId, channel: number, t: number, values: ArrayLike<number>, offset?: number): void;

  event(e: NewEvent): void;
  /** A clock that goes on may be said again: the later map replaces the earlier one of that id. */
  clock(map: ClockMap): void;
  /** The recorded frames: regular ones by count, else one call of `number` on the session entity's `frame` channel per frame. */
  regularFrames(first: number, last: number, tOfFrame: (frame: number) => number): void;

  /** Something of the input was unreadable or doubtful; counted by code, the first detail is kept as one sentence. */
  warn(code: string, detail: string): void;
  /** The source ended early. */
  partial(): void;
  /** Nothing older than t will come any more: what lies before may be sealed. Time-major sources call it as they go. */
  settled(t: number): void;
  /** Bytes of the input that were consumed so far, and what is being done ("507 entities found, reading positions"). */
  progress(bytesDone: number, step: string): void;
  /** Writes out what is over budget; throws the abort reason when cancelled. */
  drain(): Promise<void>;
  /** Takes a session that is stored already, whole and in the place of everything above; `bytes`: of the input. Missing in sinks that only want samples. */
  copy?(session: SessionSource, bytes: number): Promise<void>;
}
