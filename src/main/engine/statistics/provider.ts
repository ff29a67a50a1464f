/** What a game brings to count over one of its sessions: a run that is given samples and events in order of t, and answers with sections. */
import type { EventType } from '../../../shared/session/event-types.ts';
import type { EntityInfo, JsonObject, SessionInfo } from '../../../shared/session/model.ts';
import type { StatisticsSection } from '../../../shared/statistics.ts';
import type { Words } from './moments-builder.ts';

export interface StatisticsSession {
  readonly info: SessionInfo;
  /** Index = EntityId. */
  readonly entities: readonly EntityInfo[];
  readonly strings: readonly string[];
}

/** The event that a run is told of; valid only during the call. */
export interface StatisticsEvent {
  /** ms */
  readonly t: number;
  readonly type: EventType;
  /** EntityId, 0 for none. */
  readonly actor: number;
  readonly target: number;
  /** "" for none. */
  readonly weapon: string;
  /** Session metres, NaN where unknown. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** Null unless the run asked for payloads of this type. */
  readonly data: JsonObject | null;
}

export interface StatisticsRun {
  /** Names of layer-0 channels to be told of; their order is the order of samples of one moment. Those that a session lacks are left out. */
  readonly channels: readonly string[];
  /** Events whose payload is needed. */
  readonly payloads: readonly EventType[];
  /** A change of a channel (index in `channels`): native numbers at values[at]…. In order of t. */
  sample(channel: number, entity: number, t: number, values: Float64Array | Int32Array, at: number): void;
  /** After all samples of its t. */
  event(event: StatisticsEvent): void;
  /** Everything was told. */
  finish(): readonly StatisticsSection[];
}

export interface StatisticsProvider {
  begin(session: StatisticsSession, words: Words): StatisticsRun;
}
