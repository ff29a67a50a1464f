/** Looking for a map where a person points: the order of the game's folders and paks, names that lead elsewhere, damaged paks. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findMap } from './find-map.ts';
import { writeTestMap } from './test-map.ts';
import { mohaaWorlds } from './worlds.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'paks-'));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

async function put(name: string, content: Uint8Array): Promise<string> {
  const path = join(dir, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

const pak = (name: string, files: Readonly<Record<string, string>>): Promise<string> =>
  put(name, zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]))));
const find = async (world: string, path = dir) => {
  const { bytes, ...found } = await findMap(world, { path, name: basename(path) }, () => undefined);
  return { ...found, text: Buffer.from(bytes).toString() };
};

describe('findMap', () => {
  it('takes the last pak by name, whatever its letters are', async () => {
    await pak('main/Pak0.pk3', { 'maps/dm/mohdm1.bsp': 'zero', 'maps/dm/mohdm2.bsp': 'two' });
    await pak('main/pak5.PK3', { 'maps/DM/MohDM1.bsp': 'five' });
    await pak('main/Zz-fix.pk3', { 'models/x.tik': '' });
    expect(await find('dm/mohdm1')).toEqual({ name: 'pak5.PK3, maps/DM/MohDM1.bsp', text: 'five', warnings: [] });
    expect(await find('maps\\dm\\mohdm2.bsp', join(dir, 'main'))).toMatchObject({ text: 'two' });
    expect(await find('DM/MOHDM2', join(dir, 'main', 'Pak0.pk3'))).toMatchObject({ text: 'two' });
  });

  it('looks into expansions first, and at loose files before paks', async () => {
    await pak('main/Pak0.pk3', { 'maps/obj/obj_team1.bsp': 'game' });
    await pak('mainta/pak1.pk3', { 'maps/obj/obj_team1.bsp': 'expansion' });
    expect(await find('obj/obj_team1')).toMatchObject({ text: 'expansion' });
    await put('main/maps/Obj/obj_team1.BSP', Buffer.from('loose'));
    expect(await find('obj/obj_team1')).toMatchObject({ name: 'maps/obj/obj_team1.bsp', text: 'loose' });
    expect(await find('obj/obj_team1', join(dir, 'main', 'maps'))).toMatchObject({ text: 'loose' });
    expect(await find('anything', await put('one.bsp', Buffer.from('one')))).toMatchObject({ name: 'one.bsp', text: 'one' });
  });

  it('takes a map of the same name elsewhere when there is no better one', async () => {
    await pak('main/Pak0.pk3', { 'maps/dm/mohdm1.bsp': 'in dm' });
    expect(await find('mohdm1')).toMatchObject({ text: 'in dm' });
  });

  it('says what there is instead', async () => {
    await pak('main/Pak0.pk3', { 'maps/dm/mohdm1.bsp': '', 'maps/dm/mohdm2.bsp': '' });
    await expect(find('dm/mohdm9')).rejects.toThrow('The game has no map called dm/mohdm9; there are dm/mohdm1, dm/mohdm2.');
    await expect(find('dm/mohdm9', join(dir, 'main', 'Pak0.pk3'))).rejects.toThrow('Pak0.pk3 has no map');
    await mkdir(join(dir, 'empty'));
    await expect(find('dm/mohdm1', join(dir, 'empty'))).rejects.toThrow('neither paks');
  });

  it('leaves damaged paks out and says so', async () => {
    await pak('main/Pak0.pk3', { 'maps/dm/mohdm1.bsp': 'whole' });
    const damaged = Buffer.from(zipSync({ 'maps/dm/mohdm1.bsp': Buffer.from('something else, and longer') }, { level: 0 }));
    damaged.write('X', damaged.indexOf('something'));
    await put('main/Pak7.pk3', damaged);
    await put('main/Pak8.pk3', Buffer.from('no ZIP at all'));
    expect(await find('dm/mohdm1')).toEqual({
      name: 'Pak0.pk3, maps/dm/mohdm1.bsp',
      text: 'whole',
      warnings: [
        'Pak8.pk3 was left out, because it is damaged.',
        'Pak7.pk3 was left out, because the map in it cannot be used: it is not what its checksum says.',
      ],
    });
    await expect(find('dm/mohdm1', join(dir, 'main', 'Pak7.pk3'))).rejects.toThrow('Pak7.pk3 was left out');
  });

  it('follows neither names nor links out of what was chosen', async () => {
    await put('outside/maps/secret.bsp', Buffer.from('secret'));
    await put('game/main/x.txt', Buffer.from(''));
    await symlink(join(dir, 'outside', 'maps'), join(dir, 'game', 'main', 'maps'));
    await pak('game/main/Pak0.pk3', { '../maps/evil.bsp': 'a', 'maps/../../evil.bsp': 'b', 'maps/fine.bsp': 'c' });
    const game = join(dir, 'game');
    for (const world of ['../../outside/maps/secret', 'x/../../secret', '..', '', 'c:/secret', 'a/b/c/d/e'])
      await expect(find(world, game)).rejects.toThrow('does not say which map');
    await expect(find('secret', game)).rejects.toThrow('no map called secret; there are fine.');
    await expect(find('evil', game)).rejects.toThrow('no map called evil; there are fine.');
  });

  it('unpacks no more than a map may have', async () => {
    await put('main/Pak0.pk3', zipSync({ 'maps/bomb.bsp': new Uint8Array(65 * 1024 * 1024) }));
    await expect(find('bomb')).rejects.toThrow('larger than 67 MB');
  });
});

describe('a world of the game', () => {
  it('comes out of a pak with its shape and its places', async () => {
    await put('main/Pak0.pk3', zipSync({ 'maps/dm/room.bsp': writeTestMap() }));
    const world = await mohaaWorlds.read('dm/room', { path: dir, name: 'game' }, () => undefined);
    expect(world).toMatchObject({ name: 'Pak0.pk3, maps/dm/room.bsp', warnings: [], space: { metresPerUnit: 0.0254 } });
    expect(world.triangles.length / 3).toBe(246);
    expect(world.places).toHaveLength(3);
  });
});
