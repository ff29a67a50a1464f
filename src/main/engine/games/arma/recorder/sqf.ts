/** Values as the game writes them: [1,2,["a ""quoted"" text"],true,WEST]. JSON is read as well, for most of what the game writes is JSON by chance. */

export const MAX_NESTING = 64;

const WORD = /[^,[\]\s"]+/y;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Throws SyntaxError. Bare words other than true, false and numbers are texts. */
export function parseValue(text: string): unknown {
  if (isTooDeep(text)) throw new SyntaxError(`nested more than ${MAX_NESTING} deep`);
  try {
    return JSON.parse(text);
  } catch {
    return new SqfReader(text).whole();
  }
}

/** Counts brackets outside of quotes, in either spelling of a quote within a text. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) quoted = !quoted;
    else if (quoted) {
      if (code === 0x5c && text.charCodeAt(i + 1) === 0x22) i++;
    } else if (code === 0x5b || code === 0x7b) {
      if (++depth > MAX_NESTING) return true;
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return false;
}

class SqfReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): unknown {
    const value = this.#value();
    this.#skipSpace();
    if (this.#at < this.#text.length) throw new SyntaxError('something follows the value');
    return value;
  }

  #value(): unknown {
    this.#skipSpace();
    const first = this.#text[this.#at];
    if (first === '[') return this.#list();
    if (first === '"') return this.#quoted();
    WORD.lastIndex = this.#at;
    const word = WORD.exec(this.#text)?.[0];
    if (word === undefined) throw new SyntaxError('a value is missing');
    this.#at += word.length;
    if (NUMBER.test(word)) return Number(word);
    const lower = word.toLowerCase();
    return lower === 'true' ? true : lower === 'false' ? false : word;
  }

  #list(): unknown[] {
    const items: unknown[] = [];
    this.#at++;
    this.#skipSpace();
    if (this.#text[this.#at] === ']') {
      this.#at++;
      return items;
    }
    for (;;) {
      items.push(this.#value());
      this.#skipSpace();
      const next = this.#text[this.#at++];
      if (next === ']') return items;
      if (next !== ',') throw new SyntaxError('a list does not end');
    }
  }

  #quoted(): string {
    const start = this.#at + 1;
    let end = start;
    for (;;) {
      end = this.#text.indexOf('"', end);
      if (end < 0) throw new SyntaxError('a text does not end');
      if (this.#text[end + 1] !== '"') break;
      end += 2;
    }
    this.#at = end + 1;
    return this.#text.slice(start, end).replaceAll('""', '"');
  }

  #skipSpace(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at++;
  }
}
