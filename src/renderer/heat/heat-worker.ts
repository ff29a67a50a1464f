/** Worker: makes points of a session and counts them into grids, off the main thread. */
import { decodeChunk } from '../../shared/session/chunk.ts';
import { loadZstd } from '../engine/zstd.ts';
import type { HeatReply, HeatRequest } from './heat-messages.ts';
import { HeatStore } from './heat-store.ts';
import { emptyHeatEvents, putPart, type HeatSubject } from './heat-subject.ts';

const ready = loadZstd();
let subject: HeatSubject | null = null;
let events = emptyHeatEvents(0);
let store: HeatStore | null = null;

async function take(request: HeatRequest): Promise<void> {
  switch (request.kind) {
    case 'begin':
      subject = request.subject;
      events = emptyHeatEvents(request.count);
      return;
    case 'events':
      putPart(events, request.part, request.at);
      if (subject !== null && request.at + request.part.count === events.count) store = new HeatStore(subject, events);
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
      if (data.kind === 'query') reply({ kind: 'refused', error });
      else if (data.kind === 'chunk' || data.kind === 'end') reply({ kind: 'taken', error });
    });
});
