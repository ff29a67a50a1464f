import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Annotation, MOST_ANNOTATIONS } from '../../../shared/annotations.ts';
import { MOST_TAGS } from '../../../shared/tags.ts';
import { createEngine, type Engine } from '../engine.ts';
import { fakeAdapter } from '../import/fake-adapter.ts';

// Threads start slowly on a busy machine; nothing here depends on how fast.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const IMPORT_WORKER = new URL('../import/fake-import.ts', import.meta.url);
const open: Engine[] = [];

afterEach(async () => {
  for (const engine of open.splice(0)) await engine.close();
});

/** An engine with one session. */
async function withSession(): Promise<{ engine: Engine; dir: string; session: string }> {
  const dir = mkdtempSync(join(tmpdir(), 'sandtable-annotations-'));
  const engine = await createEngine({ libraryDir: dir, desktop: false, adapters: [fakeAdapter], importWorker: IMPORT_WORKER });
  open.push(engine);
  const path = join(dir, 'match.fake');
  writeFileSync(path, 'FAKE Match\nplayer Anna\nat 0 1\nat 1000 2');
  let session = '';
  const handles = [engine.mint({ path, access: 'read', temporary: false })];
  await engine.client.stream('import.files', { handles }, ({ sessions }) => (session = sessions[0] ?? session));
  return { engine, dir, session };
}

function bookmark(t: number, title = 'Here'): Annotation {
  return { id: randomUUID(), kind: 'bookmark', t, title, colour: 'sand' };
}

const drawing: Annotation = {
  id: randomUUID(),
  kind: 'drawing',
  shape: 'arrow',
  points: [
    [0, 0, 0],
    [5.5, 0, -3],
  ],
  normal: [0, 1, 0],
  t0: 400,
  t1: null,
  fadeMs: 500,
  colour: 'violet',
};

describe('annotations', () => {
  it('are kept in order of their moments, changed and removed', async () => {
    const { engine, session } = await withSession();
    const [late, early] = [bookmark(900), bookmark(100)];
    await engine.client.call('annotations.put', { session, annotations: [late, early, drawing] });
    expect((await engine.client.call('annotations.list', { session })).annotations).toEqual([early, drawing, late]);
    const moved = { ...early, t: 950 } as Annotation;
    await engine.client.call('annotations.put', { session, annotations: [moved] });
    expect((await engine.client.call('annotations.list', { session })).annotations).toEqual([drawing, late, moved]);
    expect(await engine.client.call('annotations.remove', { session, ids: [late.id, randomUUID()] })).toEqual([late]);
    expect((await engine.client.call('annotations.list', { session })).annotations).toEqual([drawing, moved]);
  });

  it('survive that their recording is read again, and go with their session', async () => {
    const { engine, session } = await withSession();
    await engine.client.call('annotations.put', { session, annotations: [drawing] });
    await engine.client.call('sessions.update', { id: session, tags: ['final'], notes: 'The one to watch.' });
    const before = await engine.client.call('annotations.list', { session });
    expect(before).toEqual({ tags: ['final'], notes: 'The one to watch.', annotations: [drawing] });
    expect((await engine.reread(session, new AbortController().signal, () => undefined)).state).toBe('done');
    expect(await engine.client.call('annotations.list', { session })).toEqual(before);
    await engine.client.call('sessions.purge', { ids: [session] });
    await expect(engine.client.call('annotations.list', { session })).rejects.toThrow('no such session');
    expect((await engine.verify(() => undefined)).problems).toEqual([]);
  });

  it('tell everybody who follows', async () => {
    const { engine, session } = await withSession();
    const abort = new AbortController();
    const told: string[] = [];
    const following = engine.client.stream('library.follow', {}, ({ annotations }) => told.push(...annotations), abort.signal);
    await engine.client.call('annotations.put', { session, annotations: [drawing] });
    await expect.poll(() => told).toEqual([session]);
    await engine.client.call('annotations.remove', { session, ids: [randomUUID()] }); // nothing was there
    await engine.client.call('sessions.update', { id: session, notes: 'More' });
    await expect.poll(() => told).toEqual([session, session]);
    abort.abort();
    await following;
  });

  it('are refused when they do not fit, and when there are too many', async () => {
    const { engine, session } = await withSession();
    const put = async (annotation: object): Promise<void> =>
      void (await engine.client.call('annotations.put', { session, annotations: [annotation as Annotation] }));
    await expect(put({ ...drawing, t1: 100 })).rejects.toThrow(/^annotations\.0/);
    await expect(
      put({
        ...drawing,
        points: [
          [0, 0, Number.NaN],
          [1, 1, 1],
        ],
      }),
    ).rejects.toThrow(/^annotations\.0/);
    await expect(put({ ...drawing, id: 'mine' })).rejects.toThrow(/^annotations\.0/);
    await expect(put({ ...drawing, kind: 'song' })).rejects.toThrow(/^annotations\.0/);
    for (let i = 0; i < MOST_ANNOTATIONS; i += 1000)
      await engine.client.call('annotations.put', { session, annotations: Array.from({ length: 1000 }, (_, j) => bookmark(i + j)) });
    await expect(put(drawing)).rejects.toThrow(/can hold no more/);
    expect((await engine.client.call('annotations.list', { session })).annotations).toHaveLength(MOST_ANNOTATIONS);
  });
});

describe('tags', () => {
  it('are kept once each and find their sessions', async () => {
    const { engine, session } = await withSession();
    await engine.client.call('sessions.update', { id: session, tags: [' final ', 'Final', 'a  b', ''].filter((tag) => tag !== '') });
    const list = async (tag: string) =>
      await engine.client.call('sessions.list', { filter: { tag }, sort: 'newest', offset: 0, limit: 10 });
    expect((await list('FINAL')).rows.map(({ id, tags }) => ({ id, tags }))).toEqual([{ id: session, tags: ['a b', 'final'] }]);
    expect((await list('other')).total).toBe(0);
    const found = await engine.client.call('sessions.list', { filter: { search: 'Final anna' }, sort: 'newest', offset: 0, limit: 10 });
    expect(found.total).toBe(1);
    expect((await engine.client.call('library.stats', {})).tags).toEqual([
      { tag: 'a b', sessions: 1 },
      { tag: 'final', sessions: 1 },
    ]);
    const many = Array.from({ length: MOST_TAGS + 1 }, (_, i) => `tag ${i}`);
    await expect(engine.client.call('sessions.update', { id: session, tags: many })).rejects.toThrow(/^tags: /);
  });
});
