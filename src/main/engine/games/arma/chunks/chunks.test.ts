/** Recordings in chunks are the sessions of the v1 files that they were made from; damage costs what it hits. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import { type ChunkOptions, type Recording, writeChunks } from '../../../../../../simulators/arma/write-chunks.ts';
import { writeOcap } from '../../../../../../simulators/arma/write-ocap.ts';
import { MemorySource } from '../../../byte-source.ts';
import { eventLines } from '../../../export/event-lines.ts';
import { statesAt } from '../../../export/state-lines.ts';
import { type ByteSource, type GameAdapter, RefusedInput } from '../../../game-adapter.ts';
import { MemorySession } from '../../../memory-session.ts';
import { openSource } from '../../../open-source.ts';
import { readIntoMemory } from '../../../read-into-memory.ts';
import { ocapFormat } from '../ocap/format.ts';
import { ocapChunks } from './format.ts';

const ADAPTERS: readonly GameAdapter[] = [{ id: 'arma3', formats: [ocapFormat, ocapChunks] }];
const SYNTHETIC = join(import.meta.dirname, '../../../../../../../shared/data/arma/synthetic_v5_small.json');
const here = existsSync(SYNTHETIC);
if (!here) console.warn(`Skipped: a recording with every marker and event in chunks (no ${SYNTHETIC}).`);

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map(async (folder) => await rm(folder, { recursive: true })));
});

async function read(source: ByteSource): Promise<MemorySession> {
  const [session] = await readIntoMemory(source, ADAPTERS);
  if (session === undefined) throw new Error('no session');
  return session;
}

/** In a folder of its own. */
async function folderOf(files: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sandtable-chunks-'));
  folders.push(folder);
  for (const [name, bytes] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
  return folder;
}

async function readFolder(files: ReadonlyMap<string, Uint8Array>): Promise<MemorySession> {
  const source = await openSource(await folderOf(files), ADAPTERS);
  try {
    return await read(source);
  } finally {
    await source.close();
  }
}

async function readZip(files: ReadonlyMap<string, Uint8Array>, below = ''): Promise<MemorySession> {
  const entries = Object.fromEntries([...files].map(([name, bytes]) => [`${below}${name}`, bytes]));
  return await read(new MemorySource('op.zip', zipSync(entries)));
}

let operation: Recording | null = null;
async function simulated(): Promise<Recording> {
  if (operation !== null) return operation;
  const pieces: Uint8Array[] = [];
  await writeOcap(
    (piece) => {
      pieces.push(piece);
      return Promise.resolve();
    },
    { minutes: 6, captureDelay: 0.5 },
  );
  const whole = JSON.parse(Buffer.concat(pieces).toString()) as Recording;
  // The format has no heights of sectors.
  const events = whole.events.map((event) => {
    const [frame, type, sector] = event as [number, string, unknown[]];
    if (type !== 'captured' && type !== 'contested') return event;
    return [frame, type, [...sector.slice(0, 3), (sector[3] as number[]).slice(0, 2)]];
  });
  return (operation = { ...whole, events });
}

function ofJson(recording: Recording): Promise<MemorySession> {
  return read(new MemorySource('op.json', Buffer.from(JSON.stringify(recording))));
}

interface Looks {
  readonly states: (row: Record<string, unknown>) => unknown;
  readonly events: (row: Record<string, unknown>) => unknown;
}

/** States at 40 moments and all events, by native ids; what is left of them is for `looks` to say. */
async function content(session: MemorySession, looks: Looks): Promise<{ states: string[]; events: string[]; markers: unknown }> {
  const native = session.entities().map(({ nativeId }) => nativeId);
  const { durationMs } = session.info();
  const moments = Array.from({ length: 40 }, (_, i) => Math.floor((durationMs * i) / 39));
  const states: string[] = [];
  for await (const { t, entities } of statesAt(session, moments)) {
    const rows = entities
      .map(({ id: _id, parent, ...row }) => looks.states({ ...row, parent: parent === null ? null : native[parent] }))
      .map((row) => JSON.stringify(row));
    states.push(`${t} ${rows.toSorted().join('\n')}`);
  }
  const events: string[] = [];
  for await (const { actor, target, ...event } of eventLines(session))
    events.push(JSON.stringify(looks.events({ ...event, actor: actor?.nativeId, target: target?.nativeId })));
  const drawn = session.entities().filter(({ kind }) => kind === 'marker' || kind === 'projectile');
  const markers = drawn.map(({ kind, name, team, className, firstT, lastT, data }) => ({
    kind,
    name,
    team,
    className,
    firstT,
    lastT,
    data,
  }));
  return { states, events: events.toSorted(), markers };
}

const WHOLE: Looks = { states: (row) => row, events: (row) => row };

describe('version 1', () => {
  test('is the session of the v1 file', { timeout: 60_000 }, async () => {
    const recording = await simulated();
    const session = await readFolder(writeChunks(recording, { version: 1, chunkSize: 100 }));
    const expected = await ofJson(recording);
    expect(await content(session, WHOLE)).toEqual(await content(expected, WHOLE));
    const { format: _f, data: _d, ...info } = session.info();
    const { format: _g, data: _e, ...same } = expected.info();
    expect(info).toEqual(same);
    expect(session.info()).toMatchObject({ format: 'ocap-chunks', partial: false });
  });

  test.skipIf(!here)('has every marker and event', async () => {
    const recording = JSON.parse(readFileSync(SYNTHETIC, 'utf8')) as Recording;
    const session = await readZip(writeChunks(recording, { version: 1, chunkSize: 30 }), 'data/op/');
    const expected = await ofJson(recording);
    // What the format has no words for: heights of sectors, who hacks what, more of a connection than its name.
    const events = ({ type, t, actor, target, weapon }: Record<string, unknown>): unknown => ({ type, t, actor, target, weapon });
    const got = await content(session, { ...WHOLE, events });
    const wanted = await content(expected, { ...WHOLE, events });
    expect(got.states).toEqual(wanted.states);
    expect(got.events).toHaveLength(wanted.events.length);
    const isPlain = (line: string): boolean => !line.includes('hack') && !line.includes('leave');
    expect(got.events.filter(isPlain)).toEqual(wanted.events.filter(isPlain));
    expect(got.markers).toEqual(wanted.markers);
  });

  test('of early builds has neither heights nor shots', async () => {
    const recording = await simulated();
    const session = await readFolder(writeChunks(recording, { version: 1, early: true, prefixed: true }));
    const flat: Looks = {
      states: ({ position: _p, nativePosition: [x, y] = [], ...row }: Record<string, unknown> & { nativePosition?: number[] }) => ({
        ...row,
        x,
        y,
      }),
      events: ({ position: _p, ...row }) => row,
    };
    const [got, wanted] = [await content(session, flat), await content(await ofJson(recording), flat)];
    expect(got.states).toEqual(wanted.states);
    expect(session.info().eventsByType['shot'] ?? 0).toBe(0);
    expect(got.events).toEqual(wanted.events.filter((line) => !line.includes('"framesFired"')));
    for await (const { entities } of statesAt(session, [1000])) expect(entities[0]?.nativePosition).toHaveLength(2);
  });
});

describe('version 2', () => {
  test('is the session of the v1 file, and has what the stream says', { timeout: 60_000 }, async () => {
    const recording = await simulated();
    const session = await readFolder(writeChunks(recording, { version: 2, chunkSize: 100 }));
    const expected = await ofJson(recording);
    // It does not say when somebody is gone, nor where a sector lies.
    const gone = new Set(expected.entities().flatMap(({ nativeId, lastT }) => (lastT < expected.info().durationMs ? [nativeId] : [])));
    const looks: Looks = {
      states: (row) => (gone.has(String(row['nativeId'])) || gone.has(String(row['parent'])) ? null : row),
      events: ({ position: _p, data: _d, ...row }) => row,
    };
    const [got, wanted] = [await content(session, looks), await content(expected, looks)];
    const known = (lines: readonly string[]): unknown => lines.map((line) => line.split('\n').filter((row) => row !== 'null'));
    expect(known(got.states)).toEqual(known(wanted.states));
    expect(got.events).toEqual(wanted.events);
    expect(session.info()).toMatchObject({ format: 'ocap-chunks', partial: false, title: recording.missionName, worldSize: 8192 });
    expect(session.info().warnings).toEqual([]);
    expect(session.info().channels.map(({ name }) => name)).toContain('stance');
  });
});

describe('damage', () => {
  const options = (version: 1 | 2): ChunkOptions => ({ version, chunkSize: 100 });

  test.each([1, 2] as const)('a missing chunk of version %d leaves a gap', async (version) => {
    const recording = await simulated();
    const files = writeChunks(recording, options(version));
    const whole = await readFolder(files);
    files.delete('chunks/0002.pb');
    const session = await readFolder(files);
    expect(session.info()).toMatchObject({ partial: true, durationMs: whole.info().durationMs });
    expect(session.info().warnings).toContainEqual(expect.objectContaining({ code: 'missing-chunk', count: 1 }));
    // Version 2 says only what changes: behind the gap it knows less.
    for (const t of version === 1 ? [40_000, 170_000] : [40_000]) {
      const [got, wanted] = await Promise.all([session, whole].map(async (one) => await statesAt(one, [t]).next()));
      expect(got, `at ${t}`).toEqual(wanted);
    }
  });

  test.each([1, 2] as const)('a chunk of version %d that is cut or rewritten costs what lies behind the place', async (version) => {
    const recording = await simulated();
    const files = writeChunks(recording, options(version));
    const chunk = files.get('chunks/0001.pb') as Uint8Array;
    for (const damaged of [chunk.subarray(0, chunk.length / 2), new Uint8Array(chunk.length).fill(0xff)]) {
      files.set('chunks/0001.pb', damaged);
      const session = await readFolder(files);
      expect(session.info()).toMatchObject({ partial: true });
      expect(session.info().warnings).toContainEqual(expect.objectContaining({ code: 'damaged-chunk', count: 1 }));
    }
  });

  test.each([1, 2] as const)(
    'anything at all in place of some bytes of version %d is a session or a refusal',
    { timeout: 60_000 },
    async (version) => {
      const whole = await simulated();
      const some = { ...whole, endFrame: 60, entities: whole.entities.slice(0, 6) };
      const files = [...writeChunks(some, { version, chunkSize: 30 })];
      const damage = fc.tuple(
        fc.nat(files.length - 1),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.uint8Array({ minLength: 1, maxLength: 12 }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
          const spoilt = new Map(files.map(([name, bytes]) => [name, bytes.slice()]));
          for (const [file, where, bytes] of damages) {
            const hit = spoilt.get(files[file]?.[0] ?? '') as Uint8Array;
            hit.set(bytes.subarray(0, hit.length), Math.floor(where * Math.max(0, hit.length - bytes.length)));
          }
          const outcome = await readZip(spoilt).catch((error: unknown) => error);
          expect(outcome instanceof MemorySession || outcome instanceof RefusedInput).toBe(true);
        }),
        { numRuns: process.env['SANDTABLE_LONG'] === '1' ? 1000 : 60 },
      );
    },
  );

  test('what is no recording is refused with one sentence', async () => {
    const files = writeChunks(await simulated(), options(1));
    const manifest = files.get('manifest.pb') as Uint8Array;
    await expect(read(new MemorySource('manifest.pb', manifest))).rejects.toThrow('choose the folder');
    await expect(read(new MemorySource('0000.pb', files.get('chunks/0000.pb') as Uint8Array))).rejects.toThrow('choose the folder');
    await expect(readFolder(new Map([...files, ['manifest.pb', manifest.subarray(0, manifest.length / 2)]]))).rejects.toThrow('damaged');
    await expect(readFolder(new Map([...files, ['manifest.pb', Uint8Array.from([8, 9, ...manifest.subarray(2)])]]))).rejects.toThrow(
      'version 9',
    );
    const without = new Map(files);
    without.delete('manifest.pb');
    await expect(readZip(without)).rejects.toThrow('manifest.pb');
    await expect(openSource(await folderOf(without), ADAPTERS)).rejects.toThrow('This is a folder, not a file.');
  });
});
