import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SessionFilter } from '../../../shared/library-questions.ts';
import { RefusedInput } from '../game-adapter.ts';
import { originalPath } from './folder.ts';
import { Library } from './library.ts';
import type { FinishedSession, StoredChunk } from './operations.ts';
import { addSession, emptyFolder, madeInfo, madeSession } from './testing.ts';

// Threads and processes start slowly on a busy machine; nothing here depends on how fast.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const open: Library[] = [];

async function opened(dir = emptyFolder()): Promise<Library> {
  const library = await Library.open(dir, null);
  open.push(library);
  return library;
}

async function closed(library: Library): Promise<void> {
  open.splice(open.indexOf(library), 1);
  await library.close();
}

afterEach(async () => {
  for (const library of Array.from(open)) await closed(library);
});

async function ids(library: Library, filter: SessionFilter = {}): Promise<string[]> {
  const { rows } = await library.read('list', { filter, sort: 'newest', offset: 0, limit: 100 });
  return rows.map((row) => row.id);
}

describe('a session', () => {
  it('comes back as it was stored', async () => {
    const library = await opened();
    const { id } = await addSession(library, { players: ['Anna', 'Bo'] });
    const stored = await library.read('session', { id });
    expect(stored?.row).toMatchObject({
      id,
      title: 'A quiet evening',
      status: 'ready',
      originalName: 'evening.pgn',
      originalBytes: 7,
      libraryBytes: 1234,
      favourite: false,
    });
    expect(stored?.row.spark).toEqual(Array.from({ length: 64 }, (_, index) => index));
    expect(stored?.entities.map(({ name }) => name)).toEqual(['Anna', 'Bo']);
    expect(stored?.strings).toEqual(['', 'rook']);
    expect(stored?.chunks).toEqual([
      { layer: 0, index: 0, t0: 0, t1: 32_000, bytes: 1000 },
      { layer: 0, index: 1, t0: 32_000, t1: 64_000, bytes: 1000 },
    ]);
    expect(stored?.eventBlocks).toEqual([{ index: 0, firstSeq: 0, count: 3, t0: 0, t1: 50_000 }]);
    expect(await library.read('chunk', { id, layer: 0, index: 1 })).toEqual(new Uint8Array(1000).fill(2));
    expect(await library.read('eventColumns', { id, index: 0 })).toEqual(new Uint8Array([1, 2, 3]));
    expect(await library.read('eventPayloads', { id, index: 0 })).toEqual(new Uint8Array([4, 5]));
    expect(await library.read('chunk', { id, layer: 1, index: 0 })).toBeNull();
    expect(await library.read('session', { id: 'deadbeef' })).toBeNull();
  });

  it('is only a row while it is being imported, and is gone after a start in between', async () => {
    const dir = emptyFolder();
    const library = await opened(dir);
    const { id, sha256 } = await addSession(library, { complete: false });
    const { rows } = await library.read('list', { filter: {}, sort: 'newest', offset: 0, limit: 10 });
    expect(rows).toMatchObject([{ id, status: 'importing' }]);
    expect(await library.read('session', { id })).toBeNull();
    await closed(library);
    const again = await opened(dir);
    await again.write('settle', {});
    expect(await ids(again)).toEqual([]);
    expect(existsSync(originalPath(again.folder.originals, sha256))).toBe(false);
    const db = new Database(again.folder.database, { readonly: true });
    for (const table of ['sessions', 'chunks', 'event_blocks', 'originals'])
      expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
    db.close();
  });

  it('is known by the hash of its original until it is in the bin', async () => {
    const library = await opened();
    const { id, sha256 } = await addSession(library);
    const begin = (name: string) => library.write('beginImport', { import: name, sha256, name: 'copy.pgn', bytes: 7, again: false });
    expect(await begin('second')).toEqual({ duplicates: [{ id, title: 'A quiet evening' }], underWay: false });
    await library.write('binSessions', { ids: [id] });
    expect(await begin('third')).toEqual({ duplicates: [], underWay: false });
    expect(await begin('fourth')).toEqual({ duplicates: [], underWay: true });
  });
});

describe('finding', () => {
  it('finds a player across games, whatever case and accents', async () => {
    const library = await opened();
    const chess = await addSession(library, { players: ['Zoë', 'Bo'] });
    const go = await addSession(library, { info: { game: 'go', world: 'goban', startedAt: '2026-06-01T10:00:00Z' }, players: ['zoe'] });
    await addSession(library, { info: { title: 'Nobody' }, players: ['Carl'] });
    expect((await ids(library, { search: 'ZOE' })).toSorted()).toEqual([chess.id, go.id].toSorted());
    expect(await ids(library, { player: 'zoë', game: 'go' })).toEqual([go.id]);
    expect(await ids(library, { search: 'native-Bo' })).toEqual([chess.id]);
    expect(await ids(library, { search: 'quiet zoe' })).toHaveLength(2);
    expect(await ids(library, { search: 'quiet carl' })).toEqual([]);
    expect(await ids(library, { search: "'%_" })).toEqual([]);
    const people = async (search: string): Promise<unknown> => await library.read('people', { filter: { search } });
    expect(await people('zoe')).toMatchObject([{ sessions: 2 }]);
    expect(await people('quiet zoe')).toEqual([]);
    expect(await people('native-bo')).toEqual([{ name: 'Bo', sessions: 1 }]);
    const { rows } = await library.read('list', { filter: { search: 'zoe', game: 'go' }, sort: 'newest', offset: 0, limit: 10 });
    expect(rows.map(({ found }) => found)).toEqual([['zoe']]);
  });

  it('filters by world, day, favourite and warnings', async () => {
    const library = await opened();
    const may = await addSession(library, { info: { warnings: [{ code: 'odd', count: 2, first: 'Odd.' }] } });
    const june = await addSession(library, { info: { world: 'hall', startedAt: '2026-06-01T10:00:00Z' } });
    expect(await ids(library, { world: 'hall' })).toEqual([june.id]);
    expect(await ids(library, { from: '2026-05-04', to: '2026-05-04' })).toEqual([may.id]);
    expect(await ids(library, { from: '2026-05-05' })).toEqual([june.id]);
    expect(await ids(library, { withWarnings: true })).toEqual([may.id]);
    await library.write('updateSession', { id: june.id, favourite: true, title: 'Final' });
    expect(await ids(library, { favourite: true })).toEqual([june.id]);
    expect(await ids(library, { search: 'final' })).toEqual([june.id]);
    const { rows, total } = await library.read('list', { filter: {}, sort: 'oldest', offset: 1, limit: 1 });
    expect([rows.map((row) => row.title), total]).toEqual([['Final'], 2]);
    expect(await library.read('stats', {})).toMatchObject({ sessions: 2, binned: 0, byGame: { chess: 2 }, originalBytes: 14 });
  });
});

describe('the bin', () => {
  it('keeps a session until it is restored or purged, and the original as long as a session needs it', async () => {
    const library = await opened();
    const { id, sha256 } = await addSession(library, { chunkBytes: 300_000 });
    expect(await library.write('binSessions', { ids: [id, 'none'] })).toEqual([id]);
    expect(await ids(library)).toEqual([]);
    expect(await ids(library, { bin: true })).toEqual([id]);
    expect(await library.write('restoreSessions', { ids: [id] })).toEqual([id]);
    expect(await ids(library)).toEqual([id]);
    expect(await library.write('purgeSessions', { ids: [id] })).toEqual([id]);
    expect(await ids(library, { bin: true })).toEqual([]);
    await library.write('settle', {});
    expect(existsSync(originalPath(library.folder.originals, sha256))).toBe(false);
    expect((await library.read('stats', {})).libraryBytes).toBeLessThan(200_000);
  });

  it('is emptied of what is a week old at the start', async () => {
    const dir = emptyFolder();
    const library = await opened(dir);
    const old = await addSession(library);
    const recent = await addSession(library);
    await library.write('binSessions', { ids: [old.id, recent.id] });
    await closed(library);
    const db = new Database(join(dir, 'library.db'));
    db.prepare('UPDATE sessions SET deleted_at = ? WHERE id = ?').run(new Date(Date.now() - 8 * 86_400_000).toISOString(), old.id);
    db.close();
    expect(await ids(await opened(dir), { bin: true })).toEqual([recent.id]);
  });
});

describe('a library of the first version', () => {
  it('is brought to today, with everything in it', async () => {
    const dir = emptyFolder();
    const library = await opened(dir);
    const kept = await addSession(library, { players: ['Anna'] });
    await library.write('updateSession', { id: kept.id, title: 'Mine', favourite: true });
    const binned = await addSession(library);
    await library.write('binSessions', { ids: [binned.id] });
    const before = await library.read('session', { id: kept.id });
    await closed(library);
    asFirstVersion(join(dir, 'library.db'));

    const again = await opened(dir);
    expect(await again.read('session', { id: kept.id })).toEqual(before);
    expect(await again.read('chunk', { id: kept.id, layer: 0, index: 1 })).toHaveLength(1000);
    expect(await ids(again, { bin: true })).toEqual([binned.id]);
    expect(await ids(again, { search: 'mine anna' })).toEqual([kept.id]);
    await again.write('purgeSessions', { ids: [kept.id, binned.id] });
    await again.write('settle', {});
    await closed(again);
    const db = new Database(join(dir, 'library.db'), { readonly: true });
    for (const table of ['sessions', 'chunks', 'event_blocks', 'session_players', 'originals'])
      expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
    expect(db.pragma('foreign_key_list(chunks)')).toMatchObject([{ table: 'sessions', from: 'session', to: 'key' }]);
    db.close();
  });
});

/** Makes a library what the first version of Sandtable would have written. */
function asFirstVersion(file: string): void {
  const first = readFileSync(join(import.meta.dirname, 'migrations', '001.sql'), 'utf8');
  const old = `${file}.old`;
  const db = new Database(old);
  db.pragma('auto_vacuum = INCREMENTAL');
  db.pragma('journal_mode = WAL');
  db.exec(first);
  db.pragma('user_version = 1');
  db.prepare('ATTACH ? AS today').run(file);
  for (const table of ['originals', 'sessions', 'session_blocks', 'chunks', 'event_blocks', 'session_players', 'settings']) {
    const columns = (db.pragma(`main.table_info(${table})`) as { name: string }[]).map(({ name }) => name).join();
    db.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM today.${table}`);
  }
  db.exec('DETACH today');
  db.close();
  renameSync(old, file);
}

describe('a live session', () => {
  const whole = (title: string): FinishedSession => madeSession(madeInfo({ title }), ['Anna']);
  const chunk = (index: number, bytes = 1000): StoredChunk => ({
    kind: 'chunk',
    layer: 0,
    index,
    t0: index * 1000,
    t1: (index + 1) * 1000,
    data: new Uint8Array(bytes).fill(1),
  });

  it('is there from its beginning, survives a start, and cannot be deleted until it has ended', async () => {
    const dir = emptyFolder();
    const library = await opened(dir);
    const id = 'abcdef01';
    await library.write('beginLive', { id, name: 'Match.pgn', session: whole('') });
    await library.write('addLiveChunk', { id, chunk: chunk(0) });
    await library.write('refreshLive', { id, session: whole('Match') });
    expect(await library.read('list', { filter: {}, sort: 'newest', offset: 0, limit: 9 })).toMatchObject({
      rows: [{ id, status: 'live', title: 'Match', originalName: 'Match.pgn', originalBytes: 0 }],
    });
    expect(await library.read('chunk', { id, layer: 0, index: 0 })).toHaveLength(1000);
    await expect(library.write('binSessions', { ids: [id] })).rejects.toThrow('Match is still being recorded; it can be deleted when');
    await expect(library.write('purgeSessions', { ids: [id] })).rejects.toThrow(RefusedInput);
    await closed(library);

    const again = await opened(dir);
    expect(await again.read('liveSessions', {})).toEqual([{ id, name: 'Match.pgn' }]);
    expect(await again.read('sessionIds', {})).toEqual([]);
    expect(await again.read('originalOf', { id })).toBeNull();
    writeFileSync(join(again.folder.captures, id), 'original');
    const sha256 = 'ab'.repeat(32);
    await again.write('finishLive', { id, sha256, bytes: 8, session: whole('Match') });
    expect(readFileSync(originalPath(again.folder.originals, sha256), 'utf8')).toBe('original');
    expect(await again.read('originalOf', { id })).toMatchObject({ sha256, name: 'Match.pgn', bytes: 8, sessions: [{ id }] });
    expect(await again.write('binSessions', { ids: [id] })).toEqual([id]);
  });

  it('does not wait for what an import has queued', async () => {
    const library = await opened();
    const id = 'abcdef01';
    await library.write('beginLive', { id, name: 'Match.pgn', session: whole('Match') });
    const { id: other, importId } = await addSession(library, { complete: false });
    const order: string[] = [];
    const parts = Array.from({ length: 200 }, async (_, i) => {
      await library.write('addPart', { import: importId, id: other, part: chunk(i + 2, 200_000) });
      order.push('import');
    });
    const live = library.write('addLiveChunk', { id, chunk: chunk(0) }).then(() => order.push('live'));
    await Promise.all([...parts, live]);
    expect(order.indexOf('live')).toBeLessThan(100);
  });
});

describe('reading again', () => {
  it('puts the new session in the place of the old one', async () => {
    const library = await opened();
    const { id, sha256 } = await addSession(library);
    await library.write('updateSession', { id, title: 'Mine', favourite: true });
    await library.write('beginImport', { import: 'again', sha256, name: 'evening.pgn', bytes: 7, again: true });
    await library.write('beginSession', { import: 'again', id: 'abcdef01', game: 'chess', format: 'pgn' });
    expect(await ids(library)).toEqual([id]); // the new one is not listed beside it meanwhile
    await library.write('finishSession', {
      import: 'again',
      id: 'abcdef01',
      session: madeSession(madeInfo({ adapterVersion: 2, title: 'Better' }), ['Dora']),
    });
    expect(await library.write('completeImport', { import: 'again' })).toEqual([id]);
    await library.write('settle', {});
    expect(await ids(library)).toEqual([id]);
    const stored = await library.read('session', { id });
    expect(stored?.row).toMatchObject({ title: 'Mine', favourite: true });
    expect(stored?.info.adapterVersion).toBe(2);
    expect(stored?.chunks).toEqual([]);
    expect(await ids(library, { search: 'mine dora' })).toEqual([id]);
    expect(existsSync(originalPath(library.folder.originals, sha256))).toBe(true);
  });
});

/** Every file of the folder by its content, the lock apart. */
function snapshot(dir: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of readdirSync(dir)) {
    if (name.startsWith('library.db'))
      files[name] = createHash('sha256')
        .update(readFileSync(join(dir, name)))
        .digest('hex');
  }
  return files;
}

describe('a library that must be left alone', () => {
  async function withOneSession(): Promise<string> {
    const dir = emptyFolder();
    const library = await opened(dir);
    await addSession(library, { chunkBytes: 50_000 });
    await closed(library);
    return dir;
  }

  async function refusal(dir: string): Promise<string> {
    const before = snapshot(dir);
    const error: unknown = await Library.open(dir, null).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RefusedInput);
    expect(snapshot(dir)).toEqual(before);
    expect(existsSync(join(dir, 'library.lock'))).toBe(false);
    return (error as RefusedInput).message;
  }

  it('is newer', async () => {
    const dir = await withOneSession();
    const db = new Database(join(dir, 'library.db'));
    db.pragma('user_version = 99');
    db.close();
    expect(await refusal(dir)).toMatch(/newer Sandtable \(library version 99/);
  });

  it('is newer only in its log', async () => {
    const dir = await withOneSession();
    const file = join(dir, 'library.db');
    const db = new Database(file);
    db.pragma('wal_autocheckpoint = 0');
    db.pragma('user_version = 99');
    const copy = emptyFolder();
    for (const name of ['library.db', 'library.db-wal']) writeFileSync(join(copy, name), readFileSync(join(dir, name))); // as a crash would leave it
    db.close();
    expect(readFileSync(join(copy, 'library.db')).readUInt32BE(60)).toBeLessThan(99);
    expect(await refusal(copy)).toMatch(/newer/);
  });

  it('is no database', async () => {
    const dir = emptyFolder();
    writeFileSync(join(dir, 'library.db'), 'my shopping list\n'.repeat(100));
    expect(await refusal(dir)).toMatch(/not a database/);
    writeFileSync(join(dir, 'library.db'), 'short');
    expect(await refusal(dir)).toMatch(/not a database/);
  });

  it('belongs to another program', async () => {
    const dir = emptyFolder();
    const db = new Database(join(dir, 'library.db'));
    db.exec('CREATE TABLE recipes (name TEXT)');
    db.close();
    expect(await refusal(dir)).toMatch(/another program/);
  });

  it('is cut', async () => {
    const dir = await withOneSession();
    truncateSync(join(dir, 'library.db'), 8192);
    expect(await refusal(dir)).toMatch(/damaged/);
  });

  it('has a spoilt schema', async () => {
    const dir = await withOneSession();
    const file = join(dir, 'library.db');
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 100, 4096);
    writeFileSync(file, bytes);
    expect(await refusal(dir)).toMatch(/damaged/);
  });

  it('is not refused for being whole', async () => {
    const dir = await withOneSession();
    appendFileSync(join(dir, 'library.lock'), '');
    expect(await ids(await opened(dir))).toHaveLength(1);
  });
});

describe('the lock', () => {
  it('says who owns the library', async () => {
    const dir = emptyFolder();
    const library = await Library.open(dir, 8095);
    open.push(library);
    await expect(Library.open(dir, null)).rejects.toThrow(`process ${process.pid}, serving it at port 8095`);
    await closed(library);
    await opened(dir);
  });

  it('is taken over from a process that is gone, or of another start of the machine', async () => {
    const dir = emptyFolder();
    const file = join(dir, 'library.lock');
    const library = await opened(dir);
    const mine = JSON.parse(readFileSync(file, 'utf8')) as { pid: number };
    await closed(library);
    for (const stale of [{ ...mine, pid: 2 ** 22 + 1 }, { ...mine, boot: 'another' }, { ...mine, started: '1' }, 'half a lo']) {
      writeFileSync(file, typeof stale === 'string' ? stale : JSON.stringify(stale));
      await closed(await opened(dir));
    }
    writeFileSync(file, JSON.stringify({ ...mine, host: 'elsewhere' }));
    await expect(Library.open(dir, null)).rejects.toThrow('on another computer (elsewhere)');
  });
});
