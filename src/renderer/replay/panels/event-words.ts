/** Turns an event into words: the profile's templates filled with names, weapon and payload, as parts so that names can be coloured and clicked. */
import type { EventText, GameProfile } from '../../../shared/games/profile.ts';
import { EVENT_TYPES } from '../../../shared/session/event-types.ts';
import { formatDecimal } from '../../ui/format.ts';
import { words } from '../../words/words.ts';
import type { LoadedSession } from '../playback/types.ts';

export interface Part {
  readonly text: string;
  /** EntityId when the part is somebody's name. */
  readonly entity: number | null;
}

export interface EventWords {
  /** Lucide icon name. */
  readonly icon: string;
  readonly text: readonly Part[];
  /** Second, quieter line; empty when there is nothing to say. */
  readonly detail: string;
}

export type EventData = Readonly<Record<string, unknown>> | null;

/** The profile's text for an event; the native name's own words win over the type's. */
export function textOf(session: LoadedSession, seq: number): EventText {
  const { events, profile, strings } = session;
  const native = strings[events.nativeType[seq] ?? 0] ?? '';
  const type = EVENT_TYPES[events.type[seq] ?? 0] ?? 'custom';
  return profile.nativeEvents[native] ?? profile.events[type] ?? fallback(profile, type, native);
}

/** `data` is the native payload when it has been loaded; what it would fill in is left out until then. */
export function eventWords(session: LoadedSession, seq: number, data: EventData): EventWords {
  const text = textOf(session, seq);
  const fill = filler(session, seq, data);
  const unknown = (field: string): string => (data === null && field.startsWith('data.') ? '' : words().panels.events.unknown);
  return {
    icon: text.icon,
    text: render(text.text, fill, unknown),
    detail: text.detail === undefined ? '' : joined(render(text.detail, fill, unknown)),
  };
}

export function joined(parts: readonly Part[]): string {
  return parts.map((part) => part.text).join('');
}

type Filler = (field: string) => Part | null;
/** A field that is known only as a number that is not below 0: sources write -1 for none. */
const AT_LEAST_0 = '>=0';

function filler({ events, entities, strings }: LoadedSession, seq: number, data: EventData): Filler {
  const person = (id: number | undefined): Part | null => {
    const entity = id === undefined || id === 0 ? undefined : entities[id];
    return entity === undefined
      ? null
      : { text: entity.name === '' ? `${entity.className ?? entity.kind} ${entity.nativeId}` : entity.name, entity: entity.id };
  };
  return (field) => {
    if (field === 'actor') return person(events.actor[seq]);
    if (field === 'target') return person(events.target[seq]);
    if (field === 'native') return { text: strings[events.nativeType[seq] ?? 0] ?? '', entity: null };
    if (field.endsWith(AT_LEAST_0)) {
      const value = dig(data, field.slice(5, -AT_LEAST_0.length).split('.'));
      return typeof value === 'number' && value >= 0 ? { text: shown(value), entity: null } : null;
    }
    const value =
      field === 'weapon' ? strings[events.weapon[seq] ?? 0] : field.startsWith('data.') ? dig(data, field.slice(5).split('.')) : undefined;
    const text = shown(value);
    return text === '' ? null : { text, entity: null };
  };
}

/** A field of a payload by its path; arrays by index. */
export function dig(data: unknown, path: readonly string[]): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : formatDecimal(value, 1);
  return '';
}

/** A part in [brackets] is left out when one of its {fields} is unknown; elsewhere an unknown field reads as `unknown` says. */
function render(template: string, fill: Filler, unknown: (field: string) => string): Part[] {
  const parts: Part[] = [];
  for (const [, optional, rest] of template.matchAll(/\[([^\]]*)\]|([^[]+)/g)) {
    const piece = fillPiece(optional ?? rest ?? '', fill, unknown);
    if (piece.complete || optional === undefined) parts.push(...piece.parts);
  }
  return trimmed(parts);
}

function fillPiece(piece: string, fill: Filler, unknown: (field: string) => string): { parts: Part[]; complete: boolean } {
  const parts: Part[] = [];
  let complete = true;
  for (const [, field, literal] of piece.matchAll(/\{([^}]*)\}|([^{]+)/g)) {
    if (literal !== undefined) parts.push({ text: literal, entity: null });
    else {
      const part = fill(field ?? '');
      if (part === null) complete = false;
      parts.push(part ?? { text: unknown(field ?? ''), entity: null });
    }
  }
  return { parts, complete };
}

/** No separator is left over where the first or the last part was left out. */
function trimmed(parts: readonly Part[]): Part[] {
  const kept = parts.filter(({ text }) => text !== '');
  const [first] = kept;
  if (first?.entity === null) {
    const text = first.text.replace(/^[,\s]+/, '');
    if (text !== first.text) return trimmed([{ text, entity: null }, ...kept.slice(1)]);
  }
  const last = kept.at(-1);
  if (last?.entity === null) {
    const text = last.text.replace(/[,\s]+$/, '');
    if (text !== last.text) return trimmed([...kept.slice(0, -1), { text, entity: null }]);
  }
  return kept;
}

function fallback(profile: GameProfile, type: string, native: string): EventText {
  const name = native === '' ? type : native;
  return { icon: profile.icon, text: words().panels.events.template(name.replaceAll('_', ' ')) };
}
