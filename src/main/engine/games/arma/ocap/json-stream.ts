/**
 * JSON read from a stream through a sliding window of bytes: whole small items are handed out as ranges of the window, large containers are walked.
 * Nothing awaits except when the window runs dry.
 */
import { RefusedInput } from '../../../game-adapter.ts';

/** One item (an event, a marker, a text) may be this long. */
const MAX_ITEM = 64 * 2 ** 20;
const MAX_DEPTH = 64;
/** How far to look for the next sound item after a damaged one. */
const RESYNC_BYTES = 256 * 1024;
/** Between two calls of `onBytes`. */
const PAUSE_BYTES = 2 ** 20;

export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const OPEN = 0x5b;
export const CLOSE = 0x5d;
export const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const COLON = 0x3a;
const BACKSLASH = 0x5c;

/** 1 for the bytes that begin or end a text, a list or an object. */
const STRUCTURE = new Uint8Array(256);
for (const byte of [QUOTE, OPEN, CLOSE, OPEN_OBJECT, CLOSE_OBJECT]) STRUCTURE[byte] = 1;

/** The stream ended inside a value. */
export class CutShort extends Error {
  override readonly name = 'CutShort';
}

/** Bytes that are no JSON. */
export class Damaged extends Error {
  override readonly name = 'Damaged';
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Takes items of an array as ranges of the window. */
export interface ItemReader {
  /**
   * Takes as many items as it likes from bytes[pos] on, where an item begins; returns the index after the last one taken (bytes[end] is 0), or pos when
   * it wants the next one through `item`.
   */
  take?(bytes: Uint8Array, pos: number, end: number): number;
  item(bytes: Uint8Array, start: number, end: number): void;
  /** An item was unreadable and was skipped. */
  damaged(why: string): void;
  /** A longer item is damaged (its closing quote or bracket is missing). */
  readonly maxItem: number;
  /** How to find back after damage: text between two items (the next one begins behind its comma), and after the last one (the array ends behind its last "]"). */
  readonly between: string;
  readonly after: readonly string[];
}

export class JsonStream {
  /** bytes[pos … end - 1] are at hand; bytes[end] is 0. */
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(2 ** 20);
  pos = 0;
  end = 0;
  /** Bytes from here on are kept when the window slides (for comparing with what was read before); -1 for none. */
  anchor = -1;
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #onBytes: () => Promise<void>;
  readonly #name: string;
  #done = false;
  #sinceCall = 0;

  /** `onBytes` is called after about every MB, to write out and to stop on cancel. */
  constructor(name: string, source: AsyncIterable<Uint8Array>, onBytes: () => Promise<void>) {
    this.#name = name;
    this.#source = source[Symbol.asyncIterator]();
    this.#onBytes = onBytes;
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }

  /** More bytes into the window; false at the end of the stream. */
  async refill(): Promise<boolean> {
    if (this.#done) return false;
    const next = await this.#source.next();
    if (next.done === true) {
      this.#done = true;
      return false;
    }
    const piece = next.value;
    const keep = this.anchor >= 0 ? Math.min(this.anchor, this.pos) : this.pos;
    const kept = this.end - keep;
    if (kept + piece.length >= this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.bytes.length * 2, kept + piece.length + 1));
      larger.set(this.bytes.subarray(keep, this.end));
      this.bytes = larger;
    } else if (keep > 0) {
      this.bytes.copyWithin(0, keep, this.end);
    }
    this.bytes.set(piece, kept);
    this.pos -= keep;
    this.anchor = this.anchor >= 0 ? this.anchor - keep : -1;
    this.end = kept + piece.length;
    this.bytes[this.end] = 0;
    this.#sinceCall += piece.length;
    if (this.#sinceCall >= PAUSE_BYTES) {
      this.#sinceCall = 0;
      await this.#onBytes();
    }
    return true;
  }

  /** The next byte that is not white space, or -1 at the end of the stream. It stays unread. */
  async peek(): Promise<number> {
    for (;;) {
      while (this.pos < this.end && isSpace(this.bytes[this.pos] as number)) this.pos++;
      if (this.pos < this.end) return this.bytes[this.pos] as number;
      if (!(await this.refill())) return -1;
    }
  }

  async #expect(byte: number): Promise<void> {
    const found = await this.peek();
    if (found === byte) this.pos++;
    else throw this.#unexpected(found);
  }

  #unexpected(found: number): Error {
    return found < 0 ? new CutShort('the file ends early') : new Damaged(`${printable(found)} where JSON needs something else`);
  }

  /** The whole next value in the window, from `pos` to the index returned; damaged when it is longer than `limit`. */
  async whole(limit = MAX_ITEM): Promise<number> {
    await this.peek();
    for (;;) {
      const end = this.#valueEnd();
      if (end >= 0 && end - this.pos <= limit) return end;
      const have = this.end - this.pos;
      if (end >= 0 || have > limit) {
        if (limit < MAX_ITEM) throw new Damaged('an item does not end');
        throw new RefusedInput(`${this.#name} holds one value of more than 64 MB; no recording does.`);
      }
      const wanted = Math.max(4096, 2 * have);
      let more = false;
      while (this.end - this.pos < wanted && (await this.refill())) more = true;
      if (!more) throw new CutShort('the file ends early');
    }
  }

  /** The next value, parsed. For small ones. */
  async value(): Promise<unknown> {
    const end = await this.whole();
    const start = this.pos;
    this.pos = end;
    return parseRange(this.bytes, start, end);
  }

  /** Index after the value at pos, -1 when the window ends before it does. */
  #valueEnd(): number {
    const { bytes, end } = this;
    let p = this.pos;
    if (p >= end) return -1;
    let depth = 0;
    for (;;) {
      const byte = bytes[p] as number;
      if (byte === QUOTE) {
        p = stringEnd(bytes, p, end);
        if (p < 0) return -1;
        if (depth === 0) return p;
        continue;
      }
      if (byte === OPEN || byte === OPEN_OBJECT) {
        if (++depth > MAX_DEPTH) throw this.#tooDeep();
      } else if (byte === CLOSE || byte === CLOSE_OBJECT) {
        if (depth === 0) {
          if (p === this.pos) throw this.#unexpected(byte);
          return p;
        }
        if (--depth === 0) return p + 1;
      } else if (depth === 0 && (byte === COMMA || isSpace(byte))) {
        if (p === this.pos) throw this.#unexpected(byte);
        return p;
      }
      if (++p >= end) return depth === 0 && this.#done ? p : -1;
    }
  }

  #tooDeep(): RefusedInput {
    return new RefusedInput(`${this.#name} is nested more than ${MAX_DEPTH} levels deep; no recording is.`);
  }

  /** Past the next value, however large. */
  async skip(): Promise<void> {
    const first = await this.peek();
    if (first !== OPEN && first !== OPEN_OBJECT) {
      this.pos = await this.whole();
      return;
    }
    this.#skipDepth = 0;
    this.#skipInString = false;
    while (!this.#skipSome()) if (!(await this.refill())) throw new CutShort('the file ends early');
  }

  #skipDepth = 0;
  #skipInString = false;

  /** Skips as far as the window goes; true when the value ended. */
  #skipSome(): boolean {
    const { bytes, end } = this;
    let depth = this.#skipDepth;
    let inString = this.#skipInString;
    let p = this.pos;
    while (p < end) {
      if (inString) {
        while (p < end && bytes[p] !== QUOTE && bytes[p] !== BACKSLASH) p++;
        if (p >= end) break;
        if (bytes[p] === BACKSLASH) {
          // The escaped byte may not be here yet.
          if (p + 1 >= end) break;
          p += 2;
          continue;
        }
        inString = false;
        p++;
        continue;
      }
      while (p < end && STRUCTURE[bytes[p] as number] === 0) p++;
      if (p >= end) break;
      const byte = bytes[p++] as number;
      if (byte === QUOTE) inString = true;
      else if (byte === OPEN || byte === OPEN_OBJECT) {
        if (++depth > MAX_DEPTH) throw this.#tooDeep();
      } else if (--depth === 0) {
        this.pos = p;
        return true;
      }
    }
    this.pos = Math.min(p, end);
    this.#skipDepth = depth;
    this.#skipInString = inString;
    return false;
  }

  /** Walks an object; `member` must consume the value of each key, and answers "stop" when the rest is of no interest. */
  async object(member: (key: string) => Promise<'stop' | undefined>): Promise<void> {
    await this.#expect(OPEN_OBJECT);
    if ((await this.peek()) === CLOSE_OBJECT) {
      this.pos++;
      return;
    }
    for (;;) {
      if ((await this.peek()) !== QUOTE) throw this.#unexpected(await this.peek());
      const key = await this.value();
      await this.#expect(COLON);
      if ((await member(String(key))) === 'stop') return;
      const next = await this.peek();
      if (next !== COMMA && next !== CLOSE_OBJECT) throw this.#unexpected(next);
      this.pos++;
      if (next === CLOSE_OBJECT) return;
    }
  }

  /** Walks an array of objects: `element` is called at the first byte of each and must consume it; after a damaged one it goes on with the next that can be found. */
  async objects(element: () => Promise<void>, damaged: (why: string) => void): Promise<void> {
    await this.#expect(OPEN);
    if ((await this.peek()) === CLOSE) {
      this.pos++;
      return;
    }
    for (;;) {
      try {
        await element();
        const next = await this.peek();
        if (next !== COMMA && next !== CLOSE) throw this.#unexpected(next);
        this.pos++;
        if (next === CLOSE) return;
      } catch (error) {
        if (await this.#recover(error, damaged, '},{"', ['}],"', '}]}'])) return;
      }
    }
  }

  /** Walks an array of small items. A damaged item is skipped when the next one can be found. */
  async items(reader: ItemReader): Promise<void> {
    await this.#expect(OPEN);
    if ((await this.peek()) === CLOSE) {
      this.pos++;
      return;
    }
    for (;;) {
      try {
        if (await this.#item(reader)) return;
      } catch (error) {
        if (await this.#recover(error, (why) => reader.damaged(why), reader.between, reader.after)) return;
      }
    }
  }

  /** Items and the separators after them, as far as the window goes; true after the last one. */
  async #item(reader: ItemReader): Promise<boolean> {
    if ((await this.peek()) < 0) throw new CutShort('the file ends early');
    for (;;) {
      const taken = reader.take === undefined ? this.pos : reader.take(this.bytes, this.pos, this.end);
      if (taken === this.pos) {
        const end = await this.whole(reader.maxItem);
        const start = this.pos;
        this.pos = end;
        try {
          reader.item(this.bytes, start, end);
        } catch (error) {
          if (!(error instanceof Damaged)) throw error;
          // Its ends are sound: if a separator follows, only this item is lost.
          const next = await this.peek();
          if (next !== COMMA && next !== CLOSE) throw error;
          reader.damaged(error.message);
        }
      } else {
        this.pos = taken;
      }
      // The usual case without an await: a comma and the next item right behind it.
      if (this.pos + 1 < this.end && this.bytes[this.pos] === COMMA && !isSpace(this.bytes[this.pos + 1] as number)) {
        this.pos++;
        continue;
      }
      const separator = await this.peek();
      if (separator !== COMMA && separator !== CLOSE) throw this.#unexpected(separator);
      this.pos++;
      return separator === CLOSE;
    }
  }

  /** After damage to the next item, or past the end of the array (true). A value that has no end may have lost its quote or bracket, or be where the file was cut. */
  async #recover(error: unknown, damaged: (why: string) => void, between: string, after: readonly string[]): Promise<boolean> {
    if (error instanceof Damaged) {
      damaged(error.message);
      return this.#resync(between, after);
    }
    if (!(error instanceof CutShort)) throw error;
    try {
      const ended = await this.#resync(between, after);
      damaged('it does not end');
      return ended;
    } catch {
      throw error;
    }
  }

  /** To the next item, or past the end of the array (true), whichever is nearer. */
  async #resync(between: string, after: readonly string[]): Promise<boolean> {
    const patterns = [between, ...after].map((text) => Buffer.from(text, 'latin1'));
    const longest = Math.max(...patterns.map((pattern) => pattern.length));
    let looked = 0;
    for (;;) {
      const limit = this.end - longest;
      for (let p = this.pos; p <= limit; p++) {
        const which = patterns.findIndex((pattern) => startsWith(this.bytes, p, pattern));
        if (which < 0) continue;
        const text = which === 0 ? between : (after[which - 1] as string);
        this.pos = p + (which === 0 ? text.indexOf(',') : text.lastIndexOf(']')) + 1;
        return which > 0;
      }
      looked += Math.max(0, limit + 1 - this.pos);
      this.pos = Math.max(this.pos, limit + 1);
      if (looked > RESYNC_BYTES) throw new Damaged('no sound item follows a damaged one');
      if (!(await this.refill())) throw new CutShort('the file ends inside a damaged part');
    }
  }
}

function startsWith(bytes: Uint8Array, at: number, pattern: Uint8Array): boolean {
  for (let i = 0; i < pattern.length; i++) if (bytes[at + i] !== pattern[i]) return false;
  return true;
}

/** Index after the string that begins at `start`, -1 when it does not end before `end`. */
function stringEnd(bytes: Uint8Array, start: number, end: number): number {
  for (let p = start + 1; p < end; p++) {
    const byte = bytes[p];
    if (byte === BACKSLASH) p++;
    else if (byte === QUOTE) return p + 1;
  }
  return -1;
}

const decoder = new TextDecoder();

/** One small value. */
export function parseRange(bytes: Uint8Array, start: number, end: number): unknown {
  const text = decoder.decode(bytes.subarray(start, end));
  try {
    return JSON.parse(text);
  } catch {
    throw new Damaged(`"${text.length > 60 ? `${text.slice(0, 60)}…` : text}" is no JSON`);
  }
}

function printable(byte: number): string {
  return byte > 0x20 && byte < 0x7f ? `"${String.fromCharCode(byte)}"` : `byte ${byte}`;
}
