/** A reader of the library: one read per call, in the order in which they come. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { libraryFolder } from './folder.ts';
import type { ReaderOperations } from './operations.ts';
import { LibraryReads } from './reads.ts';
import { openLibraryReader, type Db } from './schema.ts';
import { describeFailure, movable, type Answer, type CallMessage } from './thread-call.ts';

interface Ports {
  readonly addPort: MessagePort;
}

if (parentPort === null) throw new Error('a reader runs as a thread');
const { database } = libraryFolder((workerData as { dir: string }).dir);
/** Opened at the first call: this thread starts while the writer still brings the database up to date. */
let opened: { readonly db: Db; readonly reads: LibraryReads } | null = null;
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
    const { reads } = (opened ??= open());
    const operation = reads[call.op as keyof ReaderOperations].bind(reads) as (args: unknown) => unknown;
    const value = operation(call.args);
    port.postMessage({ id: call.id, value } satisfies Answer, movable(value));
  } catch (error) {
    port.postMessage({ id: call.id, error: describeFailure(error) } satisfies Answer);
  }
}

function open(): NonNullable<typeof opened> {
  const db = openLibraryReader(database);
  return { db, reads: new LibraryReads(db) };
}

function close(): void {
  opened?.db.close();
  for (const port of ports) port.close();
}
