/** The thread that counts stored sessions for the statistics of people: those of before there were any, and those that an older version counted. */
import { parentPort, workerData } from 'node:worker_threads';
import { ADAPTERS } from '../games/registry.ts';
import { LibrarySource } from '../library/library-source.ts';
import type { ReaderOperations, WriterOperations } from '../library/operations.ts';
import { ThreadCaller } from '../library/thread-call.ts';
import { countSession } from './career-counter.ts';
import type { RecountOrder } from './recount.ts';

if (parentPort === null) throw new Error('counting again runs as a thread');
const order = workerData as RecountOrder;
const reader = new ThreadCaller<ReaderOperations>(order.reader);
const writer = new ThreadCaller<WriterOperations>(order.writer);
for (const id of order.sessions) {
  try {
    const session = await LibrarySource.open((op, args) => reader.call(op, args), id);
    const career = ADAPTERS.find((adapter) => adapter.id === session?.info().game)?.career;
    if (session === null || career === undefined) continue;
    const counter = await countSession(session, career);
    await writer.call('putCareer', { id, career: counter.packed(session.info()) });
  } catch (error) {
    // Damaged, or removed meanwhile: the others are counted all the same.
    console.error(`career: the session ${id} could not be counted:`, error);
  }
}
order.reader.close();
order.writer.close();
parentPort.close();
