/** The shape of a world as a library keeps it: out of a game's folder or an upload, by a thread, replaced and removed; refusals leave what was there. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sliceMesh } from '../../../shared/mesh-slice.ts';
import { decodeWorldMesh } from '../../../shared/world-mesh.ts';
import { writeTestMap } from '../games/mohaa/maps/test-map.ts';
import { Handles } from '../import/handles.ts';
import { zstd } from '../zstd.ts';
import { groundHandlers } from './ground-handlers.ts';
import { Grounds } from './grounds.ts';

const WORLD = { game: 'mohaa', world: 'dm/room' };
const context = { signal: new AbortController().signal, emit: () => Promise.resolve() };
let dir: string;
let grounds: Grounds;
let handles: Handles;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mesh-'));
  grounds = new Grounds(join(dir, 'library'));
  handles = new Handles();
  await mkdir(join(dir, 'game', 'main'), { recursive: true });
  await writeFile(join(dir, 'game', 'main', 'Pak0.pk3'), zipSync({ 'maps/dm/room.bsp': writeTestMap() }));
});
afterEach(async () => {
  await grounds.close();
  await rm(dir, { recursive: true, force: true });
});

describe('the shape of a world', () => {
  it("is kept out of the game's folder, and needs that no more", async () => {
    const methods = groundHandlers(grounds, handles);
    const from = handles.mint({ path: join(dir, 'game'), access: 'folder', temporary: false });
    const { mesh, heights, picture } = await methods['ground.set']({ ...WORLD, kind: 'mesh', from }, context);
    expect([heights, picture]).toEqual([null, null]);
    expect(mesh).toMatchObject({ name: 'Pak0.pk3, maps/dm/room.bsp', triangles: 246, storeys: [0, 3.5], warnings: [] });
    expect(mesh?.min[0]).toBeCloseTo(-16 * 0.0254, 4);
    expect(mesh?.max[1]).toBeCloseTo(144 * 0.0254, 4);
    await rm(join(dir, 'game'), { recursive: true });
    const version = mesh?.version ?? '';
    const bytes = await methods['ground.mesh']({ ...WORLD, version }, context.signal);
    const stored = decodeWorldMesh(bytes ?? new Uint8Array(0), zstd);
    expect(stored.surfaces).toHaveLength(246);
    // The four walls, each closed around, the curve and the ramp.
    expect(sliceMesh(stored, 1, false).length / 4).toBeGreaterThan(4 * 8);
    const { mesh: gone } = await methods['ground.remove']({ ...WORLD, part: 'mesh' }, context.signal);
    expect(gone).toBeNull();
    expect(await methods['ground.mesh']({ ...WORLD, version }, context.signal)).toBeNull();
    expect(await readdir(join(dir, 'library'))).toEqual([]);
  });

  it('is taken from an upload, whatever that is called on its way', async () => {
    const methods = groundHandlers(grounds, handles);
    const path = join(dir, 'upload-1');
    await writeFile(path, writeTestMap({ version: 21 }));
    const from = handles.mint({ path, name: 'room.bsp', access: 'read', temporary: true });
    const { mesh } = await methods['ground.set']({ ...WORLD, kind: 'mesh', from }, context);
    expect(mesh?.name).toBe('room.bsp');
    expect(await readdir(dir)).not.toContain('upload-1');
  });

  it('stays when another one cannot be read', async () => {
    const methods = groundHandlers(grounds, handles);
    const folder = handles.mint({ path: join(dir, 'game'), access: 'folder', temporary: false });
    const before = await methods['ground.set']({ ...WORLD, kind: 'mesh', from: folder }, context);
    const path = join(dir, 'broken.bsp');
    await writeFile(path, 'no map');
    const from = handles.mint({ path, access: 'read', temporary: false });
    await expect(methods['ground.set']({ ...WORLD, kind: 'mesh', from }, context)).rejects.toThrow(
      'This is no map of the game: it is too short.',
    );
    await expect(methods['ground.set']({ ...WORLD, world: 'dm/elsewhere', kind: 'mesh', from: folder }, context)).rejects.toThrow(
      'there are dm/room',
    );
    await expect(methods['ground.set']({ ...WORLD, game: 'arma3', kind: 'mesh', from: folder }, context)).rejects.toThrow(
      'cannot read the worlds',
    );
    expect(await grounds.get(WORLD)).toEqual(before);
    const [kept = ''] = await readdir(join(dir, 'library'));
    expect(new Set(await readdir(join(dir, 'library', kept)))).toEqual(new Set([before.mesh?.version, 'ground.json']));
  });
});
