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
  /** Of a session that is counted with an open one: by its EntityIds and string indices those of the open one with the same name, -1 for none. */
  readonly entityAs: Int32Array | null;
  readonly stringAs: Int32Array | null;
}

export type HeatEvents = Pick<EventTable, 'count' | 't' | 'type' | 'actor' | 'target' | 'weapon' | 'position' | 'targetPosition'>;

export function emptyHeatEvents(count: number): HeatEvents {
  const ints = (): Int32Array => new Int32Array(count);
  return {
    count,
    t: ints(),
    type: new Uint8Array(count),
    actor: ints(),
    target: ints(),
    weapon: ints(),
    position: new Float32Array(count * 3),
    targetPosition: new Float32Array(count * 3),
  };
}

/** A copy of the events from `from` to before `to`, to be handed over. */
export function partOf(events: HeatEvents, from: number, to: number): HeatEvents {
  return {
    count: to - from,
    t: events.t.slice(from, to),
    type: events.type.slice(from, to),
    actor: events.actor.slice(from, to),
    target: events.target.slice(from, to),
    weapon: events.weapon.slice(from, to),
    position: events.position.slice(from * 3, to * 3),
    targetPosition: events.targetPosition.slice(from * 3, to * 3),
  };
}

export function putPart(events: HeatEvents, part: HeatEvents, at: number): void {
  events.t.set(part.t, at);
  events.type.set(part.type, at);
  events.actor.set(part.actor, at);
  events.target.set(part.target, at);
  events.weapon.set(part.weapon, at);
  events.position.set(part.position, at * 3);
  events.targetPosition.set(part.targetPosition, at * 3);
}

export function buffersOf({ t, type, actor, target, weapon, position, targetPosition }: HeatEvents): ArrayBuffer[] {
  return [t, type, actor, target, weapon, position, targetPosition].map(({ buffer }) => buffer as ArrayBuffer);
}

/** Channels that some kind asks for; each is a bit of `HeatKey.states`. */
export function statesOf(kinds: readonly HeatProfile[]): readonly string[] {
  return [...new Set(kinds.flatMap(({ from }) => ('dwell' in from && from.during !== undefined ? [from.during] : [])))];
}
