/** For tests: an engine that game servers post to, and what is in its library afterwards. Run by itself, it is an engine process that prints its listener's address. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SessionRow } from '../../../../../shared/engine-api.ts';
import type { JsonObject } from '../../../../../shared/session/model.ts';
import type { CaptureSettings } from '../../../capture/capture-source.ts';
import type { EngineLog } from '../../../engine-log.ts';
import { createEngine, type Engine } from '../../../engine.ts';
import { writeNdjson } from '../../../export/ndjson.ts';
import { libraryFolder, originalPath } from '../../../library/folder.ts';
import { LibrarySource, type Read } from '../../../library/library-source.ts';
import { LibraryReads } from '../../../library/reads.ts';
import { openLibraryReader } from '../../../library/schema.ts';
import type { SessionSource } from '../../../session-source.ts';
import { zstd } from '../../../zstd.ts';
import { readLog } from '../test-sessions.ts';

export const EVENTS_PATH = '/api/v1/ingest/events';

export interface Listening {
  readonly engine: Engine;
  /** http://127.0.0.1:port */
  readonly base: string;
}

export async function listening(libraryDir: string, settings: CaptureSettings = {}, log?: EngineLog): Promise<Listening> {
  const captures = [{ id: 'mohaa', settings: { port: 0, ...settings } }];
  const engine = await createEngine({ libraryDir, desktop: false, captures, ...(log === undefined ? {} : { log }) });
  const [capture] = (await engine.client.call('capture.list', {})).filter(({ id }) => id === 'mohaa');
  return { engine, base: `http://${capture?.address}` };
}

export async function rows({ client }: Engine): Promise<readonly SessionRow[]> {
  const all: SessionRow[] = [];
  for (;;) {
    const { rows: some, total } = await client.call('sessions.list', { filter: {}, sort: 'oldest', offset: all.length, limit: 500 });
    all.push(...some);
    if (all.length >= total) return all;
  }
}

/** A session of the library as lines, every sample and every event; and of its original, read as any file is. */
export async function linesOf(libraryDir: string, id: string): Promise<{ readonly stored: string; readonly original: string }> {
  const { database, originals } = libraryFolder(libraryDir);
  const db = openLibraryReader(database);
  try {
    const reads = new LibraryReads(db);
    const read: Read = (op, args) =>
      Promise.resolve((reads[op] as (given: typeof args) => ReturnType<(typeof reads)[typeof op]>)(args) as never);
    const stored = await LibrarySource.open(read, id);
    const { sha256, name } = reads.originalOf({ id }) ?? { sha256: '', name: '' };
    const [again, ...more] = await readLog(readFileSync(originalPath(originals, sha256)), name);
    if (stored === null || again === undefined || more.length > 0) throw new Error('the original is not this one session');
    return { stored: await lines(stored), original: await lines(again) };
  } finally {
    db.close();
  }
}

async function lines(session: SessionSource): Promise<string> {
  const parts: Uint8Array[] = [];
  await writeNdjson(session, (bytes) => Promise.resolve(void parts.push(bytes)));
  return Buffer.concat(parts).toString();
}

/** Ends all recordings: what is in the library when the capture is switched off. */
export async function ended({ client }: Engine): Promise<void> {
  await client.call('capture.set', { id: 'mohaa', enabled: false, settings: {} });
}

/** Payloads of all events of a session, as they were sent and with what was made of them. */
async function payloads({ client }: Engine, id: string): Promise<readonly JsonObject[]> {
  const { eventBlocks } = await client.call('sessions.get', { id });
  const blocks = await Promise.all(eventBlocks.map(({ index }) => client.call('events.payloads', { id, index })));
  return blocks.flatMap((bytes) => JSON.parse(Buffer.from(zstd.decompress(bytes, 2 ** 28)).toString()) as readonly JsonObject[]);
}

export async function allPayloads(engine: Engine): Promise<readonly JsonObject[]> {
  return (await Promise.all((await rows(engine)).map(({ id }) => payloads(engine, id)))).flat();
}

export async function until<T>(what: string, get: () => Promise<T | null> | T | null, ms = 30_000): Promise<T> {
  const deadline = performance.now() + ms;
  for (;;) {
    const got = await get();
    if (got !== null) return got;
    if (performance.now() > deadline) throw new Error(`${what} did not come`);
    await sleep(5);
  }
}

if (import.meta.main) {
  const { base, engine } = await listening(process.argv[2] ?? '', { open: true });
  await engine.recovered();
  console.log(base);
}

/** Of a sample file of the trackers' authors, which need not be here. */
export function samplePath(name: string): string {
  return join(import.meta.dirname, '../../../../../../../shared/data/mohaa', name);
}
