/** Cuts a stream of bytes into lines. A line beyond the limit is never gathered: its bytes are passed over while they come. */

/** The longest line that means something is the start of a mission with hundreds of addons, or a marker with thousands of corners. */
const MAX_LINE = 4 * 2 ** 20;
const NEWLINE = 0x0a;
const START_BYTES = 64 * 1024;

export class LineSplitter {
  /** The line that `next` found: bytes[start … end - 1]. Good until the next call. */
  bytes: Uint8Array = new Uint8Array(0);
  start = 0;
  end = 0;
  /** It was longer than the limit and is gone. */
  isTooLong = false;
  readonly #limit: number;
  #piece: Uint8Array = new Uint8Array(0);
  #at = 0;
  /** The beginning of a line whose end has not come yet. */
  #held = new Uint8Array(START_BYTES);
  #length = 0;
  #isPassing = false;

  constructor(limit: number = MAX_LINE) {
    this.#limit = limit;
  }

  /** The next bytes of the stream; all lines of those before must have been taken. */
  push(piece: Uint8Array): void {
    this.#piece = piece;
    this.#at = 0;
  }

  /** False when the bytes at hand hold no further end of a line. */
  next(): boolean {
    const piece = this.#piece;
    if (this.#at >= piece.length) return false;
    const start = this.#at;
    const newline = piece.indexOf(NEWLINE, start);
    const end = newline < 0 ? piece.length : newline;
    this.#at = end + 1;
    if (!this.#isPassing && this.#length + end - start > this.#limit) {
      this.#length = 0;
      this.#isPassing = true;
    }
    if (newline < 0) {
      if (!this.#isPassing) this.#hold(piece, start, end);
      return false;
    }
    if (this.#isPassing) return this.#passed();
    if (this.#length === 0) return this.#found(piece, start, end);
    this.#hold(piece, start, end);
    return this.last();
  }

  /** What is held is a line: nothing more will come. False when nothing is. */
  last(): boolean {
    if (this.#isPassing) return this.#passed();
    const length = this.#length;
    this.#length = 0;
    return length > 0 && this.#found(this.#held, 0, length);
  }

  #found(bytes: Uint8Array, start: number, end: number): boolean {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.isTooLong = false;
    return true;
  }

  #passed(): boolean {
    this.#isPassing = false;
    this.start = this.end = 0;
    this.isTooLong = true;
    return true;
  }

  #hold(bytes: Uint8Array, start: number, end: number): void {
    const length = this.#length + end - start;
    if (length > this.#held.length) {
      const larger = new Uint8Array(Math.max(length, this.#held.length * 2));
      larger.set(this.#held.subarray(0, this.#length));
      this.#held = larger;
    }
    this.#held.set(bytes.subarray(start, end), this.#length);
    this.#length = length;
  }
}
