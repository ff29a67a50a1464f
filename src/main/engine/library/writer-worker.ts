/**
 * The library's one writer. Operations come over any number of ports (the engine's, and one per import); whatever queued while the last commit ran is committed
 * together, and answered after that commit; what live sessions need goes first. Removals run in steps in between.
 */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { lowerThreadPriority } from '../thread-priority.ts';
import { libraryFolder } from './folder.ts';
import type { WriterOperations } from './operations.ts';
import { openLibraryDatabase } from './schema.ts';
import { describeFailure, type Answer, type CallMessage } from './thread-call.ts';
import { LibraryWrites } from './writes.ts';

/** Of sessions that are being recorded: they do not wait for what imports and removals have queued. */
const URGENT: ReadonlySet<string> = new Set<keyof WriterOperations>([
  'beginLive',
  'addLiveChunk',
  'addLiveEvents',
  'refreshLive',
  'addLiveCareer',
  'finishLive',
  'dropLive',
]);

/** A commit takes no more operations when its transaction has lasted this long, ms: nobody waits longer than 20 ms for a lock. */
const COMMIT_MS = 8;

interface Queued {
  readonly port: Pick<MessagePort, 'postMessage'>;
  readonly call: CallMessage;
}

interface Ports {
  readonly addPort: MessagePort;
}

if (parentPort === null) throw new Error('the writer runs as a thread');
const engine = parentPort;
// No game waits for a commit: what it sent is in an original before.
lowerThreadPriority('below');
const folder = libraryFolder((workerData as { dir: string }).dir);

const opened = open();
if (opened === null) engine.close();
else run(opened.db, opened.writes);

function open(): { db: ReturnType<typeof openLibraryDatabase>; writes: LibraryWrites } | null {
  try {
    const db = openLibraryDatabase(folder.database);
    const writes = new LibraryWrites(db, folder);
    writes.tidyAtStart(new Date());
    engine.postMessage({ opened: true });
    return { db, writes };
  } catch (error) {
    engine.postMessage({ opened: false, error: describeFailure(error) });
    return null;
  }
}

function run(db: ReturnType<typeof openLibraryDatabase>, writes: LibraryWrites): void {
  const urgent: Queued[] = [];
  const queue: Queued[] = [];
  /** Those who wait until nothing is left to remove. */
  let settling: Queued[] = [];
  let scheduled = false;
  let removing = true;

  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(turn);
  };

  const turn = (): void => {
    scheduled = false;
    if (!db.open) return; // closed since
    if (urgent.length + queue.length > 0) {
      commit();
      step(() => writes.countStep());
      removing = true;
      return schedule();
    }
    if (removing) {
      removing = step(() => writes.countStep()) || step(() => writes.removeStep());
      return schedule();
    }
    const waiting = settling;
    settling = [];
    if (waiting.length > 0) attempt(() => writes.foldLog());
    for (const { port, call } of waiting) port.postMessage({ id: call.id, value: null } satisfies Answer);
  };

  const step = (work: () => boolean): boolean => {
    try {
      return work();
    } catch (error) {
      console.error('library: a step in the background failed:', error);
      return false;
    }
  };

  /** One transaction; an operation that fails is rolled back alone. */
  const commit = (): void => {
    const answers: { readonly to: Queued; readonly answer: Answer }[] = [];
    try {
      db.exec('BEGIN IMMEDIATE');
      const start = performance.now();
      do {
        const queued = urgent.shift() ?? queue.shift();
        if (queued === undefined) break;
        answers.push({ to: queued, answer: perform(queued.call) });
      } while (performance.now() - start < COMMIT_MS);
      db.exec('COMMIT');
    } catch (error) {
      attempt(() => {
        if (db.inTransaction) db.exec('ROLLBACK');
      });
      const failed = answers.length > 0 ? answers.map(({ to }) => to) : [...urgent.splice(0), ...queue.splice(0)];
      for (const { port, call } of failed) port.postMessage({ id: call.id, error: describeFailure(error) } satisfies Answer);
      return;
    }
    for (const { to, answer } of answers) to.port.postMessage(answer);
  };

  const perform = (call: CallMessage): Answer => {
    try {
      const operation = writes[call.op as keyof Omit<WriterOperations, 'settle'>].bind(writes) as (args: unknown) => unknown;
      return { id: call.id, value: db.transaction(() => operation(call.args))() };
    } catch (error) {
      return { id: call.id, error: describeFailure(error) };
    }
  };

  const ports: MessagePort[] = [];
  const listen = (port: MessagePort): void => {
    ports.push(port);
    port.on('message', (message: CallMessage | Ports | 'close') => {
      if (message === 'close') return close();
      if ('addPort' in message) return listen(message.addPort);
      if (message.op === 'settle') settling.push({ port, call: message });
      else (URGENT.has(message.op) ? urgent : queue).push({ port, call: message });
      schedule();
    });
  };

  const close = (): void => {
    if (!db.open) return; // asked twice
    while (urgent.length + queue.length > 0) commit();
    attempt(() => writes.foldLog());
    db.close();
    for (const port of ports) port.close(); // nothing keeps the thread any longer
  };

  listen(engine);
  schedule();
}

function attempt(action: () => void): void {
  try {
    action();
  } catch (error) {
    console.error('library:', error);
  }
}
