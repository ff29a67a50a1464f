/** Answers to lines, gathered until they are sent together: most are the same few bytes. */
import { QUEUED } from '../recorder/dispatcher.ts';

const QUEUED_LINE = Buffer.from(`${QUEUED}\n`);
const START_BYTES = 64 * 1024;

export class ReplyBuffer {
  #bytes = Buffer.allocUnsafe(START_BYTES);
  #length = 0;

  /** One line, without its end. */
  add(answer: string): void {
    if (answer === QUEUED) {
      this.#room(QUEUED_LINE.length);
      this.#bytes.set(QUEUED_LINE, this.#length);
      this.#length += QUEUED_LINE.length;
      return;
    }
    this.#room(answer.length * 3 + 1);
    this.#length += this.#bytes.write(answer, this.#length);
    this.#bytes[this.#length++] = 0x0a;
  }

  /** All lines since the last call, in memory of their own; null when there are none. */
  take(): Buffer | null {
    if (this.#length === 0) return null;
    const lines = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return lines;
  }

  #room(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe((this.#length + bytes) * 2);
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
