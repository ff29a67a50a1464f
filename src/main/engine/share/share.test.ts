import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { assert, asyncProperty, integer, nat } from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeOcap } from '../../../../simulators/arma/write-ocap.ts';
import { simulateEcho } from '../../../../simulators/echovr/simulate.ts';
import { writeMohaaLog } from '../../../../simulators/mohaa/write-log.ts';
import type { Annotation, AnnotationOf } from '../../../shared/annotations.ts';
import type { ImportProgress } from '../../../shared/engine-api.ts';
import { MemorySource } from '../byte-source.ts';
import { createEngine, type Engine } from '../engine.ts';
import { eventLines } from '../export/event-lines.ts';
import { statesAt } from '../export/state-lines.ts';
import { RefusedInput } from '../game-adapter.ts';
import { ADAPTERS } from '../games/registry.ts';
import { MemorySession } from '../memory-session.ts';
import { openSource } from '../open-source.ts';
import { readRecording } from '../read-recording.ts';
import type { SessionSource, StoredNotes } from '../session-source.ts';
import { SessionWriter } from '../session-writer.ts';
import { directory, localHeader } from '../zip-layout.ts';
import { zipParts } from '../zip-parts.ts';
import { zstd } from '../zstd.ts';
import { writeShared } from './write-shared.ts';

// Threads start slowly on a busy machine; nothing here depends on how fast.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const LONG = process.env['SANDTABLE_LONG'] === '1';
const GAMES = ADAPTERS.map(({ id }) => id);
const { signal } = new AbortController();
const open: Engine[] = [];

afterEach(async () => {
  for (const engine of open.splice(0)) await engine.close();
});

const bookmark: AnnotationOf<'bookmark'> = { id: randomUUID(), kind: 'bookmark', t: 1500, title: 'Look', colour: 'lime' };
const NOTES: StoredNotes = { origin: randomUUID(), ownTitle: 'Mine', tags: ['final'], notes: 'Watch the left.', annotations: [bookmark] };

/** The session with notes. */
class Annotated extends MemorySession {
  override notes(): Promise<StoredNotes> {
    return Promise.resolve(NOTES);
  }
}

async function readAll(
  source: Awaited<ReturnType<typeof openSource>> | MemorySource,
  make = (): MemorySession => new MemorySession(),
): Promise<MemorySession> {
  const session = make();
  const writer = new SessionWriter({ target: session, signal, compression: zstd, tempDir: tmpdir() });
  await readRecording(source, {
    adapters: ADAPTERS,
    signal,
    openSession: () => Promise.resolve(writer),
    closeSession: async () => void (await writer.finish()),
  });
  return session;
}

async function shared(session: SessionSource): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  await writeShared(session, (bytes) => Promise.resolve(void parts.push(new Uint8Array(bytes))), signal);
  return Buffer.concat(parts);
}

async function received(file: Uint8Array): Promise<MemorySession> {
  return await readAll(new MemorySource('match.sandtable', file));
}

async function all<T>(lines: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const line of lines) list.push(line);
  return list;
}

const dir = mkdtempSync(join(tmpdir(), 'sandtable-share-'));
const sessions = new Map<string, MemorySession>();
const files = new Map<string, Buffer>();

beforeAll(async () => {
  for (const game of GAMES) {
    const path = join(dir, `sample of ${game}`);
    writeFileSync(path, await recordingOf(game));
    const source = await openSource(path, ADAPTERS);
    const session = await readAll(source, () => new Annotated());
    await source.close();
    sessions.set(game, session);
    files.set(game, await shared(session));
  }
});

function made(game: string): { session: MemorySession; file: Buffer } {
  const session = sessions.get(game);
  const file = files.get(game);
  if (session === undefined || file === undefined) throw new Error(`no sample of ${game}`);
  return { session, file };
}

/** Short ones: everything is in them that is in long ones. */
async function recordingOf(game: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  const out = (bytes: Uint8Array): Promise<void> => Promise.resolve(void parts.push(Buffer.from(bytes)));
  if (game === 'echovr') await simulateEcho(out, { format: 'zip', seconds: LONG ? 180 : 5, seed: 4, name: 'match.echoreplay' });
  else if (game === 'mohaa') await writeMohaaLog(out, { minutes: LONG ? 6 : 1 });
  else await writeOcap(out, LONG ? {} : { minutes: 3, units: 12 });
  return Buffer.concat(parts);
}

describe.each(GAMES)('a shared session of %s', (game) => {
  it('is what it was, at every moment, with its notes', async () => {
    const { session, file } = made(game);
    const again = await received(file);
    expect(again.info()).toEqual(session.info());
    expect(again.entities()).toEqual(session.entities());
    expect(again.strings()).toEqual(session.strings());
    expect(again.chunks()).toEqual(session.chunks());
    expect(await again.overview()).toEqual(await session.overview());
    expect(await again.notes()).toEqual(NOTES);
    expect(await all(eventLines(again))).toEqual(await all(eventLines(session)));
    const { durationMs } = session.info();
    const times = Array.from({ length: LONG ? 500 : 25 }, (_, i) => Math.round((durationMs * i) / (LONG ? 499 : 24)));
    expect(await all(statesAt(again, times))).toEqual(await all(statesAt(session, times)));
  });

  it('is the same file however often it is shared on', async () => {
    const once = await shared(await received(made(game).file));
    expect((await shared(await received(once))).equals(once)).toBe(true);
  });

  it('is refused with one sentence when it is damaged, wherever that is', async () => {
    const { session, file } = made(game);
    const refusal = async (bytes: Uint8Array): Promise<void> => {
      const again = await received(bytes).catch((error: unknown) => {
        if (error instanceof RefusedInput && /^[A-Z][^\n]*\.$/.test(error.message)) return null;
        throw error;
      });
      if (again === null) return;
      // Dates and the like in a ZIP say nothing: it is read as it was.
      const told = [again.info(), again.strings(), again.chunks(), await again.notes()];
      expect(told).toEqual([session.info(), session.strings(), session.chunks(), NOTES]);
    };
    await assert(
      asyncProperty(nat(file.length - 1), integer({ min: 1, max: 255 }), async (at, change) => {
        const mutated = Buffer.from(file);
        mutated[at] = (mutated[at] ?? 0) ^ change;
        await refusal(mutated);
      }),
      { numRuns: LONG ? 2000 : 25 },
    );
    await assert(
      asyncProperty(nat(file.length - 1), async (length) => await refusal(file.subarray(0, length))),
      { numRuns: LONG ? 500 : 10 },
    );
  });
});

describe('a hostile file', () => {
  /** The file with some of its parts replaced, each with a right checksum. */
  async function forged(file: Uint8Array, parts: Readonly<Record<string, Uint8Array | object>>): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    const list: { name: string; size: number; crc: number }[] = [];
    const offsets: number[] = [];
    let size = 0;
    const { crc32 } = await import('node:zlib');
    for (const part of await zipParts(new MemorySource('a', file))) {
      const change = parts[part.name];
      const content = change === undefined ? await part.read(1e9) : change instanceof Uint8Array ? change : packed(part.name, change);
      const entry = { name: part.name, size: content.length, crc: crc32(content) };
      const header = localHeader(entry);
      list.push(entry);
      offsets.push(size);
      pieces.push(header, content);
      size += header.length + content.length;
    }
    return Buffer.concat([...pieces, directory(list, offsets, size)]);
  }

  function packed(name: string, value: object): Uint8Array {
    const text = Buffer.from(JSON.stringify(value));
    return name.endsWith('.zst') ? zstdCompressSync(text) : text;
  }

  const game = 'mohaa';
  const refusal = async (parts: Parameters<typeof forged>[1]): Promise<string> => {
    const error = await received(await forged(made(game).file, parts)).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(RefusedInput);
    return (error as Error).message;
  };
  const json = async (name: string): Promise<Record<string, unknown>> => {
    const part = (await zipParts(new MemorySource('a', made(game).file))).find((one) => one.name === name);
    const bytes = part === undefined ? Buffer.alloc(0) : Buffer.from(await part.read(1e9));
    return JSON.parse((name.endsWith('.zst') ? Buffer.from(zstd.decompress(bytes, 1e9)) : bytes).toString()) as Record<string, unknown>;
  };

  it('is as good as any when nothing was changed', async () => {
    expect((await received(await forged(made(game).file, {}))).info()).toEqual(made(game).session.info());
  });

  it('of a newer version says so', async () => {
    const manifest = { ...(await json('manifest.json')), sandtable: 2 };
    expect(await refusal({ 'manifest.json': manifest })).toMatch(/written by a newer Sandtable \(file version 2/);
  });

  it('that refers to what is not there is refused', async () => {
    expect(await refusal({ 'strings.json.zst': [''] })).toMatch(/damaged: .* (refers to what is not there|speaks of)/);
    expect(await refusal({ 'entities.json.zst': made(game).session.entities().slice(0, 1) })).toMatch(/damaged: /);
    const info = await json('info.json.zst');
    expect(await refusal({ 'info.json.zst': { ...info, channels: [] } })).toMatch(/channel that the session does not have/);
    expect(await refusal({ 'info.json.zst': { ...info, eventCount: 5 } })).toMatch(/another number of events/);
    expect(await refusal({ 'info.json.zst': { ...info, eventsByType: {} } })).toMatch(/not those that it counts/);
    expect(await refusal({ 'info.json.zst': { ...info, game: 'arma3' } })).toMatch(/game/);
    expect(await refusal({ 'info.json.zst': { ...info, durationMs: -1 } })).toMatch(/info.json.zst is not what it should be/);
  });

  it('with too much in it is refused before it fills the memory', async () => {
    expect(await refusal({ 'info.json.zst': zstdCompressSync(Buffer.alloc(300 * 1024 * 1024, 0x20)) })).toMatch(/cannot be unpacked/);
    const deep = Buffer.from(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(await refusal({ 'notes.json.zst': zstdCompressSync(deep) })).toMatch(/nested too deeply/);
    const notes = { ownTitle: null, tags: [], notes: 'x'.repeat(1e6), annotations: [] };
    expect(await refusal({ 'notes.json.zst': notes })).toMatch(/notes.json.zst is not what it should be/);
    expect(await refusal({ 'notes.json.zst': { ...notes, notes: '', annotations: [bookmark, bookmark] } })).toMatch(
      /not what it should be/,
    );
  });

  it('with a chunk of another session is refused', async () => {
    const other = await made('echovr').session.chunk(0, 0);
    expect(await refusal({ 'chunks/0/0': other })).toMatch(/chunks\/0\/0 is of another time/);
  });
});

describe('in a library', () => {
  async function engineWith(): Promise<Engine> {
    const engine = await createEngine({ libraryDir: mkdtempSync(join(tmpdir(), 'sandtable-share-')), desktop: true });
    open.push(engine);
    return engine;
  }

  async function taken(engine: Engine, path: string): Promise<ImportProgress> {
    let last: ImportProgress | null = null;
    const handles = [engine.mint({ path, access: 'read', temporary: false })];
    await engine.client.stream('import.files', { handles }, (item) => (last = item));
    if (last === null) throw new Error('nothing was said');
    return last;
  }

  async function given(engine: Engine, id: string, name: string): Promise<string> {
    const path = join(dir, name);
    await engine.client.call('export.session', {
      id,
      format: 'sandtable',
      handle: engine.mint({ path, access: 'write', temporary: false }),
    });
    return path;
  }

  it('opens on another machine without its original, comes back with what was added there, and is there once', async () => {
    const [mine, yours] = [await engineWith(), await engineWith()];
    const [id = ''] = (await taken(mine, join(dir, 'sample of mohaa'))).sessions;
    await mine.client.call('annotations.put', { session: id, annotations: [bookmark] });
    await mine.client.call('sessions.update', { id, title: 'The final', tags: ['final'], notes: 'Watch the left.' });
    const path = await given(mine, id, 'there.sandtable');

    const there = await taken(yours, path);
    expect(there.state).toBe('done');
    const [copy = ''] = there.sessions;
    expect(copy).not.toBe(id);
    const [before, after] = [await mine.client.call('sessions.get', { id }), await yours.client.call('sessions.get', { id: copy })];
    expect(after.row).toMatchObject({ game: 'mohaa', title: 'The final', status: 'ready', tags: ['final'] });
    expect(after.info).toEqual(before.info);
    expect(await yours.client.call('annotations.list', { session: copy })).toEqual(
      await mine.client.call('annotations.list', { session: id }),
    );
    for (const { layer, index } of before.chunks)
      expect(await yours.client.call('chunks.read', { id: copy, layer, index })).toEqual(
        await mine.client.call('chunks.read', { id, layer, index }),
      );

    expect(await taken(yours, path)).toMatchObject({ state: 'duplicate', message: 'Already in the library: The final.' });
    const reply: Annotation = { ...bookmark, id: randomUUID(), title: 'And here' };
    await yours.client.call('annotations.put', { session: copy, annotations: [reply] });
    await yours.client.call('annotations.remove', { session: copy, ids: [bookmark.id] });
    const back = await given(yours, copy, 'back.sandtable');
    expect(await taken(mine, back)).toMatchObject({
      state: 'duplicate',
      sessions: [id],
      message: 'Already in the library: The final. A note of this file was added to it.',
    });
    expect((await mine.client.call('annotations.list', { session: id })).annotations.map((one) => one.id).toSorted()).toEqual(
      [bookmark.id, reply.id].toSorted(),
    );
    expect((await mine.client.call('sessions.list', { filter: {}, sort: 'newest', offset: 0, limit: 9 })).total).toBe(1);

    // Read again from the file, it keeps what was changed since.
    expect((await yours.reread(copy, signal, () => undefined)).state).toBe('done');
    expect((await yours.client.call('annotations.list', { session: copy })).annotations.map((one) => one.id)).toEqual([reply.id]);
    expect((await yours.verify(() => undefined)).problems).toEqual([]);
    expect((await mine.verify(() => undefined)).problems).toEqual([]);
  });

  it('a damaged one is refused and leaves nothing', async () => {
    const engine = await engineWith();
    const path = join(dir, 'damaged.sandtable');
    const { file } = made('echovr');
    writeFileSync(path, file);
    const middle = Buffer.from(readFileSync(path));
    middle.fill(0, Math.floor(file.length / 2), Math.floor(file.length / 2) + 100);
    writeFileSync(path, middle);
    expect(await taken(engine, path)).toMatchObject({
      state: 'refused',
      message: expect.stringMatching(/^This Sandtable file is damaged: /),
    });
    expect((await engine.client.call('sessions.list', { filter: {}, sort: 'newest', offset: 0, limit: 9 })).total).toBe(0);
  });

  it('becomes what needs no original, and says what does not', async () => {
    const engine = await engineWith();
    const path = join(dir, 'echo.sandtable');
    writeFileSync(path, made('echovr').file);
    const handle = engine.mint({ path, access: 'read', temporary: false });
    const { label, targets } = await engine.client.call('files.describe', { handle });
    expect(label).toBe('Sandtable session with its notes');
    const ids = targets.map(({ id }) => id);
    expect(ids).toContain('ndjson');
    expect(ids.filter((id) => ['echoreplay', 'nevrcap'].includes(id))).toEqual([]);
    const folder = engine.mint({ path: dir, access: 'folder', temporary: false });
    await expect(engine.client.stream('convert.file', { handle, to: 'echoreplay', folder }, () => undefined)).rejects.toThrow(
      'echo.sandtable holds the session without its recording; only from that can it become this.',
    );
    const done = await engine.client.stream('convert.file', { handle, to: 'ndjson', folder }, () => undefined);
    expect(done.name).toBe('echo.ndjson');
  });
});
