/** An engine with the made-up capture. On command: makes a session of many events; imports a recording and removes that session. It says when each is done. */
import { on } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fakeLiveAdapter } from '../../src/main/engine/capture/fake-live.ts';
import { createEngine } from '../../src/main/engine/engine.ts';
import { ADAPTERS } from '../../src/main/engine/games/registry.ts';
import type { ImportProgress } from '../../src/shared/engine-api.ts';
import { childInput } from './child-side.ts';

export interface LiveCommitInput {
  readonly libraryDir: string;
  readonly recording: string;
  readonly events: number;
}
export type LiveCommitCommand = 'prepare' | 'load';
/** Where the capture is; said at the start, and again when a command is done. */
export interface LiveCommitReply {
  readonly address: string;
}

/** The made-up one. */
const CAPTURE = { id: 'fake-lines', settings: {} };

const { libraryDir, recording, events } = childInput() as LiveCommitInput;
const engine = await createEngine({
  libraryDir,
  desktop: false,
  adapters: [...ADAPTERS, fakeLiveAdapter],
  importWorker: new URL('./live-import-worker.ts', import.meta.url),
  captureWorker: new URL('./live-capture-worker.ts', import.meta.url),
  captures: [CAPTURE],
});
const many = join(libraryDir, 'tmp', 'many.lines');
const lines = Array.from({ length: events }, (_, i) => `at ${i} 1 ${i % 1000}\n`);
writeFileSync(many, `LIVE Many\nplayer Anna\n${lines.join('')}`);
const capture = (await engine.client.call('capture.list', {})).find(({ id }) => id === CAPTURE.id);
const reply: LiveCommitReply = { address: capture?.address ?? '' };
let session = '';
let last = '';
process.send?.(reply);
for await (const [command] of on(process, 'message') as AsyncIterable<[LiveCommitCommand]>) {
  if (command === 'prepare') {
    // The same file again would be no import.
    if (last !== '') await removed(last);
    session = await imported(many);
  } else {
    [last] = await Promise.all([imported(recording), removed(session)]);
  }
  process.send?.(reply);
}

async function imported(path: string): Promise<string> {
  const handle = engine.mint({ path, access: 'read', temporary: false });
  let last: ImportProgress | null = null;
  await engine.client.stream('import.files', { handles: [handle] }, (progress) => void (last = progress));
  const { state, sessions, message } = last as unknown as ImportProgress;
  if (state !== 'done') throw new Error(`the import ended as ${state}: ${message}`);
  return sessions[0] ?? '';
}

/** Until its pages are given back. */
async function removed(id: string): Promise<void> {
  const { libraryBytes } = await engine.client.call('library.stats', {});
  await engine.client.call('sessions.purge', { ids: [id] });
  while ((await engine.client.call('library.stats', {})).libraryBytes > libraryBytes * 0.9)
    await new Promise((resolve) => void setTimeout(resolve, 50));
}
