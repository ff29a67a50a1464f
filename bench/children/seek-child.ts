/** Seeks to random moments over a message port: ask the engine for the chunk, decode it with the page's own zstd, sample the state. */
import { once } from 'node:events';
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { createWireClient, type Wire } from '../../src/renderer/engine/wire-client.ts';
import { loadZstd } from '../../src/renderer/engine/zstd.ts';
import { decodeChunk } from '../../src/shared/session/chunk.ts';
import { createFrameState, FrameSampler } from '../../src/shared/session/sampler.ts';
import { randomNumbers } from '../numbers.ts';
import { answer, childInput } from './child-side.ts';

export interface SeekInput {
  readonly libraryDir: string;
  readonly session: string;
  readonly seeks: number;
}

export interface SeekAnswer {
  /** ms of each seek, from the request to the sampled state. */
  readonly total: readonly number[];
  /** ms of it until the bytes were there. */
  readonly transport: readonly number[];
  readonly chunks: number;
  readonly meanChunkBytes: number;
}

const { libraryDir, session, seeks } = childInput() as SeekInput;
const { port1, port2 } = new MessageChannel();
const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), {
  workerData: { libraryDir, port: port2 },
  transferList: [port2],
});
await once(worker, 'message');
const client = createWireClient(nodeWire(port1), () => undefined);
const compression = await loadZstd();

const { info, strings, entities, chunks } = await client.call('sessions.get', { id: session });
const layer = chunks.filter((chunk) => chunk.layer === 0);
const sampler = new FrameSampler(info, strings, []);
const state = createFrameState(entities.length);
const random = randomNumbers(7);
const total: number[] = [];
const transport: number[] = [];
for (let i = 0; i < seeks; i++) {
  const t = Math.floor(random() * info.durationMs);
  const ref = layer.find((chunk) => chunk.t0 <= t && t < chunk.t1);
  if (ref === undefined) throw new Error(`no chunk answers for ${t}`);
  const start = performance.now();
  const bytes = await client.call('chunks.read', { id: session, layer: 0, index: ref.index });
  const arrived = performance.now();
  sampler.sample(decodeChunk(bytes, compression), undefined, t, state);
  total.push(performance.now() - start);
  transport.push(arrived - start);
}
const meanChunkBytes = layer.reduce((sum, chunk) => sum + chunk.bytes, 0) / layer.length;
client.close();
worker.postMessage('end');
await once(worker, 'exit');
answer({ total, transport, chunks: layer.length, meanChunkBytes } satisfies SeekAnswer);

function nodeWire(port: MessagePort): Wire {
  const wire: Wire = { send: (message) => port.postMessage(message), close: () => port.close(), onMessage: null, onClose: null };
  port.on('message', (message) => wire.onMessage?.(message));
  port.on('close', () => wire.onClose?.());
  return wire;
}
