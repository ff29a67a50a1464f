/** One event in the tuple form that OCAP files have had since 2016, [frame, type, …], into the shared vocabulary. */
import type { EventType } from '../../../../shared/session/event-types.ts';
import type { EntityId, JsonObject, JsonValue } from '../../../../shared/session/model.ts';
import type { NewEvent } from '../../session-sink.ts';
import { arrayOf, asJson, numberOf, pointOf, textOf } from './native.ts';

export interface CastMember {
  readonly id: EntityId;
  readonly vehicle: boolean;
}

/** Who an event may speak of. Frames are those of the tuple. */
export interface Cast<M extends CastMember = CastMember> {
  /** By the recorder's own id; undefined for anything that is no known id, which is warned of where it should be one. */
  find(nativeId: unknown): M | undefined;
  /** The unit called so at a frame. */
  named(name: string, frame: number): EntityId | undefined;
  /** Interned team at a frame, 0 for none. */
  teamAt(member: M, frame: number): number;
}

export type EventPart = Pick<NewEvent, 'type'> &
  Partial<Pick<NewEvent, 'actor' | 'target' | 'weapon' | 'position'>> & { readonly data?: JsonObject };

export function eventPart<M extends CastMember>(tuple: readonly unknown[], frame: number, nativeType: string, cast: Cast<M>): EventPart {
  const [, , value] = tuple;
  switch (nativeType) {
    case 'killed':
    case 'hit':
      return fight(tuple, frame, nativeType, cast);
    case 'connected':
      return person('join', tuple, frame, cast);
    case 'disconnected':
      return person('leave', tuple, frame, cast);
    case 'generalEvent':
      return { type: 'note', data: { text: plain(value) } };
    case 'endMission':
      return ending(value);
    case 'captured':
      return sector('capture', arrayOf(value), frame, cast);
    case 'contested':
      return sector('contest', arrayOf(value), frame, cast);
    case 'capturedFlag':
      return flag(arrayOf(value), frame, cast);
    case 'terminalHackStarted':
      return hack('hack_start', arrayOf(value), frame, cast);
    case 'terminalHackCanceled':
      return hack('hack_cancel', arrayOf(value), frame, cast);
    case 'respawnTickets':
      return { type: 'tickets', data: { tickets: parsed(value) } };
    case 'counterInit':
    case 'counterSet':
      return { type: 'score', data: { counter: parsed(value) } };
    case 'chat':
      return chat(tuple, cast);
    case 'radio':
      return radio(tuple, cast);
    case 'ace3_death':
      // The recorder tells some deaths twice: as a kill, and with what the medical system says of it.
      return {
        type: tuple[5] === true ? 'note' : 'death',
        ...partyOf('target', value, cast),
        ...partyOf('actor', tuple[4], cast),
        data: { text: plain(tuple[3]) },
      };
    case 'ace3_unconscious':
      return { type: tuple[3] === false ? 'revived' : 'incapacitated', ...partyOf('target', value, cast) };
    case 'detonated':
      return { type: 'explosion', ...place(tuple), ...partyOf('actor', tuple[3], cast), data: { name: plain(value) } };
    default:
      return { type: 'custom', data: { text: plain(value) } };
  }
}

/** [f, type, victim, [killer, weapon], distance], [f, type, victim, ["null"]], and [f, type, source, target, weapon, distance]. */
function fight<M extends CastMember>(tuple: readonly unknown[], frame: number, nativeType: 'killed' | 'hit', cast: Cast<M>): EventPart {
  const [, , third, fourth, fifth, sixth] = tuple;
  const [killer, by] = arrayOf(fourth);
  const flat = typeof fourth === 'number';
  const [actorId, victimId, weapon, distance] = flat ? [third, fourth, fifth, sixth] : [killer, third, by, fifth];
  const victim = cast.find(victimId);
  const actor = cast.find(actorId);
  const text = textOf(weapon).trim();
  const metres = numberOf(distance);
  const data: Record<string, JsonValue> = {};
  if (metres !== undefined) data['distance'] = metres;
  if (actor !== undefined && victim !== undefined && actor !== victim) {
    const team = cast.teamAt(actor, frame);
    if (team !== 0 && team === cast.teamAt(victim, frame)) data['friendly'] = true;
  }
  const type: EventType = nativeType === 'hit' ? 'hit' : victim?.vehicle === true ? 'destroyed' : actor === undefined ? 'death' : 'kill';
  return {
    type,
    ...(actor === undefined ? {} : { actor: actor.id }),
    ...(victim === undefined ? {} : { target: victim.id }),
    ...(text === '' || text === '[]' ? {} : { weapon: text }),
    data,
  };
}

/** [f, 'chat', sender, channel, from, name, text, uid] */
function chat(tuple: readonly unknown[], cast: Cast): EventPart {
  const [channel, from, name, text, uid] = tuple.slice(3).map(textOf) as [string, string, string, string, string];
  return { type: 'chat', ...partyOf('actor', tuple[2], cast), data: { channel, from, name: name || from, text, uid } };
}

/** [f, 'radio', sender, radio, SW or LR, Start or End, channel, additional, frequency, code] */
function radio(tuple: readonly unknown[], cast: Cast): EventPart {
  const [, , sender, name, range, phase, channel, additional, frequency, code] = tuple;
  const data = {
    radio: textOf(name),
    range: textOf(range),
    phase: textOf(phase),
    channel: numberOf(channel) ?? 0,
    additional: additional === true,
    frequency: numberOf(frequency) ?? 0,
    code: textOf(code),
  };
  return { type: 'radio', ...partyOf('actor', sender, cast), data };
}

function partyOf(part: 'actor' | 'target', id: unknown, cast: Cast): { actor?: EntityId; target?: EntityId } {
  const member = cast.find(id);
  return member === undefined ? {} : { [part]: member.id };
}

/** [f, type, name, more?] */
function person(type: 'join' | 'leave', tuple: readonly unknown[], frame: number, cast: Cast): EventPart {
  const name = textOf(tuple[2]);
  const uid = textOf((tuple[3] as { readonly playerUid?: unknown } | null | undefined)?.playerUid);
  return { type, ...byName(name, frame, cast), data: uid === '' ? { name } : { name, uid } };
}

function byName(name: string, frame: number, cast: Cast): { actor?: EntityId } {
  const actor = cast.named(name, frame);
  return actor === undefined ? {} : { actor };
}

function ending(value: unknown): EventPart {
  const [side, message] = typeof value === 'string' ? ['', value] : arrayOf(value).map(textOf);
  return { type: 'match_end', data: { side: side ?? '', message: message ?? '' } };
}

/** Newer: [objectType, name, side, [pos]]; older: [objectType, unit, unitColour, objectColour, [pos]]. */
function sector(type: 'capture' | 'contest', value: readonly unknown[], frame: number, cast: Cast): EventPart {
  const older = value.length >= 5 && typeof value[3] === 'string';
  const [objectType, name, side] = value.map(textOf);
  const data: JsonObject = older
    ? { objectType: objectType ?? '', name: objectType ?? '', unit: name ?? '', side: side ?? '' }
    : { objectType: objectType ?? '', name: name ?? '', side: side ?? '' };
  return { type, ...place(value), ...(older ? byName(name ?? '', frame, cast) : {}), data };
}

/** [unit, unitColour, flagColour, [pos]] */
function flag(value: readonly unknown[], frame: number, cast: Cast): EventPart {
  const [unit, side] = value.map(textOf);
  return {
    type: 'capture',
    ...place(value),
    ...byName(unit ?? '', frame, cast),
    data: { name: 'flag', unit: unit ?? '', side: side ?? '' },
  };
}

/** [unit, unitColour, terminalColour, terminal, [pos] or state, countdown] */
function hack(type: 'hack_start' | 'hack_cancel', value: readonly unknown[], frame: number, cast: Cast): EventPart {
  const [unit, side, , name] = value.map((item) => (typeof item === 'number' ? String(item) : textOf(item)));
  return { type, ...place(value), ...byName(unit ?? '', frame, cast), data: { name: name ?? '', unit: unit ?? '', side: side ?? '' } };
}

/** The first item that is a point. */
function place(value: readonly unknown[]): { position?: readonly number[] } {
  for (const item of value) {
    const position = pointOf(item);
    if (position !== undefined) return { position };
  }
  return {};
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
}

/** 2023 files have arrays as text. */
function parsed(value: unknown): JsonValue {
  if (typeof value !== 'string') return asJson(value ?? null);
  try {
    return asJson(JSON.parse(value));
  } catch {
    return value;
  }
}

/** What the end of the match is called: its message, else its side; null when it has neither. `data` is that of a match_end. */
export function messageOfEnd(data: JsonObject | undefined): string | null {
  return textOf(data?.['message']) || textOf(data?.['side']) || null;
}
