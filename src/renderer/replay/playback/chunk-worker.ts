/** Worker: decompresses and decodes chunks off the main thread, and hands the typed arrays back without copying. */
import { decodeChunk } from '../../../shared/session/chunk.ts';
import { loadZstd } from '../../engine/zstd.ts';
import { chunkBuffers } from './chunk-buffers.ts';
import type { DecodeReply, DecodeRequest } from './chunk-decoder.ts';

const ready = loadZstd();

async function decode({ id, bytes }: DecodeRequest): Promise<void> {
  try {
    const chunk = decodeChunk(bytes, await ready);
    postMessage({ id, chunk } satisfies DecodeReply, { transfer: chunkBuffers(chunk) });
  } catch (error) {
    postMessage({ id, error: error instanceof Error ? error.message : String(error) } satisfies DecodeReply);
  }
}

addEventListener('message', (event: MessageEvent<DecodeRequest>) => void decode(event.data));
