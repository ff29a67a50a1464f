import type { EventType } from '../../../../../shared/session/event-types.ts';
/** `events`: the tuples of every OCAP since 2016 into the shared vocabulary. */
import type { EntityId, JsonObject, JsonValue } from '../../../../../shared/session/model.ts';
import type { NewEvent } from '../../../session-sink.ts';
import { Damaged, parseRange, type ItemReader } from './json-stream.ts';
import { arrayOf, asJson, numberOf, pointOf, textOf } from './native.ts';
import type { Known, Recording } from './recording.ts';

/** Position of the fields of a sector event after its type: newer [objectType, unitName, side, pos], older [type, unitName, unitColor, objectColor, pos]. */
type Part = Pick<NewEvent, 'type'> & Partial<Pick<NewEvent, 'actor' | 'target' | 'weapon' | 'position'>> & { readonly data?: JsonObject };

export class Events implements ItemReader {
  readonly maxItem = 2 ** 20;
  readonly between = '],[';
  readonly after = [']],"', ']]}'];
  /** How the match ended, in the game's words. */
  result: string | null = null;
  readonly #recording: Recording;

  constructor(recording: Recording) {
    this.#recording = recording;
  }

  item(bytes: Uint8Array, start: number, end: number): void {
    const tuple = arrayOf(parseRange(bytes, start, end));
    const [frame, nativeType] = tuple;
    if (typeof nativeType !== 'string' || !this.#recording.plausible(frame)) throw new Damaged('an event has no frame or no type');
    const { data, ...part } = this.#part(tuple, Math.trunc(frame), nativeType);
    this.#recording.sink.event({
      t: this.#recording.time(frame),
      nativeType,
      frame: Math.trunc(frame),
      data: { native: asJson(tuple), ...data },
      ...part,
    });
  }

  damaged(why: string): void {
    this.#recording.sink.warn('bad-event', `An event was left out: ${why}.`);
  }

  #part(tuple: readonly unknown[], frame: number, nativeType: string): Part {
    const [, , value] = tuple;
    switch (nativeType) {
      case 'killed':
      case 'hit':
        return this.#fight(tuple, frame, nativeType);
      case 'connected':
        return this.#person('join', value, frame);
      case 'disconnected':
        return this.#person('leave', value, frame);
      case 'generalEvent':
        return { type: 'note', data: { text: plain(value) } };
      case 'endMission':
        return this.#end(value);
      case 'captured':
        return this.#sector('capture', arrayOf(value), frame);
      case 'contested':
        return this.#sector('contest', arrayOf(value), frame);
      case 'capturedFlag':
        return this.#flag(arrayOf(value), frame);
      case 'terminalHackStarted':
        return this.#hack('hack_start', arrayOf(value), frame);
      case 'terminalHackCanceled':
        return this.#hack('hack_cancel', arrayOf(value), frame);
      case 'respawnTickets':
        return { type: 'tickets', data: { tickets: parsed(value) } };
      case 'counterInit':
      case 'counterSet':
        return { type: 'score', data: { counter: parsed(value) } };
      default:
        return { type: 'custom', data: { text: plain(value) } };
    }
  }

  /** [f, type, victim, [killer, weapon], distance], [f, type, victim, ["null"]], and [f, type, source, target, weapon, distance]. */
  #fight(tuple: readonly unknown[], frame: number, nativeType: 'killed' | 'hit'): Part {
    const [, , third, fourth, fifth, sixth] = tuple;
    const [killer, by] = arrayOf(fourth);
    const flat = typeof fourth === 'number';
    const [actorId, victimId, weapon, distance] = flat ? [third, fourth, fifth, sixth] : [killer, third, by, fifth];
    const victim = this.#known(victimId);
    const actor = this.#known(actorId);
    const text = textOf(weapon).trim();
    const metres = numberOf(distance);
    const data: Record<string, JsonValue> = {};
    if (metres !== undefined) data['distance'] = metres;
    if (actor !== undefined && victim !== undefined && actor !== victim) {
      const team = this.#recording.teamAt(actor, frame);
      if (team !== 0 && team === this.#recording.teamAt(victim, frame)) data['friendly'] = true;
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

  #known(id: unknown): Known | undefined {
    if (typeof id !== 'number') return undefined;
    const known = this.#recording.entities.get(id);
    if (known === undefined && id >= 0)
      this.#recording.sink.warn('unknown-entity', `An event names entity ${id}, which the recording does not have.`);
    return known;
  }

  #person(type: 'join' | 'leave', value: unknown, frame: number): Part {
    const name = textOf(value);
    return { type, ...this.#byName(name, frame), data: { name } };
  }

  #byName(name: string, frame: number): { actor?: EntityId } {
    const actor = this.#recording.named(name, frame);
    return actor === undefined ? {} : { actor };
  }

  #end(value: unknown): Part {
    const [side, message] = typeof value === 'string' ? ['', value] : arrayOf(value).map(textOf);
    const text = message !== undefined && message !== '' ? message : (side ?? '');
    if (text !== '') this.result = text;
    return { type: 'match_end', data: { side: side ?? '', message: message ?? '' } };
  }

  /** Newer: [objectType, name, side, [pos]]; older: [objectType, unit, unitColour, objectColour, [pos]]. */
  #sector(type: 'capture' | 'contest', value: readonly unknown[], frame: number): Part {
    const older = value.length >= 5 && typeof value[3] === 'string';
    const [objectType, name, side] = value.map(textOf);
    const data: JsonObject = older
      ? { objectType: objectType ?? '', name: objectType ?? '', unit: name ?? '', side: side ?? '' }
      : { objectType: objectType ?? '', name: name ?? '', side: side ?? '' };
    return { type, ...place(value), ...(older ? this.#byName(name ?? '', frame) : {}), data };
  }

  /** [unit, unitColour, flagColour, [pos]] */
  #flag(value: readonly unknown[], frame: number): Part {
    const [unit, side] = value.map(textOf);
    return {
      type: 'capture',
      ...place(value),
      ...this.#byName(unit ?? '', frame),
      data: { name: 'flag', unit: unit ?? '', side: side ?? '' },
    };
  }

  /** [unit, unitColour, terminalColour, terminal, [pos] or state, countdown] */
  #hack(type: 'hack_start' | 'hack_cancel', value: readonly unknown[], frame: number): Part {
    const [unit, side, , name] = value.map((item) => (typeof item === 'number' ? String(item) : textOf(item)));
    return { type, ...place(value), ...this.#byName(unit ?? '', frame), data: { name: name ?? '', unit: unit ?? '', side: side ?? '' } };
  }
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
