/** Worker: makes points of sessions and counts them into grids, off the main thread. */
import { decodeChunk } from '../../shared/session/chunk.ts';
import { loadZstd } from '../engine/zstd.ts';
import type { HeatReply, HeatRequest } from './heat-messages.ts';
import { HeatSource } from './heat-source.ts';
import { HeatStore } from './heat-store.ts';
import { emptyHeatEvents, putPart, type HeatSubject } from './heat-subject.ts';

const ready = loadZstd();
let subject: HeatSubject | null = null;
let events = emptyHeatEvents(0);
let source: HeatSource | null = null;
const store = new HeatStore();

async function take(request: HeatRequest): Promise<void> {
  switch (request.kind) {
    case 'begin':
      subject = request.subject;
      events = emptyHeatEvents(request.count);
      source = null;
      return;
    case 'events':
      putPart(events, request.part, request.at);
      if (subject !== null && request.at + request.part.count === events.count) store.add((source = new HeatSource(subject, events)));
      return;
    case 'chunk':
      source?.feed(decodeChunk(request.bytes, await ready));
      reply({ kind: 'taken', error: null });
      return;
    case 'end':
      source?.end();
      reply({ kind: 'taken', error: null });
      return;
    case 'query': {
      const sketch = store.sketch(request.query);
      if (sketch !== null) reply({ kind: 'sketch', answer: sketch }, [sketch.values.buffer as ArrayBuffer]);
      const answer = store.answer(request.query);
      const dots = answer?.dots;
      const buffers = [answer?.values, dots?.place, dots?.t, dots?.who, dots?.seq, dots?.session, dots?.minus].flatMap(
        (part) => part?.buffer ?? [],
      );
      reply({ kind: 'answer', answer }, buffers as ArrayBuffer[]);
      // While the person looks at the picture.
      setTimeout(() => (last = last.then(() => store.prepare())));
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
