import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ImportProgress } from '../../shared/engine-api.ts';
import { createEngine, type Engine } from './engine.ts';
import { ADAPTERS } from './games/registry.ts';
import { fakeAdapter } from './import/fake-adapter.ts';

// Threads and processes start slowly on a busy machine; nothing here depends on how fast.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const IMPORT_WORKER = new URL('./import/fake-import.ts', import.meta.url);
const open: Engine[] = [];

function emptyDir(): string {
  return mkdtempSync(join(tmpdir(), 'sandtable-engine-'));
}

async function started(dir = emptyDir()): Promise<{ engine: Engine; dir: string }> {
  const engine = await createEngine({ libraryDir: dir, desktop: false, adapters: [fakeAdapter], importWorker: IMPORT_WORKER });
  open.push(engine);
  return { engine, dir };
}

async function stopped(engine: Engine): Promise<void> {
  open.splice(open.indexOf(engine), 1);
  await engine.close();
}

afterEach(async () => {
  for (const engine of Array.from(open)) await stopped(engine);
});

function recording(...lines: readonly string[]): string {
  const path = join(emptyDir(), 'match.fake');
  writeFileSync(path, ['FAKE Match', ...lines].join('\n'));
  return path;
}

const TWO_PLAYERS = ['player Anna', 'at 0 1', 'at 1000 2', 'player Bo', 'at 1500 9', 'at 63000 10'];

/** Every item of an import; `onItem` may cancel it. */
async function imported(
  engine: Engine,
  paths: readonly string[],
  onItem: (item: ImportProgress) => void = () => undefined,
  signal?: AbortSignal,
): Promise<ImportProgress[]> {
  const handles = paths.map((path) => engine.mint({ path, access: 'read', temporary: false }));
  const items: ImportProgress[] = [];
  await engine.client.stream(
    'import.files',
    { handles },
    (item) => {
      items.push(item);
      onItem(item);
    },
    signal,
  );
  return items;
}

/** How each ended, by file name. */
function endings(items: readonly ImportProgress[]): ImportProgress[] {
  return items.filter(({ state }) => state !== 'reading').toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

async function titles(engine: Engine): Promise<string[]> {
  const { rows } = await engine.client.call('sessions.list', { filter: {}, sort: 'title', offset: 0, limit: 100 });
  return rows.map((row) => `${row.title} ${row.status}`);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1;
}

/** What is left on disk beside the database and the lock. */
function leftovers(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => /^(tmp|originals).*[\w-]{30}/.test(name));
}

describe('an import', () => {
  it('makes a session that can be opened, found and exported', async () => {
    const { engine, dir } = await started();
    const path = recording(...TWO_PLAYERS, 'warn');
    const items = await imported(engine, [path]);
    const last = items.at(-1);
    expect(last).toMatchObject({ file: 'match.fake', state: 'done', bytesDone: readFileSync(path).length });
    expect(items.some(({ overview, preview }) => overview !== undefined && preview?.entities.length === 3)).toBe(true);
    const id = last?.sessions[0] ?? '';
    const detail = await engine.client.call('sessions.get', { id });
    expect(detail.row).toMatchObject({
      title: 'Match',
      status: 'ready',
      players: 2,
      events: 4,
      durationMs: 63_000,
      warnings: 1,
      originalName: 'match.fake',
    });
    expect(detail.row.spark).toEqual(Array.from({ length: 64 }, (_, i) => (i === 0 ? 1 : i === 1 ? 2 : i === 63 ? 1 : 0)));
    expect(detail.row.libraryBytes).toBeGreaterThan(detail.chunks.reduce((sum, chunk) => sum + chunk.bytes, 0));
    const chunk = await engine.client.call('chunks.read', { id, layer: 0, index: 0 });
    expect(chunk).toHaveLength(detail.chunks[0]?.bytes ?? -1);
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    expect(leftovers(dir)).toEqual([join('originals', sha256.slice(0, 2), sha256)]);

    const out = join(emptyDir(), 'out.ndjson');
    const handle = engine.mint({ path: out, access: 'write', temporary: false });
    const report = await engine.client.call('export.session', { id, format: 'ndjson', handle });
    const text = readFileSync(out, 'utf8');
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(report).toEqual({ bytes: text.length, warnings: [], download: null });
    expect(lines.filter(({ kind }) => kind === 'event')).toHaveLength(4);
    expect(lines.find(({ kind }) => kind === 'event')).toMatchObject({
      t: 0,
      type: 'kill',
      target: { name: 'Anna' },
      weapon: 'pen',
      position: [1, 3, -2],
      data: { x: 1 },
    });
    const tracks = lines.filter((line) => line['kind'] === 'track' && line['channel'] === 'position');
    expect(tracks.flatMap(({ entity, t }) => (t as number[]).map((time) => [entity, time]))).toEqual([
      [1, 0],
      [1, 1000],
      [2, 1500],
      [2, 63_000],
    ]);
    const download = await engine.client.call('export.session', { id, format: 'ndjson', handle: null });
    const file = engine.takeDownload(download.download ?? '');
    expect([file?.name, readFileSync(file?.path ?? '', 'utf8')]).toEqual(['Match.ndjson', text]);
    expect(engine.takeDownload(download.download ?? '')).toBeNull();
    await expect(engine.client.call('export.session', { id, format: 'other', handle: null })).rejects.toThrow(
      'cannot be written in that format',
    );
  });

  it('makes several sessions of one file, whole or cut', async () => {
    const { engine } = await started();
    const [ending] = endings(await imported(engine, [recording(...TWO_PLAYERS, 'session Rematch', ...TWO_PLAYERS, 'cut')]));
    expect(ending?.sessions).toHaveLength(2);
    expect(await titles(engine)).toEqual(['Match ready', 'Rematch partial']);
  });

  it('is answered with what is there when the file is known', async () => {
    const { engine, dir } = await started();
    const path = recording(...TWO_PLAYERS);
    const [first] = endings(await imported(engine, [path]));
    const [second] = endings(await imported(engine, [path]));
    expect(second).toMatchObject({ state: 'duplicate', sessions: first?.sessions, message: 'Already in the library: Match.' });
    expect(await titles(engine)).toHaveLength(1);
    expect(leftovers(dir)).toHaveLength(1);
  });

  it('leaves nothing when it is cancelled', async () => {
    const { engine, dir } = await started();
    const abort = new AbortController();
    const shown: string[][] = [];
    const importing = imported(
      engine,
      [recording(...TWO_PLAYERS, 'wait')],
      (item) => {
        if (item.step !== 'waiting' || shown.length > 0) return;
        void titles(engine).then((now) => {
          shown.push(now);
          abort.abort();
        });
      },
      abort.signal,
    );
    await expect(importing).rejects.toThrow(/abort/i);
    expect(shown[0]).toEqual(['match.fake importing']);
    const { rows } = await engine.client.call('sessions.list', { filter: {}, sort: 'title', offset: 0, limit: 100 });
    expect(rows).toEqual([]);
    await stopped(engine);
    const again = await started(dir);
    expect(leftovers(dir).filter((name) => name.startsWith('tmp'))).toEqual([]);
    expect((await again.engine.verify(() => undefined)).problems).toEqual([]);
  });

  it('fails alone, with a sentence', async () => {
    const { engine } = await started();
    const fault = 'Reading this file failed by a fault of Sandtable; nothing of it was kept.';
    const ways = { throw: fault, exit: fault, refuse: 'This recording has nothing in it.' };
    const paths = Object.keys(ways).map((way) => recording(...TWO_PLAYERS, way));
    const items = endings(await imported(engine, [...paths, recording(...TWO_PLAYERS, 'warn'), '/no/such/file.fake']));
    expect(items.map(({ message }) => String(message)).toSorted(byText)).toEqual(
      [...Object.values(ways), 'This file or folder cannot be read.', 'undefined'].toSorted(byText),
    );
    expect(await titles(engine)).toEqual(['Match ready']);
  });

  it('fails alone when it takes too much memory', async () => {
    const { engine } = await started();
    const items = endings(await imported(engine, [recording('hog'), recording(...TWO_PLAYERS)]));
    expect(items.map(({ state, message }) => `${state}: ${message}`).toSorted(byText)).toEqual([
      'done: undefined',
      'failed: Reading this file takes more memory than Sandtable allows itself; nothing of it was kept.',
    ]);
  });

  it('looks through folders', async () => {
    const { engine } = await started();
    const dir = join(emptyDir(), 'replays');
    mkdirSync(join(dir, 'may'), { recursive: true });
    writeFileSync(join(dir, 'a.FAKE'), 'FAKE A\nplayer Anna\nat 0 1');
    writeFileSync(join(dir, 'may', 'b.fake'), 'FAKE B\nplayer Anna\nat 0 1');
    writeFileSync(join(dir, 'notes.txt'), 'FAKE C');
    const items = endings(await imported(engine, [dir]));
    expect(items.map(({ file, state }) => `${file} ${state}`)).toEqual(['replays/a.FAKE done', 'replays/may/b.fake done']);
    const [none] = endings(await imported(engine, [emptyDir()]));
    expect(none?.message).toBe('There is no recording in this folder.');
  });

  it('tells everybody who follows', async () => {
    const { engine } = await started();
    const abort = new AbortController();
    const changes = new Set<string>();
    const following = engine.client.stream('library.follow', {}, ({ sessions }) => sessions.forEach((id) => changes.add(id)), abort.signal);
    const [ending] = endings(await imported(engine, [recording(...TWO_PLAYERS)]));
    abort.abort();
    await following;
    expect([...changes]).toEqual(ending?.sessions); // by the row that it was while it was read, and when it was there
  });
});

describe('a sample', () => {
  it.each(ADAPTERS.map(({ id }) => id))('of %s is made and imported, once', async (game) => {
    const engine = await createEngine({ libraryDir: emptyDir(), desktop: true });
    open.push(engine);
    const make = async (): Promise<ImportProgress | undefined> => {
      const items: ImportProgress[] = [];
      await engine.client.stream('import.sample', { game }, (item) => items.push(item));
      return items.at(-1);
    };
    const made = await make();
    expect(made).toMatchObject({ state: 'done' });
    const { row } = await engine.client.call('sessions.get', { id: made?.sessions[0] ?? '' });
    expect(row).toMatchObject({ game, status: 'ready', warnings: 0 });
    expect(row.players).toBeGreaterThan(3);
    expect(row.events).toBeGreaterThan(10);
    expect(await make()).toMatchObject({ state: 'duplicate' });
  });

  it('there is none of an unknown game', async () => {
    const { engine } = await started();
    await expect(engine.client.stream('import.sample', { game: 'constructor' }, () => undefined)).rejects.toThrow(
      'There is no sample of this game.',
    );
  });
});

describe('reading again', () => {
  it('replaces the session and keeps what a person made of it', async () => {
    const { engine } = await started();
    const [ending] = endings(await imported(engine, [recording(...TWO_PLAYERS)]));
    const id = ending?.sessions[0] ?? '';
    await engine.client.call('sessions.update', { id, title: 'Mine', favourite: true });
    const report = await engine.reread(id, new AbortController().signal, () => undefined);
    expect([report.state, report.sessions]).toEqual(['done', [id]]);
    expect((await engine.client.call('sessions.get', { id })).row).toMatchObject({ title: 'Mine', favourite: true, players: 2 });
    expect(await titles(engine)).toEqual(['Mine ready']);
  });
});

describe('verify', () => {
  it('finds nothing in a whole library, and everything that was spoilt', async () => {
    const { engine, dir } = await started();
    await imported(engine, [recording(...TWO_PLAYERS)]);
    expect(await engine.verify(() => undefined)).toEqual({
      sessions: 1,
      originals: 1,
      chunks: expect.any(Number),
      events: 4,
      problems: [],
    });
    await stopped(engine);
    const db = new Database(join(dir, 'library.db'));
    const data = db.prepare<[], Buffer>('SELECT data FROM chunks').pluck().get() ?? Buffer.alloc(0);
    data.writeUInt8(data.readUInt8(30) ^ 255, 30);
    db.prepare('UPDATE chunks SET data = ? WHERE idx = 0 AND layer = 0').run(data);
    db.exec('DELETE FROM event_blocks');
    db.close();
    const [original] = leftovers(dir);
    writeFileSync(join(dir, original ?? ''), 'changed');
    const { problems } = await (await started(dir)).engine.verify(() => undefined);
    expect(problems.map((problem) => /chunk 0 of layer 0|0 events are stored, 4|type kill|is not what it was/.exec(problem)?.[0])).toEqual([
      'chunk 0 of layer 0',
      '0 events are stored, 4',
      'type kill',
      'is not what it was',
    ]);
  });
});

describe('kill -9 in the middle of an import', () => {
  it('leaves a library that starts clean, with everything that was complete', async () => {
    const dir = emptyDir();
    const { engine } = await started(dir);
    await imported(engine, [recording(...TWO_PLAYERS)]);
    await stopped(engine);
    const script = `
      import { createEngine } from ${JSON.stringify(new URL('./engine.ts', import.meta.url).href)};
      import { fakeAdapter } from ${JSON.stringify(new URL('./import/fake-adapter.ts', import.meta.url).href)};
      const engine = await createEngine({ libraryDir: ${JSON.stringify(dir)}, desktop: false, adapters: [fakeAdapter], importWorker: new URL(${JSON.stringify(IMPORT_WORKER.href)}) });
      const handle = engine.mint({ path: ${JSON.stringify(recording(...TWO_PLAYERS, 'session Rematch', 'player Carl', 'at 0 1', 'wait'))}, access: 'read', temporary: false });
      await engine.client.stream('import.files', { handles: [handle] }, (item) => console.log(item.step));
    `;
    const file = join(emptyDir(), 'import.mjs');
    writeFileSync(file, script);
    const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise<void>((resolve) => {
      child.stdout.on('data', () => {
        const db = new Database(join(dir, 'library.db'), { readonly: true });
        const chunks =
          db.prepare<[], number>("SELECT count(*) FROM chunks JOIN sessions ON key = session WHERE status = 'importing'").pluck().get() ??
          0;
        db.close();
        if (chunks > 0) resolve();
      });
    });
    expect(leftovers(dir)).toHaveLength(2);
    child.kill('SIGKILL');
    await new Promise((resolve) => void child.once('exit', resolve));
    expect(existsSync(join(dir, 'library.lock'))).toBe(true);
    const again = await started(dir);
    expect(await titles(again.engine)).toEqual(['Match ready']);
    expect(await again.engine.verify(() => undefined)).toMatchObject({ sessions: 1, originals: 1, problems: [] });
    expect(leftovers(dir)).toHaveLength(1);
  });
});
