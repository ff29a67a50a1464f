/** The thread in which answers of the REST API are read from the library, so that the listener's own thread is free for what game servers send. */
import { parentPort, workerData } from 'node:worker_threads';
import { RefusedInput } from '../../../game-adapter.ts';
import { openLibraryReader } from '../../../library/schema.ts';
import { describeFailure, type Answer, type CallMessage } from '../../../library/thread-call.ts';
import type { LibraryContext } from './context.ts';
import type { Answering } from './library-reader.ts';
import { Refusal } from './refusal.ts';
import { ROUTES } from './routes.ts';

if (parentPort === null) throw new Error('the REST API is read in a thread');
const port = parentPort;
const db = openLibraryReader((workerData as { databasePath: string }).databasePath);

port.on('message', ({ id, args }: CallMessage) => {
  try {
    const { route, values } = args as Parameters<Answering['answer']>[0];
    port.postMessage({ id, value: answerOf(route, values) } satisfies Answer);
  } catch (error) {
    port.postMessage({ id, error: describeFailure(error) } satisfies Answer);
  }
});

function answerOf(route: number, values: unknown): ReturnType<Answering['answer']> {
  const context: LibraryContext = { db, now: Date.now() };
  try {
    // One moment for all reads of an answer, whatever is written meanwhile.
    const answer = db.transaction(() => ROUTES[route]?.fromLibrary?.(values, context))();
    return { status: 200, json: JSON.stringify(answer ?? null) };
  } catch (error) {
    if (error instanceof RefusedInput) return { status: 400, json: JSON.stringify({ error: error.message }) };
    if (!(error instanceof Refusal)) throw error;
    return { status: error.status, json: JSON.stringify({ error: error.message }) };
  }
}
