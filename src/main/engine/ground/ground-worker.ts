/** A thread that takes in one ground: parsing a height map and copying thousands of tiles would hold up the engine. */
import { parentPort, workerData } from 'node:worker_threads';
import { RefusedInput } from '../game-adapter.ts';
import { throttled } from '../import/throttle.ts';
import { writeRefusal } from '../write-refusal.ts';
import type { GroundMessage, GroundOrder } from './ground-messages.ts';
import { takeHeights, takeImage, takeTiles } from './take-ground.ts';

const REPORT_MS = 100;

const port = parentPort;
if (port === null) throw new Error('grounds are taken in by a thread');
const send = (message: GroundMessage): void => port.postMessage(message);
const order = workerData as GroundOrder;
const step = throttled(REPORT_MS, (step: string, done: number, total: number) => send({ state: 'running', step, done, total }));
try {
  if (order.kind === 'heights') send({ state: 'heights', heights: await takeHeights(order, step) });
  else send({ state: 'picture', picture: order.kind === 'image' ? await takeImage(order) : await takeTiles(order, step) });
} catch (error) {
  const message = error instanceof RefusedInput ? error.message : writeRefusal(error);
  if (message === null) console.error('ground:', error);
  send({ state: 'refused', message: message ?? 'This could not be read as a ground; the log says more.' });
}
