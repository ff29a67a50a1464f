/** The API of the ground: pages name files by handles; uploads are gone afterwards, and a live path is never read again. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PARAMS } from '../../../shared/engine-api.ts';
import { RefusedInput } from '../game-adapter.ts';
import { Handles } from '../import/handles.ts';
import { groundHandlers } from './ground-handlers.ts';
import { Grounds } from './grounds.ts';

const WORLD = { game: 'a', world: 'somewhere' };
const HEIGHTS = 'ncols 2\nnrows 2\ncellsize 5\n1 2 3 4';
const context = { signal: new AbortController().signal, emit: () => Promise.resolve() };
let dir: string;
let grounds: Grounds;
let handles: Handles;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ground-'));
  grounds = new Grounds(join(dir, 'library'));
  handles = new Handles();
});
afterEach(async () => {
  await grounds.close();
  await rm(dir, { recursive: true, force: true });
});

describe('ground.set', () => {
  it('takes an upload, which is gone afterwards', async () => {
    const path = join(dir, 'upload');
    await writeFile(path, HEIGHTS);
    const from = handles.mint({ path, name: 'a.asc', access: 'read', temporary: true });
    const methods = groundHandlers(grounds, handles);
    const { heights } = await methods['ground.set']({ ...WORLD, kind: 'heights', from }, context);
    expect(heights).toMatchObject({ name: 'a.asc', columns: 2 });
    expect(existsSync(path)).toBe(false);
    await expect(methods['ground.set']({ ...WORLD, kind: 'heights', from }, context)).rejects.toThrow('choose it again');
  });

  it('leaves what a person chose where it is, and lives without it', async () => {
    const path = join(dir, 'mine.asc');
    await writeFile(path, HEIGHTS);
    const from = handles.mint({ path, access: 'read', temporary: false });
    const methods = groundHandlers(grounds, handles);
    const { heights } = await methods['ground.set']({ ...WORLD, kind: 'heights', from }, context);
    expect(existsSync(path)).toBe(true);
    await rm(path);
    const world = { ...WORLD, version: heights?.version ?? '' };
    expect(await methods['ground.heights'](world, context.signal)).toBeInstanceOf(Uint8Array);
  });

  it('takes a folder only where one is meant', async () => {
    const methods = groundHandlers(grounds, handles);
    const folder = handles.mint({ path: dir, access: 'folder', temporary: false });
    await expect(methods['ground.set']({ ...WORLD, kind: 'image', from: folder }, context)).rejects.toThrow(RefusedInput);
    await expect(methods['ground.set']({ ...WORLD, kind: 'tiles', from: folder }, context)).rejects.toThrow('no map.json');
  });
});

describe('parameters', () => {
  it('name no paths', () => {
    const tile = { ...WORLD, version: '../../library', zoom: 0, column: 0, row: 0 };
    expect(PARAMS['ground.tile'].safeParse(tile).success).toBe(false);
    expect(PARAMS['ground.image'].safeParse({ ...WORLD, version: '/etc/passwd' }).success).toBe(false);
  });
});
