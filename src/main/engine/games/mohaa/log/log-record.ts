/**
 * A record of a log of what game servers sent. As a capture keeps them, a line each:
 *
 *     {"receivedAt":1770386400000,"server":"dev-server-01","body":"type=kill&…"}      the body as it came
 *     {"receivedAt":1770386400000,"server":"dev-server-01","events":[{"type":…}]}     or its events
 *
 * and "match":"6f1c…" says which match a capture took them for, so that reading it again cannot decide otherwise.
 *
 * receivedAt is Unix ms or ISO 8601. Records without that are read too: an event, a form, or an object with such in `events`, `body` or `bodies`.
 */
import type { JsonObject, JsonValue } from '../../../../../shared/session/model.ts';
import { parseBody, type BodyLimits } from '../dialect/body.ts';
import type { NativeEvent } from '../dialect/native-event.ts';

export interface LogRecord {
  /** Unix ms, NaN when unknown. */
  readonly receivedAt: number;
  /** "" when unknown. */
  readonly server: string;
  /** Of a log in which matches were told apart already, else "". */
  readonly match: string;
  readonly events: readonly NativeEvent[];
  readonly skipped: number;
  readonly problem: string | null;
}

/** A file was accepted once: it is read whole, however large a body is. */
const LIMITS: BodyLimits = { bytes: 8 * 2 ** 20, events: 100_000 };

export function parseRecord(text: string): LogRecord {
  const none = { receivedAt: Number.NaN, server: '', match: '' };
  if (!text.startsWith('{')) return { ...none, ...parseBody(text, LIMITS) };
  // Only these are taken for wrappings: an event has a type at its beginning or at its end.
  const value = /"(body|bodies|events)"\s*:/.test(text) ? object(text) : null;
  if (value === null || typeof value['type'] === 'string') return { ...none, ...parseBody(text, LIMITS) };
  const server = value['server'] ?? value['server_id'];
  return {
    receivedAt: timeOf(value['receivedAt'] ?? value['received_at']),
    server: typeof server === 'string' ? server.slice(0, 200) : '',
    match: typeof value['match'] === 'string' ? value['match'].slice(0, 64) : '',
    ...joined(bodiesOf(value).map((body) => parseBody(typeof body === 'string' ? body : JSON.stringify(body), LIMITS))),
  };
}

/** The line of a record, with its end. `events`: each as JSON, in the form in which it was sent; the server's token is in none of them. */
export function recordLine(receivedAt: number, server: string, events: readonly string[], match = ''): string {
  const ofMatch = match === '' ? '' : `,"match":${JSON.stringify(match)}`;
  return `{"receivedAt":${receivedAt},"server":${JSON.stringify(server)}${ofMatch},"events":[${events.join()}]}\n`;
}

function object(text: string): JsonObject | null {
  try {
    return JSON.parse(text) as JsonObject;
  } catch {
    return null;
  }
}

function bodiesOf({ body, bodies, events }: JsonObject): readonly JsonValue[] {
  const list = bodies ?? body ?? events;
  if (list === undefined || list === null) return [];
  return bodies !== undefined && typeof bodies === 'object' ? Object.values(bodies as JsonObject) : [list];
}

function timeOf(value: JsonValue | undefined): number {
  if (typeof value === 'number') return value > 0 ? value : Number.NaN;
  return typeof value === 'string' ? Date.parse(value) : Number.NaN;
}

function joined(bodies: readonly ReturnType<typeof parseBody>[]): Pick<LogRecord, 'events' | 'skipped' | 'problem'> {
  return {
    events: bodies.flatMap(({ events }) => events),
    skipped: bodies.reduce((sum, { skipped }) => sum + skipped, 0),
    problem: bodies.find(({ problem }) => problem !== null)?.problem ?? null,
  };
}
