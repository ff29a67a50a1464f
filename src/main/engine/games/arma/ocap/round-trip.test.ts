/** What OCAP wrote comes back value for value, apart from what docs/FORMATS.md lists; states and events of every kind of session survive the way through a file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { streamCommands } from '../../../../../../simulators/arma/stream-commands.ts';
import { type Recording, writeChunks } from '../../../../../../simulators/arma/write-chunks.ts';
import { writeOcap as simulate } from '../../../../../../simulators/arma/write-ocap.ts';
import { MemorySource } from '../../../byte-source.ts';
import { eventLines } from '../../../export/event-lines.ts';
import { GzipWriter } from '../../../export/gzip-writer.ts';
import { statesAt } from '../../../export/state-lines.ts';
import type { MemorySession } from '../../../memory-session.ts';
import { readIntoMemory } from '../../../read-into-memory.ts';
import { armaAdapter } from '../adapter.ts';
import { writeOcap } from './write.ts';

const FOLDER = join(import.meta.dirname, '../../../../../../../shared/data/arma');
const here = existsSync(FOLDER);
if (!here) console.warn(`Skipped: round trips of real recordings, value for value (no ${FOLDER}).`);
const files = here ? readdirSync(FOLDER).filter((name) => /^(mission|synthetic_v5).*\.json(\.gz)?$/.test(name)) : [];
const streams = here ? readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl')) : [];

async function sessionOf(name: string, bytes: Uint8Array): Promise<MemorySession> {
  const [session] = await readIntoMemory(new MemorySource(name, bytes), [armaAdapter]);
  return session as MemorySession;
}

/** Packed, and each of its lines (an entity, a marker) to whoever wants to see it. */
async function exported(
  session: MemorySession,
  onLine: (line: string) => void = () => {},
): Promise<{ packed: Buffer; warnings: string[] }> {
  const pieces: Uint8Array[] = [];
  const gzip = new GzipWriter((piece) => {
    pieces.push(piece);
    return Promise.resolve();
  });
  let rest = '';
  const out = async (bytes: Uint8Array): Promise<void> => {
    const lines = (rest + Buffer.from(bytes).toString()).split('\n');
    rest = lines.pop() as string;
    for (const line of lines) onLine(line);
    await gzip.write(bytes);
  };
  const { warnings } = await writeOcap(session, out, new AbortController().signal);
  onLine(rest);
  await gzip.end();
  return { packed: Buffer.concat(pieces), warnings: warnings.map(({ code }) => code) };
}

/** Reproducible numbers in [0, 1). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function momentsOf(session: MemorySession): number[] {
  const next = random(11);
  const { durationMs } = session.info();
  return [0, durationMs, ...Array.from({ length: 50 }, () => Math.floor(next() * durationMs))];
}

/** As text, by native ids: those of the session depend on the order in a file. */
async function states(
  session: MemorySession,
  moments: readonly number[],
  isShown: (row: { position: unknown }) => boolean,
): Promise<string[]> {
  const native = session.entities().map(({ nativeId }) => nativeId);
  const lines: string[] = [];
  for await (const { t, entities } of statesAt(session, moments)) {
    const rows = entities
      .filter(isShown)
      .map(({ id: _id, parent, ...row }) => ({ ...row, parent: parent === null ? null : native[parent] }))
      .toSorted((a, b) => Number(a.nativeId) - Number(b.nativeId) || a.nativeId.localeCompare(b.nativeId));
    lines.push(JSON.stringify({ t, rows }));
  }
  return lines;
}

/** Sorted: of several at one moment files keep no order. `isWhole`: with everything that only a stream knows. */
async function events(session: MemorySession, isWhole: boolean): Promise<string[]> {
  const lines: string[] = [];
  for await (const { actor, target, data, weapon, ...event } of eventLines(session)) {
    const kept = isWhole || event.type !== 'shot' ? { data: isWhole ? data : data?.['native'], weapon } : {};
    lines.push(JSON.stringify({ ...event, ...kept, actor: actor?.nativeId, target: target?.nativeId }));
  }
  return lines.toSorted();
}

interface Content {
  readonly states: readonly string[];
  readonly events: readonly string[];
}

/** What a session says, and what it says after it was written and read again. */
async function bothWays(session: MemorySession, packed: Buffer, isWhole: boolean): Promise<{ before: Content; after: Content }> {
  const again = await sessionOf('again.json.gz', packed);
  const moments = momentsOf(session);
  const placed = ({ position }: { position: unknown }): boolean => position !== null;
  const content = async (one: MemorySession): Promise<Content> => ({
    states: await states(one, moments, placed),
    events: await events(one, isWhole),
  });
  return { before: await content(session), after: await content(again) };
}

interface Native {
  readonly id: number;
  readonly name: string;
  readonly type?: string;
  readonly class?: string;
  readonly startFrameNum: number;
  readonly positions: (unknown[] & { readonly 4?: number[] })[] | null;
  readonly framesFired: [number, number[]][] | null;
}

/** What an entity says for each frame, in the words that all spellings of it have in common. */
function dense(entity: Native): Map<number, string> {
  const frames = new Map<number, string>();
  const isUnit = entity.type === 'unit';
  let name = entity.name;
  let before = '';
  for (const [i, tuple] of (entity.positions ?? []).entries()) {
    const [place, direction, alive, fourth, fifth, ...rest] = tuple;
    if (isUnit && typeof fifth === 'string' && fifth !== '') name = fifth;
    if (tuple.length > 0)
      before = JSON.stringify([place, direction, Number(alive), fourth, ...(isUnit && tuple.length > 4 ? [name, ...rest] : [])]);
    const [from, to] = !isUnit && Array.isArray(fifth) ? (fifth as [number, number]) : [entity.startFrameNum + i, entity.startFrameNum + i];
    for (let frame = from; frame <= to; frame++) if (!frames.has(frame)) frames.set(frame, before);
  }
  return frames;
}

/** A marker as the old player draws it: every state with the style that holds for it. */
function drawn(marker: unknown[]): unknown {
  const [type, text, start, end, owner, color, side, positions, size, shape, brush] = marker;
  const states = (positions as unknown[][]).map(([frame, place, direction, alpha = 1, ...style]) => {
    const [ownText = text, ownColor = color, ownSize = size, ownType = type, ownBrush = brush, ownShape = shape] = style;
    return { frame, place, direction, alpha, ownText, ownColor, ownSize, ownType: ownType || type, ownBrush, ownShape };
  });
  return [type, text, start, end, owner, color, side, states, size, shape, brush];
}

describe.skipIf(!here)('real recordings, written and read again', () => {
  test.each(files)('%s', { timeout: 300_000 }, async (name) => {
    const bytes = readFileSync(join(FOLDER, name));
    const source = JSON.parse((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()) as Record<string, unknown>;
    const entities = new Map(
      (source['entities'] as Native[]).filter(({ positions }) => positions !== null).map((entity) => [entity.id, entity]),
    );
    const session = await sessionOf(name, bytes);
    const placeholders: Native[] = [];
    let index = 0;
    let head = '';
    let end = '';
    const seen = (line: string): void => {
      if (index === 0 && head === '') return void (head = line);
      if (!line.startsWith('{"id":')) return void (end += line);
      const close = line.indexOf(']}],"events":[');
      if (close > 0) end += line.slice(close + 2);
      const written = JSON.parse(close > 0 ? line.slice(0, close + 2) : line.replace(/,$/, '')) as Native;
      expect(written.id).toBe(index++);
      const native = entities.get(written.id);
      if (native === undefined) return void placeholders.push(written);
      entities.delete(written.id);
      const expected = dense(native);
      const got = dense(written);
      // One comparison for each entity: there are millions of states.
      const wrong = [...expected].find(([frame, state]) => got.get(frame) !== state) ?? [];
      expect({ wrong, frames: got.size }, `entity ${written.id}`).toEqual({ wrong: [], frames: expected.size });
      const { positions: _p, framesFired: shots, ...fields } = native;
      expect(written.framesFired).toEqual(shots?.toSorted((a, b) => a[0] - b[0]));
      expect(written).toMatchObject(fields);
      return undefined;
    };
    const { packed, warnings } = await exported(session, seen);
    expect(warnings).toEqual([]);
    expect([...entities.keys()]).toEqual([]);
    expect(placeholders.filter(({ name: called, type, positions }) => `${called}${type}` !== '' || positions?.length !== 0)).toEqual([]);
    const tail = JSON.parse(`{${end.slice(2)}`) as Record<string, unknown[]>;
    const byText = (list: unknown): string[] => (list as unknown[]).map((item) => JSON.stringify(item)).toSorted();
    expect(byText(tail['events'])).toEqual(byText(source['events']));
    expect(byText((tail['Markers'] as unknown[][]).map(drawn))).toEqual(byText((source['Markers'] as unknown[][]).map(drawn)));
    const { entities: _e, events: _v, Markers: _m, ...scalars } = source;
    expect(JSON.parse(`${head.slice(0, head.lastIndexOf(',"entities":['))}}`)).toMatchObject(scalars);
    const { before, after } = await bothWays(session, packed, true);
    expect(after).toEqual(before);
  });
});

describe('streams, written and read again', () => {
  test.skipIf(!here).each(streams)('%s', async (name) => {
    const session = await sessionOf(name, readFileSync(join(FOLDER, name)));
    const { packed } = await exported(session);
    const { before, after } = await bothWays(session, packed, false);
    expect(after).toEqual(before);
  });

  test('a simulated operation as commands', { timeout: 60_000 }, async () => {
    const lines: Uint8Array[] = [];
    for await (const line of streamCommands({ minutes: 4, captureDelay: 0.7 })) lines.push(line);
    const session = await sessionOf('operation.ocaplog', Buffer.concat(lines));
    const { packed, warnings } = await exported(session);
    expect(warnings).toEqual([]);
    const { before, after } = await bothWays(session, packed, false);
    expect(after).toEqual(before);
  });
});

describe('chunks, written and read again', () => {
  test.each([1, 2] as const)('version %d', { timeout: 60_000 }, async (version) => {
    const pieces: Uint8Array[] = [];
    const keep = (piece: Uint8Array): Promise<void> => {
      pieces.push(piece);
      return Promise.resolve();
    };
    await simulate(keep, { minutes: 4, captureDelay: 0.5 });
    const files = writeChunks(JSON.parse(Buffer.concat(pieces).toString()) as Recording, { version, chunkSize: 100 });
    const session = await sessionOf('op.zip', zipSync(Object.fromEntries(files), { level: 0 }));
    const { packed, warnings } = await exported(session);
    expect(warnings).toEqual([]);
    const { before, after } = await bothWays(session, packed, false);
    expect(after).toEqual(before);
  });
});
