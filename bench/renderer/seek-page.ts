/** In the browser: seeks to random moments over the WebSocket, through the player's own client, worker and sampler; hands the times to whoever drives the page. */
import { openSocketWire } from '../../src/renderer/engine/socket-wire.ts';
import { createWireClient } from '../../src/renderer/engine/wire-client.ts';
import { createWorkerDecoder } from '../../src/renderer/replay/playback/chunk-decoder.ts';
import { createFrameState, FrameSampler } from '../../src/shared/session/sampler.ts';
import { randomNumbers } from '../numbers.ts';

interface SeekTimes {
  /** ms of each seek, from the request to the sampled state. */
  readonly total: number[];
  /** ms of it until the bytes were there. */
  readonly transport: number[];
}

declare global {
  interface Window {
    seek?: (session: string, seeks: number) => Promise<SeekTimes>;
  }
}

window.seek = async (session, seeks) => {
  const client = createWireClient(await openSocketWire(), () => undefined);
  const decoder = createWorkerDecoder();
  const { info, strings, entities, chunks } = await client.call('sessions.get', { id: session });
  const layer = chunks.filter((chunk) => chunk.layer === 0);
  const sampler = new FrameSampler(info, strings, []);
  const state = createFrameState(entities.length);
  const random = randomNumbers(7);
  const times: SeekTimes = { total: [], transport: [] };
  // The first one starts the worker and its WebAssembly, as opening a session does.
  for (let i = -1; i < seeks; i++) {
    const t = Math.floor(random() * info.durationMs);
    const ref = layer.find((chunk) => chunk.t0 <= t && t < chunk.t1);
    if (ref === undefined) throw new Error(`no chunk answers for ${t}`);
    const start = performance.now();
    const bytes = await client.call('chunks.read', { id: session, layer: 0, index: ref.index });
    const arrived = performance.now();
    sampler.sample(await decoder.decode(bytes), undefined, t, state);
    const end = performance.now();
    if (i < 0) continue;
    times.total.push(end - start);
    times.transport.push(arrived - start);
  }
  decoder.dispose();
  client.close();
  return times;
};
