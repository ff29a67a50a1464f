/** Where a live session's finished parts go: to the library as they come, and what is known of the session as a whole when it is asked for. */
import type { WriterOperations } from '../library/operations.ts';
import { movable, whole, type ThreadCaller } from '../library/thread-call.ts';
import type { ChunkRef } from '../session-source.ts';
import type { SessionPart, SessionTarget } from '../session-target.ts';

export class LiveTarget implements SessionTarget {
  readonly #writer: ThreadCaller<WriterOperations>;
  readonly #id: string;
  readonly #chunks: ChunkRef[] = [];
  #told = 0;
  #storedBytes = 0;

  constructor(writer: ThreadCaller<WriterOperations>, id: string) {
    this.#writer = writer;
    this.#id = id;
  }

  /** Committed so far. */
  get chunks(): readonly ChunkRef[] {
    return this.#chunks;
  }

  get storedBytes(): number {
    return this.#storedBytes;
  }

  /** Those that were committed since the last call. */
  newChunks(): readonly ChunkRef[] {
    const chunks = this.#chunks.slice(this.#told);
    this.#told = this.#chunks.length;
    return chunks;
  }

  /** Chunks and events: resolves when they are committed. The rest is what `held` of the SessionWriter says. */
  async put(part: SessionPart): Promise<void> {
    if (part.kind === 'chunk') {
      const { layer, index, t0, t1 } = part;
      const data = whole(part.data);
      const bytes = data.length;
      await this.#writer.call('addLiveChunk', { id: this.#id, chunk: { ...part, data } }, movable(data));
      this.#storedBytes += bytes;
      this.#chunks.push({ layer, index, t0, t1, bytes });
    } else if (part.kind === 'events') {
      const columns = whole(part.columns);
      const payloads = whole(part.payloads);
      this.#storedBytes += columns.length + payloads.length;
      await this.#writer.call('addLiveEvents', { id: this.#id, events: { ...part, columns, payloads } }, [
        ...movable(columns),
        ...movable(payloads),
      ]);
    }
  }
}
