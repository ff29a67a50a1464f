/**
 * One event as a form line, type=kill&match_id=…, as scripts join it: values are not encoded, so a name or a message may hold &, =, + and % as they are.
 * Never throws.
 */
import type { JsonObject } from '../../../../../shared/session/model.ts';
import { isKnownField } from './fields.ts';

const FIELD_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;
const ESCAPE = /%[0-9a-fA-F]{2}/;
const ESCAPES = /(?:%[0-9a-fA-F]{2})+/g;
/** Texts that people type: what looks like a further field may be a part of them. */
const FREE_TEXT = /^message$|_name$|^name$/;
export const MAX_FIELDS = 256;

/** Null when it is no form: nothing in it has a name and a value. */
export function parseForm(line: string): JsonObject | null {
  // Only what a real encoder wrote has plus signs for spaces, and that one leaves neither spaces nor slashes.
  const plus = line.includes('+') && ESCAPE.test(line) && !/[ /:]/.test(line);
  const entries = new Map<string, string>();
  let last = '';
  let fields = 0;
  for (const piece of line.split('&')) {
    const equals = piece.indexOf('=');
    const key = equals < 0 ? '' : piece.slice(0, equals);
    const value = piece.slice(equals + 1);
    if (!isKnownField(key) && !beginsField(key, last)) {
      // No field begins here: the ampersand was part of the value before.
      const before = entries.get(last);
      if (before !== undefined) entries.set(last, `${before}&${piece}`);
      continue;
    }
    if (++fields > MAX_FIELDS) break;
    // The script writes the type first and its token last: what a player's name smuggles in between counts for nothing.
    const isLate = key === 'server_token' || key === 'server_id';
    last = key;
    if (isLate || !entries.has(key)) entries.set(key, value);
    else last = '';
  }
  if (entries.size === 0) return null;
  return Object.fromEntries(Array.from(entries, ([key, value]) => [key, decoded(value, plus)]));
}

/** Whether an unknown key is one: within texts that people type only when it reads like those of trackers, in lower case and of several letters. */
function beginsField(key: string, last: string): boolean {
  return FIELD_NAME.test(key) && (!FREE_TEXT.test(last) || (/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(key) && key.length > 2));
}

/** Escapes that are none stay as they are. */
function decoded(value: string, plus: boolean): string {
  const text = plus ? value.replaceAll('+', ' ') : value;
  if (!text.includes('%')) return text;
  return text.replace(ESCAPES, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}
