/** Worker: plans the cuts of a session, off the main thread. */
import { decodeChunk } from '../../../shared/session/chunk.ts';
import { loadZstd } from '../../engine/zstd.ts';
import type { Cut } from './cut-list.ts';
import type { DirectorReply, DirectorRequest } from './director-messages.ts';
import { DirectorPlanner } from './planner.ts';
import { Sight } from './sight.ts';

const ready = loadZstd();
let planner: DirectorPlanner | null = null;

async function take(request: DirectorRequest): Promise<readonly Cut[] | null> {
  if (request.kind === 'begin') {
    planner = new DirectorPlanner(request.subject, request.events, new Sight(request.shape), request.style);
    return null;
  }
  const zstd = await ready;
  return planner?.feed(request.bytes === null ? null : decodeChunk(request.bytes, zstd)) ?? [];
}

function reply(message: DirectorReply): void {
  postMessage(message);
}

// One after another: a chunk that waits for the decoder is not overtaken.
let last = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<DirectorRequest>) => {
  last = last
    .then(() => take(data))
    .then((cuts) => {
      if (cuts !== null) reply({ cuts, error: null });
    })
    .catch((error: unknown) => reply({ error: error instanceof Error ? error.message : String(error) }));
});
