/**
 * Cuts a stream of text into records: whole JSON objects, each in a line of its own or within an array over many lines, and lines of other text (forms). A record
 * that is cut off in the middle of a line costs itself and nothing after it.
 */
import { decodedText } from '../dialect/body.ts';

/** A record holds one body, of 1 MB at most, in which every letter may be escaped. */
const MAX_RECORD = 8 * 2 ** 20;

const [QUOTE, BACKSLASH, OPEN, CLOSE, NEWLINE, COMMA] = [0x22, 0x5c, 0x7b, 0x7d, 0x0a, 0x2c];
const [OPEN_LIST, CLOSE_LIST, SPACE, NUL] = [0x5b, 0x5d, 0x20, 0];

type State = 'between' | 'object' | 'text' | 'line' | 'passing';

export class RecordStream {
  /** What was cut off or too long. */
  broken = 0;
  /** The stream ended within a record. */
  isCut = false;
  /** Byte of the stream at which the latest record begins. */
  at = 0;
  readonly #limit: number;
  #state: State = 'between';
  #depth = 0;
  #isEscaped = false;
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  /** Bytes of the pieces before. */
  #before = 0;

  constructor(limit = MAX_RECORD) {
    this.#limit = limit;
  }

  /** The records that end in the next bytes of the stream; they may be reused when all were taken. */
  *push(piece: Uint8Array): Generator<string> {
    let start = 0;
    let i = 0;
    while (i < piece.length) {
      const byte = piece[i] as number;
      switch (this.#state) {
        case 'between':
          i++;
          if (byte === OPEN) {
            this.#state = 'object';
            this.#depth = 1;
            start = i - 1;
            this.at = this.#before + start;
          } else if (byte > SPACE && byte !== COMMA && byte !== OPEN_LIST && byte !== CLOSE_LIST && byte < 0xef) {
            this.#state = 'line';
            start = i - 1;
            this.at = this.#before + start;
          }
          break;
        case 'object':
          i++;
          if (byte === QUOTE) this.#state = 'text';
          else if (byte === OPEN) this.#depth++;
          else if (byte === CLOSE && --this.#depth === 0) {
            this.#state = 'between';
            yield this.#take(piece, start, i);
          }
          break;
        case 'text':
          i = this.#skipText(piece, i);
          break;
        case 'line': {
          const end = piece.indexOf(NEWLINE, i);
          if (end < 0) i = piece.length;
          else {
            this.#state = 'between';
            yield this.#take(piece, start, end);
            i = end + 1;
          }
          break;
        }
        case 'passing': {
          const end = piece.indexOf(NEWLINE, i);
          i = end < 0 ? piece.length : end + 1;
          if (end >= 0) this.#state = 'between';
        }
      }
    }
    this.#before += piece.length;
    if (this.#state === 'between' || this.#state === 'passing') return;
    this.#held.push(piece.slice(Math.min(start, piece.length)));
    this.#heldBytes += piece.length - start;
    if (this.#heldBytes > this.#limit) this.#drop('passing');
  }

  /** Nothing more will come: the line that is held, if one is. */
  end(): string | null {
    if (this.#state === 'line') {
      this.#state = 'between';
      return this.#take(new Uint8Array(0), 0, 0);
    }
    this.isCut = this.#state === 'object' || this.#state === 'text';
    if (this.isCut) this.#drop('between');
    return null;
  }

  /** Index after what of a JSON text is in this piece. A line ends in none: the record was cut off, and another begins. */
  #skipText(piece: Uint8Array, from: number): number {
    for (let i = from; i < piece.length; i++) {
      const byte = piece[i] as number;
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === BACKSLASH) this.#isEscaped = true;
      else if (byte === QUOTE) {
        this.#state = 'object';
        return i + 1;
      }
      if (byte === NEWLINE) {
        this.#isEscaped = false;
        this.#drop('between');
        return i + 1;
      }
    }
    return piece.length;
  }

  #drop(state: State): void {
    this.broken++;
    this.#held = [];
    this.#heldBytes = 0;
    this.#state = state;
  }

  #take(piece: Uint8Array, start: number, end: number): string {
    if (this.#held.length === 0) return text(piece.subarray(start, end));
    const bytes = Buffer.concat([...this.#held, piece.subarray(0, end)]); // it began in a piece before
    this.#held = [];
    this.#heldBytes = 0;
    return text(bytes);
  }
}

function text(bytes: Uint8Array): string {
  const clean = bytes.includes(NUL) ? bytes.filter((byte) => byte !== NUL) : bytes;
  return decodedText(clean).trim();
}
