/** A thread that makes stored bytes of chunks, while the import makes the next chunk. */
import { parentPort } from 'node:worker_threads';
import { encodeChunk } from '../../shared/session/chunk.ts';
import type { EncodeOperations } from './chunk-encoder.ts';
import { describeFailure, movable, type Answer, type CallMessage } from './library/thread-call.ts';
import { zstd } from './zstd.ts';

if (parentPort === null) throw new Error('the encoder runs as a thread');
const port = parentPort;
port.on('message', ({ id, args }: CallMessage) => {
  try {
    const value = encodeChunk(args as Parameters<EncodeOperations['encode']>[0], zstd);
    port.postMessage({ id, value } satisfies Answer, movable(value));
  } catch (error) {
    port.postMessage({ id, error: describeFailure(error) } satisfies Answer);
  }
});
