/** The thread of one export. */
import { open } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { RefusedInput } from '../game-adapter.ts';
import { ADAPTERS } from '../games/registry.ts';
import { LibrarySource } from '../library/library-source.ts';
import type { ReaderOperations } from '../library/operations.ts';
import { ThreadCaller } from '../library/thread-call.ts';
import type { SessionSource } from '../session-source.ts';
import { writeRefusal } from '../write-refusal.ts';
import { writeWhole } from '../write-whole.ts';
import { nameOf, type ExportAnswer, type ExportOrder } from './export-messages.ts';
import { exportTargets, withoutGz } from './export-targets.ts';
import { GzipWriter } from './gzip-writer.ts';

if (parentPort === null) throw new Error('an export runs as a thread');
const order = workerData as ExportOrder;
parentPort.postMessage(await run());
parentPort.close();
order.reader.close();

async function run(): Promise<ExportAnswer> {
  const reader = new ThreadCaller<ReaderOperations>(order.reader);
  try {
    const session = await LibrarySource.open((op, args) => reader.call(op, args), order.id);
    return session === null ? { state: 'missing' } : await write(session);
  } catch (error) {
    const message = error instanceof RefusedInput ? error.message : writeRefusal(error);
    if (message === null) throw error;
    return { state: 'refused', message };
  }
}

async function write(session: SessionSource): Promise<ExportAnswer> {
  const { game, title } = session.info();
  const formats = ADAPTERS.find(({ id }) => id === game)?.formats ?? [];
  const target = exportTargets(formats).find(({ id }) => id === order.format);
  if (target === undefined) throw new RefusedInput('This session cannot be written in that format.');
  const gzip = order.gzip ?? target.extension.endsWith('.gz');
  let bytes = 0;
  await using file = await open(order.path, 'w', 0o644);
  const store = async (part: Uint8Array): Promise<void> => {
    await writeWhole(file, part);
    bytes += part.length;
  };
  const packed = gzip ? new GzipWriter(store) : null;
  const out = packed === null ? store : async (part: Uint8Array): Promise<void> => await packed.write(part);
  const report = await target.write(session, out, new AbortController().signal);
  await packed?.end();
  const extension = gzip ? target.extension : withoutGz(target.extension);
  return { state: 'done', bytes, warnings: report.warnings, name: `${nameOf(title)}${extension}` };
}
