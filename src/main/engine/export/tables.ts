/** Events and tracks of a session as tables, and as lines of JSON with the same fields. docs/FORMATS.md is their schema. */
import type { SessionSource } from '../session-source.ts';
import { csvRow, type CsvField } from './csv.ts';
import { eventLines, type EventLine } from './event-lines.ts';
import type { Coordinates } from './to-metres.ts';
import { trackSamples, type TrackSample } from './track-samples.ts';

const PARTY = ['id', 'native_id', 'name', 'team'] as const;
const EVENT_COLUMNS = [
  't_ms',
  'frame',
  'type',
  'native_type',
  ...PARTY.map((field) => `actor_${field}`),
  ...PARTY.map((field) => `target_${field}`),
  'weapon',
  'x_m',
  'y_m',
  'z_m',
  'data',
];
const TRACK_COLUMNS = [
  't_ms',
  'frame',
  'entity_id',
  'native_id',
  'kind',
  'name',
  'team',
  'segment',
  'x_m',
  'y_m',
  'z_m',
  'heading_rad',
  'life',
  'parent_id',
];

export async function* eventRows(session: SessionSource): AsyncGenerator<string> {
  yield csvRow(EVENT_COLUMNS);
  for await (const { t, frame, type, nativeType, actor, target, weapon, position, data } of eventLines(session)) {
    const json = data === null ? null : JSON.stringify(data);
    yield csvRow([t, frame, type, nativeType, ...party(actor), ...party(target), weapon, ...coordinates(position), json]);
  }
}

export async function* trackRows(session: SessionSource): AsyncGenerator<string> {
  yield csvRow(TRACK_COLUMNS);
  for await (const { t, frame, entity, segment, name, team, position, heading, life, parent } of trackSamples(session)) {
    const who = [entity.id, entity.nativeId, entity.kind, name, team, segment];
    yield csvRow([t, frame, ...who, ...coordinates(position), heading, life, parent]);
  }
}

export async function* eventJson(session: SessionSource): AsyncGenerator<string> {
  for await (const event of eventLines(session)) yield `${JSON.stringify(event)}\n`;
}

export async function* trackJson(session: SessionSource): AsyncGenerator<string> {
  for await (const sample of trackSamples(session)) yield `${JSON.stringify(shown(sample))}\n`;
}

function shown({ t, frame, entity, segment, name, team, position, heading, life, parent }: TrackSample): object {
  return {
    t,
    frame,
    entity: entity.id,
    nativeId: entity.nativeId,
    kind: entity.kind,
    name,
    team,
    segment,
    position,
    heading,
    life,
    parent,
  };
}

function party(one: EventLine['actor']): readonly CsvField[] {
  return one === null ? [null, null, null, null] : [one.id, one.nativeId, one.name, one.team];
}

function coordinates(position: Coordinates | null): readonly CsvField[] {
  return [position?.[0] ?? null, position?.[1] ?? null, position?.[2] ?? null];
}
