/** What the worker must know of a session to make points of it. */
import type { HeatProfile } from '../../shared/games/profile.ts';
import type { EntityKind, SessionInfo } from '../../shared/session/model.ts';
import type { EventTable } from '../replay/playback/types.ts';

export interface HeatSubject {
  readonly info: SessionInfo;
  readonly strings: readonly string[];
  /** Of the profile, by index. */
  readonly teams: readonly string[];
  readonly kinds: readonly HeatProfile[];
  /** By EntityId. */
  readonly entityKinds: readonly EntityKind[];
  /** By EntityId: index of the first known team, -1 for none. */
  readonly firstTeams: Int8Array;
}

export type HeatEvents = Pick<EventTable, 'count' | 't' | 'type' | 'actor' | 'target' | 'weapon' | 'position' | 'targetPosition'>;

/** Channels that some kind asks for; each is a bit of `HeatKey.states`. */
export function statesOf(kinds: readonly HeatProfile[]): readonly string[] {
  return [...new Set(kinds.flatMap(({ from }) => ('dwell' in from && from.during !== undefined ? [from.during] : [])))];
}
