/** Worker: makes points of a session and counts them into grids, off the main thread. */
import { decodeChunk } from '../../shared/session/chunk.ts';
import { loadZstd } from '../engine/zstd.ts';
import type { HeatReply, HeatRequest } from './heat-messages.ts';
import { HeatStore } from './heat-store.ts';

const ready = loadZstd();
let store: HeatStore | null = null;

async function take(request: HeatRequest): Promise<void> {
  switch (request.kind) {
    case 'begin':
      store = new HeatStore(request.subject, request.events);
      return;
    case 'chunk':
      store?.feed(decodeChunk(request.bytes, await ready));
      reply({ kind: 'taken', error: null });
      return;
    case 'end':
      store?.end();
      reply({ kind: 'taken', error: null });
      return;
    case 'query': {
      const answer = store?.answer(request.query) ?? null;
      const dots = answer?.dots;
      const buffers = [answer?.values, dots?.place, dots?.t, dots?.who, dots?.seq, dots?.minus].flatMap((part) => part?.buffer ?? []);
      reply({ kind: 'answer', answer }, buffers as ArrayBuffer[]);
    }
  }
}

function reply(message: HeatReply, transfer: ArrayBuffer[] = []): void {
  postMessage(message, { transfer });
}

// One after another: a chunk that waits for the decoder is not overtaken.
let last = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<HeatRequest>) => {
  last = last
    .then(() => take(data))
    .catch((thrown: unknown) => {
      const error = thrown instanceof Error ? thrown.message : String(thrown);
      if (data.kind !== 'begin') reply({ kind: data.kind === 'query' ? 'refused' : 'taken', error });
    });
});
