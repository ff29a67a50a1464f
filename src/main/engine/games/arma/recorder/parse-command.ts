/**
 * One line of the command stream, ["CMD",[args…]], into a command and where its arguments lie. Quotes within a text are written as JSON does (\") or as the
 * game does (""). Lines of the game's own log that print a call are read as well: … command=CMD, args=[…].
 */
import { Arguments, BadCommand } from './arguments.ts';
import { MAX_NESTING } from './sqf.ts';

const QUOTE = 0x22;
const OPEN = 0x5b;
const CLOSE = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const SPACE = 0x20;

/** No command has more; those of the older recorder's events have some. */
const MAX_ARGUMENTS = 64;
const MAX_NAME = 100;
const HEX = /^[0-9a-fA-F]{4}$/;
/** What may follow a backslash in JSON: " / \ b f n r t u */
const ESCAPES = new Set(Array.from('"/\\bfnrtu', (letter) => letter.charCodeAt(0)));

/** Text that is no JSON is tried again in the game's spelling. */
class OtherSpelling extends Error {}
/** One for all: a stack for each would cost more than the line. */
const OTHER_SPELLING = new OtherSpelling();

export class CommandParser {
  /** Of the command that was parsed last; good until the next one, and as long as its bytes are. */
  readonly args = new Arguments();
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #end = 0;
  #escaped = false;
  /** Names seen before, by their length and last bytes: no string is made for a known one. */
  readonly #names: { readonly bytes: Uint8Array; readonly name: string }[] = [];

  /** The command's name. Throws BadCommand. The line has no newline; bytes[end] need not exist. */
  parse(bytes: Uint8Array, start: number, end: number): string {
    while (end > start && (bytes[end - 1] as number) <= SPACE) end--;
    while (start < end && (bytes[start] as number) <= SPACE) start++;
    if (start === end) throw new BadCommand('the line is empty');
    const { args } = this;
    args.bytes = this.#bytes = bytes;
    if (bytes[start] !== OPEN || (bytes[end - 1] !== CLOSE && bytes[end - 1] !== QUOTE)) return this.#printed(bytes, start, end);
    try {
      return this.#call(start, end, 'json');
    } catch (error) {
      try {
        return this.#call(start, end, 'sqf');
      } catch (other) {
        throw error === OTHER_SPELLING ? other : error;
      }
    }
  }

  #call(start: number, end: number, spelling: 'json' | 'sqf'): string {
    const { args } = this;
    args.spelling = spelling;
    args.count = 0;
    this.#end = end;
    this.#at = start + 1;
    if (this.#skip() !== QUOTE) throw new BadCommand('a command begins with its name');
    const from = this.#at + 1;
    this.#quoted();
    const name = this.#name(from, this.#at - 1);
    if (this.#skip() === COMMA) {
      this.#at++;
      if (this.#skip() !== OPEN) throw new BadCommand('the arguments are no list');
      this.#list();
    }
    if (this.#skip() !== CLOSE) throw new BadCommand('the command does not end where its list does');
    this.#at++;
    if (this.#at !== end) throw new BadCommand('something follows the command');
    return name;
  }

  /** At "[" of the arguments; ends behind their "]". */
  #list(): void {
    const { args } = this;
    this.#at++;
    if (this.#skip() === CLOSE) {
      this.#at++;
      return;
    }
    for (;;) {
      if (args.count === MAX_ARGUMENTS) throw new BadCommand(`more than ${MAX_ARGUMENTS} arguments`);
      const i = args.count++;
      const isText = this.#skip() === QUOTE;
      const from = this.#at;
      this.#escaped = false;
      if (isText) this.#quoted();
      else this.#bare();
      args.starts[i] = isText ? from + 1 : from;
      args.ends[i] = isText ? this.#at - 1 : this.#withoutSpace(from, this.#at);
      args.escaped[i] = isText && this.#escaped ? 1 : 0;
      const next = this.#skip();
      this.#at++;
      if (next === CLOSE) return;
      if (next !== COMMA) throw new BadCommand('the arguments do not end');
    }
  }

  #withoutSpace(from: number, end: number): number {
    let last = end;
    while (last > from && (this.#bytes[last - 1] as number) <= SPACE) last--;
    return last;
  }

  /** The next byte that is no space, unread; -1 at the end. */
  #skip(): number {
    const bytes = this.#bytes;
    let at = this.#at;
    while (at < this.#end && (bytes[at] as number) <= SPACE) at++;
    this.#at = at;
    return at < this.#end ? (bytes[at] as number) : -1;
  }

  /** At the opening quote; ends behind the closing one. */
  #quoted(): void {
    const bytes = this.#bytes;
    const end = this.#end;
    const json = this.args.spelling === 'json';
    let at = this.#at + 1;
    for (;;) {
      if (at >= end) throw json ? OTHER_SPELLING : new BadCommand('a text does not end');
      const byte = bytes[at] as number;
      if (byte === QUOTE) {
        if (bytes[at + 1] !== QUOTE || at + 1 >= end) break;
        if (json) throw OTHER_SPELLING;
        this.#escaped = true;
        at += 2;
      } else if (json && byte === BACKSLASH) {
        const next = bytes[at + 1] as number;
        if (!ESCAPES.has(next)) throw OTHER_SPELLING;
        if (next === 0x75 && !HEX.test(String.fromCharCode(...bytes.subarray(at + 2, at + 6)))) throw OTHER_SPELLING;
        this.#escaped = true;
        at += 2;
      } else if (json && byte < SPACE) {
        throw OTHER_SPELLING;
      } else {
        at++;
      }
    }
    this.#at = at + 1;
  }

  /** A number, a word or a list without quotes around it; ends at the comma or bracket behind it. */
  #bare(): void {
    const bytes = this.#bytes;
    let depth = 0;
    for (;;) {
      if (this.#at >= this.#end) throw new BadCommand('the arguments do not end');
      const byte = bytes[this.#at] as number;
      if (byte === QUOTE) {
        if (depth === 0) throw new BadCommand('a quote stands where none can be');
        this.#quoted();
        continue;
      }
      if (byte === OPEN || byte === OPEN_OBJECT) {
        if (++depth > MAX_NESTING) throw new BadCommand(`lists are nested more than ${MAX_NESTING} deep`);
      } else if (byte === CLOSE || byte === CLOSE_OBJECT) {
        if (depth === 0) return;
        depth--;
      } else if (byte === COMMA && depth === 0) return;
      this.#at++;
    }
  }

  #name(start: number, end: number): string {
    const bytes = this.#bytes;
    const length = end - start;
    if (length === 0 || length > MAX_NAME) throw new BadCommand('the name of the command is missing or too long');
    for (const known of this.#names) {
      if (known.bytes.length !== length) continue;
      let i = length - 1;
      while (i >= 0 && known.bytes[i] === bytes[start + i]) i--;
      if (i < 0) return known.name;
    }
    const name = Buffer.from(bytes.buffer, bytes.byteOffset + start, length).toString();
    if (this.#names.length < MAX_ARGUMENTS) this.#names.push({ bytes: bytes.slice(start, end), name });
    return name;
  }

  /** A line of the game's log, with whatever stands before: a stamp, an array form of a call, or a printed call. */
  #printed(bytes: Uint8Array, start: number, end: number): string {
    const line = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString();
    const call = /command=\s*"*([^",\s]+)"*\s*,\s*args=\s*/.exec(line);
    if (call !== null) {
      const [before, name = ''] = call;
      let list = line.slice(call.index + before.length);
      // The log puts a text in quotes, and doubles those within.
      if (/^[^[]*"\s*\[OCAP\]/.test(line.slice(0, call.index)) && list.endsWith('"')) list = list.slice(0, -1).replaceAll('""', '"');
      return this.#again(`["${name}",${list}]`);
    }
    const at = /\[\s*"+:/.exec(line)?.index ?? -1;
    if (at < 0 || at > 256 || (at === 0 && start === 0 && line.endsWith(']'))) throw new BadCommand('this is no command');
    return this.#again(line.slice(at, line.lastIndexOf(']') + 1));
  }

  #again(line: string): string {
    const bytes = Buffer.from(line);
    if (bytes[0] !== OPEN || bytes.at(-1) !== CLOSE) throw new BadCommand('this is no command');
    return this.parse(bytes, 0, bytes.length);
  }
}
