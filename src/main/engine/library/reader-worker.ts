/** A reader of the library: one read per call, in the order in which they come. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { libraryFolder } from './folder.ts';
import type { ReaderOperations } from './operations.ts';
import { LibraryReads } from './reads.ts';
import { openLibraryReader } from './schema.ts';
import { describeFailure, movable, type Answer, type CallMessage } from './thread-call.ts';

interface Ports {
  readonly addPort: MessagePort;
}

if (parentPort === null) throw new Error('a reader runs as a thread');
const db = openLibraryReader(libraryFolder((workerData as { dir: string }).dir).database);
const reads = new LibraryReads(db);
const ports: MessagePort[] = [];
listen(parentPort);

function listen(port: MessagePort): void {
  ports.push(port);
  port.on('message', (message: CallMessage | Ports | 'close') => {
    if (message === 'close') close();
    else if ('addPort' in message) listen(message.addPort);
    else answer(port, message);
  });
}

function answer(port: MessagePort, call: CallMessage): void {
  try {
    const operation = reads[call.op as keyof ReaderOperations].bind(reads) as (args: unknown) => unknown;
    const value = operation(call.args);
    port.postMessage({ id: call.id, value } satisfies Answer, movable(value));
  } catch (error) {
    port.postMessage({ id: call.id, error: describeFailure(error) } satisfies Answer);
  }
}

function close(): void {
  db.close();
  for (const port of ports) port.close();
}
