/** Strings of a recording by number, looked up straight from their bytes, so that a name that repeats in each frame is decoded once. */

/** What a hostile file may put in at most; later strings become "". A real match has a few hundred. */
const MAX_STRINGS = 200_000;
const MAX_LENGTH = 4096;
/** Of all strings together. */
const MAX_CHARACTERS = 16 * 1024 * 1024;

export class StringPool {
  readonly #texts: string[] = [''];
  readonly #bytes: Uint8Array[] = [new Uint8Array(0)];
  readonly #ids = new Map<string, number>([['', 0]]);
  /** Open addressing: id + 1, 0 for an empty cell. */
  #cells = new Int32Array(1024);
  #hashes = new Int32Array(1024);
  #used = 0;
  #characters = 0;
  readonly #decoder = new TextDecoder();

  text(id: number): string {
    return this.#texts[id] ?? '';
  }

  /** Number of the string whose UTF-8 bytes are bytes[start … end - 1]. */
  fromBytes(bytes: Uint8Array, start: number, end: number): number {
    if (start === end) return 0;
    let hash = 0;
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] as number)) | 0;
    const mask = this.#cells.length - 1;
    let cell = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const entry = this.#cells[cell] as number;
      if (entry === 0) break;
      if (this.#hashes[cell] === hash && this.#equal(entry - 1, bytes, start, end)) return entry - 1;
      cell = (cell + 1) & mask;
    }
    const text = this.#decoder.decode(bytes.subarray(start, Math.min(end, start + MAX_LENGTH)));
    if (end - start > MAX_LENGTH) return this.fromText(text);
    // A copy: Buffer's own slice would be a view of what the next record overwrites.
    return this.#add(text, Uint8Array.from(bytes.subarray(start, end)), hash);
  }

  /** Half a surrogate pair becomes U+FFFD, as it would from bytes. */
  fromText(spelled: string): number {
    const text = spelled.toWellFormed();
    return this.#ids.get(text) ?? this.#add(text, null, 0);
  }

  #equal(id: number, bytes: Uint8Array, start: number, end: number): boolean {
    const known = this.#bytes[id] as Uint8Array;
    if (known.length !== end - start) return false;
    for (let i = 0; i < known.length; i++) if (known[i] !== bytes[start + i]) return false;
    return true;
  }

  #add(text: string, bytes: Uint8Array | null, hash: number): number {
    // Two spellings of the same text (an escape, a broken byte) share a number; only the first is found by its bytes.
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    if (this.#texts.length >= MAX_STRINGS || this.#characters >= MAX_CHARACTERS) return 0;
    this.#characters += text.length;
    const id = this.#texts.length;
    this.#texts.push(text);
    this.#bytes.push(bytes ?? new Uint8Array(0));
    this.#ids.set(text, id);
    if (bytes !== null) this.#place(id, hash);
    return id;
  }

  #place(id: number, hash: number): void {
    if (++this.#used * 2 > this.#cells.length) this.#grow();
    const mask = this.#cells.length - 1;
    let cell = (hash ^ (hash >>> 15)) & mask;
    while (this.#cells[cell] !== 0) cell = (cell + 1) & mask;
    this.#cells[cell] = id + 1;
    this.#hashes[cell] = hash;
  }

  #grow(): void {
    const cells = this.#cells;
    const hashes = this.#hashes;
    this.#cells = new Int32Array(cells.length * 2);
    this.#hashes = new Int32Array(cells.length * 2);
    const mask = this.#cells.length - 1;
    for (let i = 0; i < cells.length; i++) {
      const entry = cells[i] as number;
      if (entry === 0) continue;
      const hash = hashes[i] as number;
      let cell = (hash ^ (hash >>> 15)) & mask;
      while (this.#cells[cell] !== 0) cell = (cell + 1) & mask;
      this.#cells[cell] = entry;
      this.#hashes[cell] = hash;
    }
  }
}
