/** One import through the real engine into a library of its own: chunks and events committed, checkpointed, and what it took. */
import { rmSync, statSync } from 'node:fs';
import { createEngine } from '../../src/main/engine/engine.ts';
import { libraryFolder } from '../../src/main/engine/library/folder.ts';
import type { ImportProgress } from '../../src/shared/engine-api.ts';
import { answer, childInput, peakMegabytes } from './child-side.ts';

export interface ImportInput {
  readonly path: string;
  /** Made, and left as it is at the end unless `remove`. */
  readonly libraryDir: string;
  readonly remove: boolean;
}

export interface ImportAnswer {
  /** From the call to its answer, when everything is committed. */
  readonly ms: number;
  /** Until the first overview picture was in hand; null when none came. */
  readonly overviewMs: number | null;
  /** User and system, all threads. */
  readonly cpuMs: number;
  readonly peakMB: number;
  /** Bytes that the database grew by, checkpointed. */
  readonly addedBytes: number;
  readonly session: string;
  readonly steps: readonly string[];
}

const { path, libraryDir, remove } = childInput() as ImportInput;
const { database } = libraryFolder(libraryDir);
await (await createEngine({ libraryDir, desktop: false })).close();
const emptyBytes = databaseBytes();

const engine = await createEngine({ libraryDir, desktop: false });
const handle = engine.mint({ path, access: 'read', temporary: false });
const start = performance.now();
const cpu = process.cpuUsage();
let overviewMs: number | null = null;
let last: ImportProgress | null = null;
const steps: string[] = [];
await engine.client.stream('import.files', { handles: [handle] }, (progress) => {
  last = progress;
  const now = Math.round(performance.now() - start);
  if (progress.overview !== undefined) overviewMs ??= performance.now() - start;
  steps.push(`${now} ms: ${progress.step}${progress.overview === undefined ? '' : ' (overview)'}`);
});
const ms = performance.now() - start;
const { user, system } = process.cpuUsage(cpu);
const peakMB = peakMegabytes();
const { state, sessions, message } = last as unknown as ImportProgress;
const [session] = sessions;
if (state !== 'done' || session === undefined) throw new Error(`the import ended as ${state}: ${message}`);
await engine.close();
const addedBytes = databaseBytes() - emptyBytes;
if (remove) rmSync(libraryDir, { recursive: true, force: true });
answer({ ms, overviewMs, cpuMs: (user + system) / 1000, peakMB, addedBytes, session, steps } satisfies ImportAnswer);

/** The write-ahead log counts too, should closing have left one. */
function databaseBytes(): number {
  return ['', '-wal'].reduce((sum, suffix) => sum + (statSync(database + suffix, { throwIfNoEntry: false })?.size ?? 0), 0);
}
