/** The thread that counts the statistics of one session. */
import { parentPort, workerData } from 'node:worker_threads';
import { ChunkDamaged } from '../../../shared/session/bytes.ts';
import { encodeStatistics } from '../../../shared/statistics-codec.ts';
import { RefusedInput } from '../game-adapter.ts';
import { ADAPTERS } from '../games/registry.ts';
import { LibrarySource } from '../library/library-source.ts';
import type { ReaderOperations } from '../library/operations.ts';
import { ThreadCaller } from '../library/thread-call.ts';
import { zstd } from '../zstd.ts';
import { runStatistics } from './run-statistics.ts';
import type { StatisticsAnswer, StatisticsOrder } from './statistics-messages.ts';

if (parentPort === null) throw new Error('statistics run as a thread');
const order = workerData as StatisticsOrder;
const answer = await run();
parentPort.postMessage(answer, answer.state === 'done' ? [answer.bytes.buffer] : []);
parentPort.close();
order.reader.close();

async function run(): Promise<StatisticsAnswer> {
  const reader = new ThreadCaller<ReaderOperations>(order.reader);
  try {
    const session = await LibrarySource.open((op, args) => reader.call(op, args), order.id);
    if (session === null) return { state: 'missing' };
    const provider = ADAPTERS.find(({ id }) => id === session.info().game)?.statistics;
    if (provider === undefined) return { state: 'refused', message: 'There are no statistics for this game.' };
    return { state: 'done', bytes: encodeStatistics(await runStatistics(session, provider), zstd) };
  } catch (error) {
    if (error instanceof RefusedInput || error instanceof ChunkDamaged) return { state: 'refused', message: error.message };
    throw error;
  }
}
