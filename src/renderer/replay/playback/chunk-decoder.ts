/** The main thread's end of the chunk worker: stored bytes in, a decoded chunk out. */
import type { Chunk } from '../../../shared/session/chunk.ts';
import { words } from '../../words/words.ts';

export interface DecodeRequest {
  readonly id: number;
  readonly bytes: Uint8Array;
}

export type DecodeReply = { readonly id: number; readonly chunk: Chunk } | { readonly id: number; readonly error: string };

export interface ChunkDecoder {
  /** Takes the bytes over: the caller's array is empty afterwards. */
  decode(bytes: Uint8Array): Promise<Chunk>;
  dispose(): void;
}

export function createWorkerDecoder(): ChunkDecoder {
  const worker = new Worker(new URL('./chunk-worker.ts', import.meta.url), { type: 'module', name: 'chunks' });
  const waiting = new Map<number, { resolve: (chunk: Chunk) => void; reject: (error: Error) => void }>();
  let nextId = 1;
  const rejectAll = (message: string): void => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<DecodeReply>) => {
    const caller = waiting.get(data.id);
    waiting.delete(data.id);
    if ('chunk' in data) caller?.resolve(data.chunk);
    else caller?.reject(new Error(data.error));
  });
  worker.addEventListener('error', (event) => rejectAll(words().panels.errors.worker(event.message)));

  return {
    decode(bytes) {
      // A view of something larger is copied, so that only what belongs to the chunk changes hands.
      const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
      const id = nextId++;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, bytes: own } satisfies DecodeRequest, [own.buffer as ArrayBuffer]);
      });
    },
    dispose() {
      worker.terminate();
      rejectAll(words().panels.errors.closed);
    },
  };
}
