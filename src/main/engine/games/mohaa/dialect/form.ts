/**
 * One event as a form line, type=kill&match_id=…, as scripts join it: values are not encoded, so a name or a message may hold &, =, + and % as they are.
 * Never throws.
 */
import type { JsonObject } from '../../../../../shared/session/model.ts';
import { knownField } from './fields.ts';

const FIELD_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;
const ESCAPE = /%[0-9a-fA-F]{2}/;
const ESCAPES = /(?:%[0-9a-fA-F]{2})+/g;
/** Texts that people type: what looks like a further field may be a part of them. */
const FREE_TEXT = /^message$|_name$|^name$/;
const TOKEN = 'server_token';
export const MAX_FIELDS = 256;

export interface Form {
  readonly fields: JsonObject;
  /** `server_token`, which is in no field; "" for none. */
  readonly token: string;
  /** Some of the fields are none that trackers send. */
  readonly hasUnknown: boolean;
}

/** Null when it is no form: nothing in it has a name and a value. */
export function parseForm(line: string): Form | null {
  // Only what a real encoder wrote has plus signs for spaces, and that one leaves neither spaces nor slashes.
  const plus = line.includes('+') && ESCAPE.test(line) && !/[ /:]/.test(line);
  const fields: Record<string, string> = {};
  let token = '';
  let hasUnknown = false;
  let last = '';
  let count = 0;
  for (let start = 0; start <= line.length;) {
    const ampersand = line.indexOf('&', start);
    const end = ampersand < 0 ? line.length : ampersand;
    const equals = line.indexOf('=', start);
    const name = equals < 0 || equals >= end ? '' : line.slice(start, equals);
    const known = name === TOKEN ? TOKEN : knownField(name);
    const key = known ?? name;
    if (known === undefined && !beginsField(name, last)) {
      // No field begins here: the ampersand was part of the value before.
      const more = line.slice(start, end);
      if (last === TOKEN) token = `${token}&${more}`;
      else if (last !== '') fields[last] = `${fields[last]}&${more}`;
    } else {
      if (++count > MAX_FIELDS) break;
      if (known === undefined) hasUnknown = true;
      // The script writes the type first and its token last: what a player's name smuggles in between counts for nothing.
      const isTaken = key === TOKEN || key === 'server_id' || !Object.hasOwn(fields, key);
      last = isTaken ? key : '';
      if (key === TOKEN) token = line.slice(equals + 1, end);
      else if (isTaken) fields[key] = line.slice(equals + 1, end);
    }
    start = end + 1;
  }
  if (count === 0) return null;
  if (plus || line.includes('%')) {
    for (const key in fields) fields[key] = decoded(fields[key] as string, plus);
    token = decoded(token, plus);
  }
  return { fields, token, hasUnknown };
}

/** Whether an unknown key is one: within texts that people type only when it reads like those of trackers, in lower case and of several letters. */
function beginsField(key: string, last: string): boolean {
  return (
    key !== '' &&
    key !== '__proto__' &&
    FIELD_NAME.test(key) &&
    (!FREE_TEXT.test(last) || (/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(key) && key.length > 2))
  );
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
