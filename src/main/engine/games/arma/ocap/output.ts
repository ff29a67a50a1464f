/** Gathers small pieces of text into larger pieces of bytes. */
const FLUSH_CHARS = 256 * 1024;

export class Output {
  #pieces: string[] = [];
  #chars = 0;
  readonly #out: (bytes: Uint8Array) => Promise<void>;

  constructor(out: (bytes: Uint8Array) => Promise<void>) {
    this.#out = out;
  }

  /** Returns a promise only when bytes go out. */
  put(text: string): Promise<void> | undefined {
    this.#pieces.push(text);
    this.#chars += text.length;
    return this.#chars >= FLUSH_CHARS ? this.flush() : undefined;
  }

  async flush(): Promise<void> {
    const text = this.#pieces.join('');
    this.#pieces = [];
    this.#chars = 0;
    if (text !== '') await this.#out(Buffer.from(text));
  }
}
