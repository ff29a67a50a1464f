/**
 * A body that a game server sent, in any of the three dialects: one form, forms or JSON objects a line each, or a JSON array. Lenient: what can be read is read,
 * the rest is counted; it never throws.
 */
import type { JsonObject, JsonValue } from '../../../../../shared/session/model.ts';
import { MAX_FIELDS, parseForm } from './form.ts';
import { readEvent, type NativeEvent } from './native-event.ts';

/** `problem` of an event without a type. */
export const NO_TYPE = 'An event has no type.';
/** What people log in with: nobody needs it who looks at a match. */
const SECRET = /(?:^|_)(?:token|password|passwd|secret)$/i;
const HIDDEN = '(hidden)';
/** A flush of a server has about twenty events. */
const MAX_EVENTS = 10_000;
const MAX_BODY_BYTES = 2 ** 20;
/** Values within values: trackers send flat objects. */
const MAX_DEPTH = 8;

export interface BodyLimits {
  readonly bytes: number;
  readonly events: number;
}

const LIMITS: BodyLimits = { bytes: MAX_BODY_BYTES, events: MAX_EVENTS };

export interface ParsedBody {
  readonly events: readonly NativeEvent[];
  /** What was no event, or could not be read. */
  readonly skipped: number;
  /** One sentence about the first that was skipped, null when none was. */
  readonly problem: string | null;
  /** `server_token` of the body, "" when it has none; it is in no event. */
  readonly token: string;
  /** An array, or several lines; else it was to be one event. */
  readonly isBatch: boolean;
  /** JSON that is cut off or spoilt; what was whole of it is among the events. */
  readonly isDamaged: boolean;
}

export function parseBody(body: Uint8Array | string, limits: BodyLimits = LIMITS): ParsedBody {
  const reading = new BodyReading(limits);
  if (body.length > limits.bytes) reading.skip(`The body is larger than ${limits.bytes} bytes.`);
  else reading.read(cleaned(typeof body === 'string' ? body : decodedText(body)));
  return reading;
}

/** Servers write names as their players type them: in UTF-8, or in the code page of Windows. */
export function decodedText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = buffer.toString('utf8');
  return text.includes('\uFFFD') ? buffer.toString('latin1') : text;
}

/** The engine sends its terminating zero. */
function cleaned(text: string): string {
  return (text.includes('\0') ? text.replaceAll('\0', '') : text).trim(); // trims a byte order mark, too
}

class BodyReading implements ParsedBody {
  readonly events: NativeEvent[] = [];
  skipped = 0;
  problem: string | null = null;
  token = '';
  isBatch = false;
  isDamaged = false;
  readonly #limits: BodyLimits;

  constructor(limits: BodyLimits) {
    this.#limits = limits;
  }

  skip(problem: string): void {
    this.skipped++;
    this.problem ??= problem;
  }

  read(text: string): void {
    if (text === '') return;
    this.isBatch = text.startsWith('[') || text.includes('\n');
    if (text.startsWith('[') || text.startsWith('{')) {
      const value = json(text);
      if (Array.isArray(value)) return this.#takeAll(value as readonly JsonValue[]);
      if (value !== undefined) {
        this.isBatch = false; // one object, on several lines
        return this.#take(value);
      }
      if (text.startsWith('[')) return this.#salvage(text);
    }
    for (const line of text.split('\n')) {
      if (this.#isFull()) return;
      this.#readLine(line.trim());
    }
  }

  #readLine(line: string): void {
    if (line === '') return;
    if (line.startsWith('[')) {
      const value = json(line);
      if (Array.isArray(value)) this.#takeAll(value as readonly JsonValue[]);
      else this.#salvage(line);
    } else if (line.startsWith('{')) {
      const value = json(line.replace(/,$/, ''));
      if (value === undefined) this.#salvage(line);
      else this.#take(value);
    } else {
      const form = parseForm(line);
      if (form === null) this.skip('A line is neither a form nor JSON.');
      else this.#takeFields(form.hasUnknown ? withoutSecrets(form.fields) : form.fields, form.token);
    }
  }

  #takeAll(values: readonly JsonValue[]): void {
    for (const value of values) {
      if (this.#isFull()) return;
      this.#take(value);
    }
  }

  #isFull(): boolean {
    if (this.events.length + this.skipped < this.#limits.events) return false;
    this.skip(`The body has more than ${this.#limits.events} events.`);
    return true;
  }

  #take(value: JsonValue): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.skip('A value is no object.');
    const sent = value as JsonObject;
    if (!isReasonable(sent)) return this.skip('An event has too many fields, or fields that are nested too deeply.');
    const token = sent['server_token'];
    return this.#takeFields(withoutSecrets(token === undefined ? sent : withoutToken(sent)), token);
  }

  #takeFields(sent: JsonObject, token: JsonValue | undefined): void {
    if (typeof token === 'string' && token !== '') this.token = token;
    const event = readEvent(sent);
    if (event === null) this.skip(NO_TYPE);
    else this.events.push(event);
  }

  /** Every whole object of a text that is no JSON as a whole: the end is missing, or one of them is spoilt. */
  #salvage(text: string): void {
    this.isDamaged = true;
    let found = 0;
    for (const part of objectsIn(text)) {
      if (this.#isFull()) return;
      found++;
      const value = json(part) ?? json(escaped(part));
      if (value === undefined) this.skip('An event is no JSON.');
      else this.#take(value);
    }
    if (found === 0 || !/\]\s*$/.test(text)) this.skip('The JSON is damaged or cut.');
  }
}

function json(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** Control characters within texts, which scripts leave as they are. */
function escaped(text: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  return text.replace(/[\u0000-\u001f]/g, ' ');
}

/** Objects of the outermost level, by their braces; braces in texts do not count. */
function* objectsIn(text: string): Generator<string> {
  let depth = 0;
  let start = 0;
  let inText = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inText) {
      if (code === 0x5c) i++;
      else if (code === 0x22) inText = false;
    } else if (code === 0x22) inText = true;
    else if (code === 0x7b) {
      if (depth++ === 0) start = i;
    } else if (code === 0x7d && depth > 0 && --depth === 0) yield text.slice(start, i + 1);
  }
}

function withoutToken(sent: JsonObject): JsonObject {
  const { server_token: _, ...fields } = sent;
  return fields;
}

/** Fields that hold a secret stay, but not what they say. */
function withoutSecrets(sent: JsonObject): JsonObject {
  let clean = sent;
  for (const key in sent) {
    if (!SECRET.test(key) || typeof sent[key] !== 'string' || sent[key] === '') continue;
    clean = { ...clean, [key]: HIDDEN };
  }
  return clean;
}

/** Not too many fields, and nothing nested without end. */
function isReasonable(sent: JsonObject): boolean {
  let fields = 0;
  for (const key in sent) {
    if (++fields > MAX_FIELDS) return false;
    const value = sent[key];
    if (typeof value === 'object' && value !== null && !isShallow(value, MAX_DEPTH)) return false;
  }
  return true;
}

function isShallow(value: JsonValue, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((inner) => isShallow(inner, depth - 1));
}
