/** A thread that takes in one ground: parsing a height map and copying thousands of tiles would hold up the engine. */
import { parentPort, workerData } from 'node:worker_threads';
import { RefusedInput } from '../game-adapter.ts';
import { throttled } from '../import/throttle.ts';
import { writeRefusal } from '../write-refusal.ts';
import type { GroundMessage, GroundOrder } from './ground-messages.ts';
import { takeHeights, takeImage, takeTiles } from './take-ground.ts';
import { takeMesh } from './take-mesh.ts';
import type { WorldSource } from './world-source.ts';

const REPORT_MS = 100;

const port = parentPort;
if (port === null) throw new Error('grounds are taken in by a thread');
const send = (message: GroundMessage): void => port.postMessage(message);
const order = workerData as GroundOrder;
const step = throttled(REPORT_MS, (step: string, done: number, total: number) => send({ state: 'running', step, done, total }));
try {
  if (order.kind === 'heights') send({ state: 'heights', heights: await takeHeights(order, step) });
  else if (order.kind === 'mesh') send({ state: 'mesh', mesh: await takeMesh(order, await worldsOf(order.game), step) });
  else send({ state: 'picture', picture: order.kind === 'image' ? await takeImage(order) : await takeTiles(order, step) });
} catch (error) {
  const message = error instanceof RefusedInput ? error.message : writeRefusal(error);
  if (message === null) console.error('ground:', error);
  send({ state: 'refused', message: message ?? 'This could not be read as a ground; the log says more.' });
}

/** The games are loaded only where one of them is asked: they are much more than the rest of this thread. */
async function worldsOf(game: string): Promise<WorldSource | undefined> {
  const { ADAPTERS } = await import('../games/registry.ts');
  return ADAPTERS.find(({ id }) => id === game)?.worlds;
}
