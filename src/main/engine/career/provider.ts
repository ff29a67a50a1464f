/** What a game brings to count over all its sessions: a run is told the events of one session in order of t, and answers with rows that can be added and taken away. */
import type { EventType } from '../../../shared/session/event-types.ts';
import type { EntityKind, JsonObject, SessionInfo } from '../../../shared/session/model.ts';
import type { CareerModel } from './model.ts';
import type { SessionMoments, SessionPoints, SessionRows } from './rows.ts';

export interface CareerEntity {
  readonly kind: EntityKind;
  readonly nativeId: string;
  readonly name?: string;
  readonly team?: string | null;
  readonly data?: JsonObject | null;
}

/** Valid only during the call. */
export interface CareerEvent {
  /** ms since the session's start */
  readonly t: number;
  readonly type: EventType;
  readonly nativeType: string;
  /** EntityId, absent or 0 for none. */
  readonly actor?: number;
  readonly target?: number;
  readonly weapon?: string;
  /** Native coordinates; absent or NaN where unknown. */
  readonly position?: ArrayLike<number>;
  readonly data?: JsonObject | null;
}

export interface CareerRun {
  event(event: CareerEvent): void;
  /** What was counted so far: the same whenever the same was told. */
  rows(info: SessionInfo): SessionRows;
  points(): readonly SessionPoints[];
  /** Absent where a game keeps none. */
  moments?(): SessionMoments;
}

export interface CareerProvider {
  readonly model: CareerModel;
  /** Goes up when it counts something in another way: sessions are then counted again. */
  readonly version: number;
  /** `entity`: what is known of one by now; its kind never changes, its name and id may. */
  begin(entity: (id: number) => CareerEntity): CareerRun;
}
