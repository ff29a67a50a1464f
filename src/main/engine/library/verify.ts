/** `library verify`: reads everything that is stored and says what is damaged. Changes nothing. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { decodeChunk } from '../../../shared/session/chunk.ts';
import { decodeEvents, decodePayloads } from '../../../shared/session/event-block.ts';
import { EVENT_TYPES } from '../../../shared/session/event-types.ts';
import { differenceOf } from '../career/career-check.ts';
import { countSession } from '../career/career-counter.ts';
import type { CareerProvider } from '../career/provider.ts';
import { unpackMoments } from '../career/session-career.ts';
import { zstd } from '../zstd.ts';
import { originalPath } from './folder.ts';
import { LibrarySource } from './library-source.ts';
import type { Library } from './library.ts';

export interface VerifyReport {
  readonly sessions: number;
  readonly chunks: number;
  readonly events: number;
  readonly originals: number;
  /** One sentence each; empty when all is well. */
  readonly problems: readonly string[];
}

interface Tally {
  chunks: number;
  events: number;
  readonly problems: string[];
}

/** `careers`: what counts people, by game. `onProgress`: sessions and originals checked, of all. */
export async function verifyLibrary(
  library: Library,
  careers: ReadonlyMap<string, CareerProvider>,
  onProgress: (done: number, total: number) => void,
): Promise<VerifyReport> {
  await library.write('settle', {}); // what is to be counted yet, is
  const tally: Tally = { chunks: 0, events: 0, problems: [] };
  const quick = await library.read('quickCheck', {});
  if (quick !== 'ok') tally.problems.push(`The database file is damaged: ${quick}.`);
  const ids = await library.read('sessionIds', {});
  const originals = await library.read('originals', {});
  const total = ids.length + originals.length;
  let done = 0;
  for (const id of ids) {
    await verifySession(library, careers, id, tally).catch((error: unknown) =>
      tally.problems.push(`Session ${id} cannot be read: ${reason(error)}`),
    );
    onProgress(++done, total);
  }
  tally.problems.push(...(await library.read('careerProblems', {})));
  for (const { sha256, name } of originals) {
    const problem = await checkOriginal(originalPath(library.folder.originals, sha256), sha256);
    if (problem !== null) tally.problems.push(`The original ${name} (${sha256.slice(0, 12)}) ${problem}.`);
    onProgress(++done, total);
  }
  return { sessions: ids.length, originals: originals.length, ...tally };
}

async function verifySession(library: Library, careers: ReadonlyMap<string, CareerProvider>, id: string, tally: Tally): Promise<void> {
  const source = await LibrarySource.open((op, args) => library.read(op, args), id);
  if (source === null) return; // purged meanwhile
  const info = source.info();
  const problem = (text: string): void => void tally.problems.push(`Session ${id} (${info.title}): ${text}`);
  for (const { layer, index, t0 } of source.chunks()) {
    tally.chunks++;
    try {
      if (decodeChunk(await source.chunk(layer, index), zstd).t0 !== t0)
        problem(`chunk ${index} of layer ${layer} has another time than its row.`);
    } catch (error) {
      problem(`chunk ${index} of layer ${layer}: ${reason(error)}`);
    }
  }
  const byType: Record<string, number> = {};
  let events = 0;
  for (const { index, count, firstSeq } of source.eventBlocks()) {
    try {
      const columns = decodeEvents(await source.eventColumns(index), zstd);
      const payloads = decodePayloads(await source.eventPayloads(index), zstd);
      if (columns.count !== count || payloads.length !== count || firstSeq !== events)
        problem(`event block ${index} has ${columns.count} events, not ${count}.`);
      events += columns.count;
      for (const code of columns.type) byType[EVENT_TYPES[code] ?? '?'] = (byType[EVENT_TYPES[code] ?? '?'] ?? 0) + 1;
    } catch (error) {
      problem(`event block ${index}: ${reason(error)}`);
    }
  }
  tally.events += events;
  if (events !== info.eventCount) problem(`${events} events are stored, ${info.eventCount} were counted.`);
  for (const type of new Set([...Object.keys(byType), ...Object.keys(info.eventsByType)])) {
    const stored = byType[type] ?? 0;
    const counted = info.eventsByType[type] ?? 0;
    if (stored !== counted) problem(`${stored} events of type ${type} are stored, ${counted} were counted.`);
  }
  const career = careers.get(info.game);
  const counts = career === undefined ? null : await library.read('sessionCareer', { id });
  if (career === undefined || counts === null || counts.version !== career.version) return;
  const counter = await countSession(source, career);
  const fresh = counter.rows(info);
  const difference = differenceOf(counts.rows, fresh, (kind) =>
    career.model.details.some((detail) => detail.id === kind && detail.keys === 'person'),
  );
  if (difference !== null) problem(`its statistics of people are wrong: ${difference}.`);
  const moments = counter.moments();
  if (moments === undefined) return;
  if (counts.moments === null || !isDeepStrictEqual(unpackMoments(counts.moments), moments.columns))
    problem('what is kept of its moments is not what its events say.');
}

async function checkOriginal(path: string, sha256: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const part of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(part as Buffer);
  } catch {
    return 'cannot be read';
  }
  return hash.digest('hex') === sha256 ? null : 'is not what it was';
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
