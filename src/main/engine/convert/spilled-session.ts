/** A session between reading and writing: its chunks and events lie in a temporary file that has no name, so that memory does not grow with its length. */
import { HeldSession } from '../held-session.ts';
import { SpillFile } from '../spill.ts';

/** Bytes in the temporary file. */
interface Place {
  readonly offset: number;
  readonly bytes: number;
}

export class SpilledSession extends HeldSession<Place> {
  readonly #file: SpillFile;

  constructor(tempDir: string) {
    super();
    this.#file = new SpillFile(tempDir);
  }

  close(): void {
    this.#file.close();
  }

  protected keep(data: Uint8Array): Place {
    const offset = this.#file.size;
    if (data.length > 0) this.#file.append(data);
    return { offset, bytes: data.length };
  }

  protected bytesAt({ offset, bytes }: Place): Uint8Array {
    const data = new Uint8Array(bytes);
    if (bytes > 0) this.#file.read(data, offset);
    return data;
  }
}
