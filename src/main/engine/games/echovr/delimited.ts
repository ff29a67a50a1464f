/** Cuts a stream of bytes into records in one growing buffer, so that a record is read in place: lines ended by a newline, or messages after a varint length. */

/** Longer lines and messages are not frames of any game: real ones have 10 to 40 KB. */
export const MAX_RECORD = 16 * 1024 * 1024;

export class RecordBuffer {
  /** Holds the record at start … end - 1; one byte more is always there. */
  bytes = Buffer.allocUnsafe(256 * 1024);
  start = 0;
  end = 0;
  #pos = 0;
  #filled = 0;
  /** Searched for a newline up to here. */
  #searched = 0;
  /** Bytes of an overlong record still to be thrown away; Infinity: up to the next newline. */
  #discard = 0;
  /** Records thrown away because they were longer than MAX_RECORD. */
  overlong = 0;
  /** A length prefix was impossible: nothing after it can be read. */
  broken = false;

  /** Adds input; records found before are no longer valid. */
  push(chunk: Uint8Array): void {
    if (this.#discard > 0 && this.#discard !== Number.POSITIVE_INFINITY) {
      const cut = Math.min(this.#discard, chunk.length);
      this.#discard -= cut;
      chunk = chunk.subarray(cut);
    }
    const rest = this.#filled - this.#pos;
    if (rest + chunk.length + 1 > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, rest + chunk.length + 1));
      larger.set(this.bytes.subarray(this.#pos, this.#filled));
      this.bytes = larger;
    } else if (this.#pos > 0) {
      this.bytes.copyWithin(0, this.#pos, this.#filled);
    }
    this.#searched -= this.#pos;
    this.#pos = 0;
    this.bytes.set(chunk, rest);
    this.#filled = rest + chunk.length;
  }

  /** Next whole line, without its line end; the byte after it is a NUL. */
  line(): boolean {
    for (;;) {
      // The spare byte is the newline that ends every search.
      this.bytes[this.#filled] = 10;
      const found = this.bytes.indexOf(10, Math.max(this.#searched, this.#pos));
      if (found === this.#filled) {
        this.#searched = this.#filled;
        if (this.#discard > 0) this.#pos = this.#filled;
        else if (this.#filled - this.#pos > MAX_RECORD) {
          this.overlong++;
          this.#discard = Number.POSITIVE_INFINITY;
          this.#pos = this.#filled;
        }
        return false;
      }
      this.#set(this.#pos, found);
      this.#pos = this.#searched = found + 1;
      if (this.#discard === 0) return true;
      this.#discard = 0;
    }
  }

  /** What is left after the last newline, at the end of the input; false when nothing is. */
  lastLine(): boolean {
    if (this.#discard > 0 || this.#pos === this.#filled) return false;
    this.#set(this.#pos, this.#filled);
    this.#pos = this.#filled;
    return true;
  }

  #set(start: number, end: number): void {
    this.start = start;
    if (end > start && this.bytes[end - 1] === 13) end--;
    // Writers of 2020 ended the body with a NUL.
    while (end > start && this.bytes[end - 1] === 0) end--;
    this.end = end;
    this.bytes[end] = 0;
  }

  /** Next whole length-prefixed message. An impossible length ends the reading: `broken` is then set. */
  message(): boolean {
    let length = 0;
    let p = this.#pos;
    for (let scale = 1; ; scale *= 128) {
      if (p >= this.#filled) return false;
      const b = this.bytes[p++] as number;
      length += (b & 127) * scale;
      if (b < 128) break;
      if (scale > 2 ** 28) {
        this.broken = true;
        return false;
      }
    }
    if (length > MAX_RECORD) {
      this.broken = true;
      return false;
    }
    if (p + length > this.#filled) return false;
    this.start = p;
    this.end = p + length;
    this.#pos = this.end;
    return true;
  }

  /** Bytes that no record has taken yet. */
  get pending(): number {
    return this.#filled - this.#pos;
  }
}
