/** A thread of conversions, one at a time. */
import { open } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { RefusedInput } from '../game-adapter.ts';
import { ADAPTERS } from '../games/registry.ts';
import { throttled } from '../import/throttle.ts';
import { openSource } from '../open-source.ts';
import { writeRefusal } from '../write-refusal.ts';
import { writeWhole } from '../write-whole.ts';
import type { ConvertMessage, ConvertOrder } from './convert-messages.ts';
import { convertRecording } from './convert-recording.ts';

const REPORT_MS = 100;

const port = parentPort;
if (port === null) throw new Error('conversions run as a thread');
const send = (message: ConvertMessage): void => port.postMessage(message);
let stop = new AbortController();
port.on('message', (message: ConvertOrder | 'stop') => {
  if (message === 'stop') return stop.abort(new Error('the conversion was stopped'));
  stop = new AbortController();
  void run(message, stop.signal).then(send);
  return undefined;
});

async function run(order: ConvertOrder, signal: AbortSignal): Promise<ConvertMessage> {
  const report = throttled(REPORT_MS, send);
  try {
    await using file = await open(order.out, 'w');
    const source = await openSource(order.path, ADAPTERS, order.name);
    try {
      const result = await convertRecording({
        source,
        adapters: ADAPTERS,
        choose: (targets) => {
          const target = targets.find(({ id }) => id === order.to);
          if (target === undefined) throw new RefusedInput('This recording cannot become that.');
          return target;
        },
        gzip: ({ extension }) => extension.endsWith('.gz'),
        out: async (bytes) => await writeWhole(file, bytes),
        signal,
        tempDir: order.tempDir,
        progress: (bytesDone, bytesTotal, step) => report({ state: 'running', bytesDone, bytesTotal, step }),
      });
      return { state: 'done', ...result };
    } finally {
      await source.close();
    }
  } catch (error) {
    const message = error instanceof RefusedInput ? error.message : writeRefusal(error);
    if (message !== null) return { state: 'refused', message };
    if (!signal.aborted) console.error('conversion:', error);
    return { state: 'failed' };
  }
}
