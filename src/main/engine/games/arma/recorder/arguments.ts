/** The arguments of one command, read where they lie in the line: nothing is decoded before somebody asks for it. */
import { NumberReader } from '../json-number.ts';
import { isTooDeep, parseValue } from './sqf.ts';

const QUOTE = 0x22;
const OPEN = 0x5b;
const CLOSE = 0x5d;
const COMMA = 0x2c;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const MAX_TEXT = 64 * 1024;
const MAX_ID = 65_535;
const TRUE: ReadonlySet<string> = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const FALSE: ReadonlySet<string> = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);

/** How quotes within a quoted argument are written: \" or "". */
export type Spelling = 'json' | 'sqf';

/** A command that cannot be carried out; the message is one sentence without a stop, for the reply. */
export class BadCommand extends Error {
  override readonly name = 'BadCommand';
}

export class Arguments {
  count = 0;
  bytes: Uint8Array = new Uint8Array(0);
  spelling: Spelling = 'json';
  /** Where each one lies, without the outer quotes of the line. */
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** 1 when it has quotes or backslashes that the line had to escape. */
  readonly escaped: number[] = [];
  readonly #number = new NumberReader();

  /** Throws BadCommand unless there are at least `least` arguments. */
  atLeast(least: number): void {
    if (this.count < least) throw new BadCommand(`${least} arguments are needed and ${this.count} came`);
  }

  /** As the extension gets it from the game: still with the quotes of the game around texts. */
  raw(i: number): string {
    const start = this.starts[i] ?? 0;
    const end = this.ends[i] ?? 0;
    const text = Buffer.from(this.bytes.buffer, this.bytes.byteOffset + start, end - start).toString();
    if (this.escaped[i] !== 1) return text;
    return this.spelling === 'sqf' ? text.replaceAll('""', '"') : (JSON.parse(`"${text}"`) as string);
  }

  /** Without the quotes at both ends, "" within as ". Empty when the argument is missing. */
  text(i: number, most: number = MAX_TEXT): string {
    if (i >= this.count) return '';
    if ((this.ends[i] ?? 0) - (this.starts[i] ?? 0) > most * 2) throw new BadCommand(`argument ${i} is longer than ${most} letters`);
    const text = unquoted(this.raw(i));
    if (text.length > most) throw new BadCommand(`argument ${i} is longer than ${most} letters`);
    return text;
  }

  /** Any number that is one. */
  number(i: number): number {
    if (i >= this.count) throw new BadCommand(`argument ${i} is missing`);
    const end = this.ends[i] as number;
    const value = this.#number.read(this.bytes, this.starts[i] as number);
    if (this.#number.at === end && Math.abs(value) < Infinity) return value;
    const text = end - (this.starts[i] as number) < 64 ? unquoted(this.raw(i)).trim() : '';
    if (!NUMBER.test(text) || !Number.isFinite(Number(text))) throw new BadCommand(`argument ${i} is no number`);
    return Number(text);
  }

  /** A number cut to a whole one, 0 or more. */
  frame(i: number): number {
    const frame = Math.trunc(this.number(i));
    if (frame < 0) throw new BadCommand(`argument ${i} is a frame below 0`);
    return frame + 0;
  }

  /** An id of the recorder: a whole number up to 65535, also written as 32.00. */
  id(i: number): number {
    const id = this.number(i);
    if (!Number.isInteger(id) || id < 0 || id > MAX_ID) throw new BadCommand(`argument ${i} is no id`);
    return id + 0;
  }

  /** An id, or -1 for anything below 0. */
  idOrNone(i: number): number {
    return this.number(i) < 0 ? -1 : this.id(i);
  }

  flag(i: number): boolean {
    const text = this.text(i, 64);
    if (TRUE.has(text)) return true;
    if (FALSE.has(text)) return false;
    throw new BadCommand(`argument ${i} is neither true nor false`);
  }

  /** Two or three numbers, in brackets or not; a height that is missing becomes NaN. */
  point(i: number, into: Float64Array): void {
    if (i >= this.count) throw new BadCommand(`argument ${i} is missing`);
    const { bytes } = this;
    const number = this.#number;
    let at = this.starts[i] as number;
    const end = this.ends[i] as number;
    const open = bytes[at] === OPEN;
    if (open) at++;
    into[0] = number.read(bytes, at);
    if (number.at >= 0 && bytes[number.at] === COMMA) {
      into[1] = number.read(bytes, number.at + 1);
      into[2] = Number.NaN;
      if (number.at >= 0 && bytes[number.at] === COMMA) into[2] = number.read(bytes, number.at + 1);
      const isClosed = !open || (number.at >= 0 && bytes[number.at++] === CLOSE);
      const [x, y, z] = into as unknown as [number, number, number];
      if (isClosed && number.at === end && Math.abs(x) + Math.abs(y) < Infinity && Math.abs(z) !== Infinity) return;
    }
    const point = pointOfText(this.text(i, 256));
    if (point === undefined) throw new BadCommand(`argument ${i} is no position`);
    const [x, y, z] = point as [number, number, number | undefined];
    into[0] = x;
    into[1] = y;
    into[2] = z ?? Number.NaN;
  }

  /** A list as the game or JSON writes it. Text that stood in quotes has lost the doubling of its own ones; a bare list has not. */
  list(i: number): readonly unknown[] {
    const value = this.value(i);
    if (!Array.isArray(value)) throw new BadCommand(`argument ${i} is no list`);
    return value as unknown[];
  }

  /** Whatever it is. */
  value(i: number): unknown {
    if (i >= this.count) return undefined;
    const raw = this.raw(i);
    try {
      return parseValue(raw.startsWith('"') ? unquoted(raw) : raw);
    } catch (error) {
      throw new BadCommand(`argument ${i} cannot be read (${error instanceof Error ? error.message : String(error)})`);
    }
  }

  /** The object in a text of JSON. */
  json(i: number): unknown {
    const text = i < this.count ? unquoted(this.raw(i)) : '';
    if (isTooDeep(text)) throw new BadCommand(`argument ${i} is nested too deep`);
    try {
      return JSON.parse(text);
    } catch {
      throw new BadCommand(`argument ${i} is no JSON`);
    }
  }

  /** Whether the bytes from argument `first` to argument `last` are those of `known`, from `at` on. */
  same(first: number, last: number, known: Uint8Array, at: number): boolean {
    const { bytes } = this;
    const start = this.starts[first] as number;
    const length = (this.ends[last] as number) - start;
    for (let i = 0; i < length; i++) if (bytes[start + i] !== known[at + i]) return false;
    return true;
  }

  /** Bytes from argument `first` to argument `last`. */
  span(first: number, last: number): number {
    return (this.ends[last] as number) - (this.starts[first] as number);
  }

  copy(first: number, last: number, into: Uint8Array, at: number): void {
    into.set(this.bytes.subarray(this.starts[first], this.ends[last]), at);
  }
}

/** All quotes at both ends are gone, "" within is ". */
export function unquoted(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) === QUOTE) start++;
  while (end > start && text.charCodeAt(end - 1) === QUOTE) end--;
  const inner = start === 0 && end === text.length ? text : text.slice(start, end);
  return inner.includes('""') ? inner.replaceAll('""', '"') : inner;
}

/** "x,y,z" or "[x,y,z]", the height may be missing. */
export function pointOfText(text: string): readonly number[] | undefined {
  const [, listed, bare] = /^\s*(?:\[([^[\]]*)\]|([^[\]]*))\s*$/.exec(text) ?? [];
  const inner = listed ?? bare;
  const parts = inner?.split(',').map((part) => part.trim()) ?? [];
  if (parts.length < 2 || parts.length > 3 || !parts.every((part) => NUMBER.test(part) && Number.isFinite(Number(part)))) return undefined;
  return parts.map(Number);
}
