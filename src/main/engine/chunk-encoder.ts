/** Encodes chunks in a thread of its own: worth starting for sessions that are too large for memory. */
import { Worker } from 'node:worker_threads';
import type { Chunk } from '../../shared/session/chunk.ts';
import { movable, ThreadCaller } from './library/thread-call.ts';

export interface EncodeOperations {
  encode(chunk: Chunk): Uint8Array<ArrayBuffer>;
}

/** One chunk after another takes little memory. */
const LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 };

export class ChunkEncoder {
  readonly #thread = new Worker(new URL('./encode-worker.ts', import.meta.url), { resourceLimits: LIMITS });
  readonly #caller = new ThreadCaller<EncodeOperations>(this.#thread);

  /** Takes the chunk over: its arrays are empty afterwards. */
  encode(chunk: Chunk): Promise<Uint8Array<ArrayBuffer>> {
    const arrays = chunk.columns.flatMap((column) =>
      column === undefined ? [] : [column.entities, column.starts, column.times, column.values],
    );
    return this.#caller.call('encode', chunk, arrays.flatMap(bufferOf));
  }

  close(): void {
    void this.#thread.terminate();
  }
}

function bufferOf({ buffer, byteOffset, byteLength }: Int32Array | Float64Array): ArrayBuffer[] {
  return movable(new Uint8Array(buffer, byteOffset, byteLength));
}
