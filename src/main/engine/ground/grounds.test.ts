/** Grounds as a library keeps them: taken in by their thread, replaced, removed; what is no map, and what would be too much, is refused and leaves nothing. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeHeights } from '../../../shared/height-grid.ts';
import { RefusedInput } from '../game-adapter.ts';
import { zstd } from '../zstd.ts';
import { Grounds, type GroundSource } from './grounds.ts';
import { imageHead } from './image-head.ts';

const WORLD = { game: 'a', world: 'Somewhere' };
const never = new AbortController().signal;
let dir: string;
let grounds: Grounds;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ground-'));
  grounds = new Grounds(join(dir, 'library'));
});
afterEach(async () => {
  await grounds.close();
  await rm(dir, { recursive: true, force: true });
});

/** As much of a PNG as says its size. */
function png(width: number, height: number, mark = 0): Uint8Array {
  const bytes = new Uint8Array(40).fill(mark);
  const view = new DataView(bytes.buffer);
  for (const [at, value] of [0x89504e47, 0x0d0a1a0a, 13, 0x49484452, width, height].entries()) view.setUint32(at * 4, value);
  return bytes;
}

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(dir, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

const set = (kind: GroundSource['kind'], path: string) => grounds.set(WORLD, { kind, name: 'x', source: { path } }, never, () => undefined);
const MAP = JSON.stringify({ name: 'Altis', worldSize: 1024, imageSize: 512, multiplier: 0.5, styles: [{}] });

describe('heights', () => {
  it('are kept, replaced and removed', async () => {
    const first = await set('heights', await put('a.asc', 'ncols 2\nnrows 2\ncellsize 5\n1 2 3 4'));
    expect(first.heights).toMatchObject({ name: 'x', columns: 2, rows: 2, cell: 5, lowest: 1, highest: 4 });
    const second = await set('heights', await put('b.asc', 'ncols 2\nnrows 2\ncellsize 5\n5 6 7 8'));
    expect(await grounds.heights(WORLD, first.heights?.version ?? '')).toBeNull();
    const stored = await grounds.heights({ game: 'a', world: 'SOMEWHERE' }, second.heights?.version ?? '');
    expect([...decodeHeights(stored ?? new Uint8Array(0), zstd).heights].map(Math.round)).toEqual([5, 6, 7, 8]);
    expect(await readdir(join(dir, 'library'))).toHaveLength(1);
    await grounds.remove(WORLD, 'heights');
    expect(await readdir(join(dir, 'library'))).toEqual([]);
    expect(await grounds.get(WORLD)).toEqual({ picture: null, heights: null, mesh: null });
  });

  it('that are none leave those that were there', async () => {
    const before = await set('heights', await put('a.asc', 'ncols 2\nnrows 2\ncellsize 5\n1 2 3 4'));
    await expect(set('heights', await put('b.asc', 'ncols 2\nnrows 2\ncellsize 5\n1 2 3'))).rejects.toThrow('cut off');
    expect(await grounds.get(WORLD)).toEqual(before);
    const [folder = ''] = await readdir(join(dir, 'library'));
    expect(new Set(await readdir(join(dir, 'library', folder)))).toEqual(new Set([before.heights?.version, 'ground.json']));
  });

  it('can be stopped', async () => {
    const stopped = AbortSignal.abort(new Error('enough'));
    const path = await put('a.asc', 'ncols 2\nnrows 2\ncellsize 5\n1 2 3 4');
    await expect(grounds.set(WORLD, { kind: 'heights', name: 'x', source: { path } }, stopped, () => undefined)).rejects.toThrow('enough');
    expect(await grounds.get(WORLD)).toEqual({ picture: null, heights: null, mesh: null });
  });
});

describe('an image', () => {
  it('is kept as it came, and lies where two points say', async () => {
    const { picture } = await set('image', await put('map.png', png(300, 200)));
    expect(picture).toMatchObject({ kind: 'image', type: 'image/png', width: 300, height: 200, calibration: null });
    const version = picture?.version ?? '';
    expect(await grounds.image(WORLD, version)).toEqual(Buffer.from(png(300, 200)));
    const points = [
      { pixel: [0, 0], place: [0, 0] },
      { pixel: [100, 0], place: [1000, 0] },
    ] as const;
    expect((await grounds.calibrate(WORLD, version, points)).picture).toMatchObject({ calibration: points });
    await expect(grounds.calibrate(WORLD, version, [points[0], points[0]])).rejects.toThrow(RefusedInput);
  });

  it('of impossible size, or that is none, is refused', async () => {
    await expect(set('image', await put('a.png', png(16_385, 10)))).rejects.toThrow('16385 by 10');
    await expect(set('image', await put('b.png', png(16_000, 16_000)))).rejects.toThrow('200 million');
    await expect(set('image', await put('c.png', 'GIF89a'))).rejects.toThrow('PNG, JPEG and WebP');
    expect(existsSync(join(dir, 'library', 'ground.json'))).toBe(false);
  });
});

describe('tiles', () => {
  it('are packed, and everything that is no tile stays where it is', async () => {
    await put('map/map.json', MAP);
    await put('map/0/0/0.png', png(256, 256, 1));
    await put('map/1/1/0.png', png(256, 256, 2));
    await put('map/1/7/0.png', png(256, 256)); // beyond the map
    await put('map/9/0/0.png', png(256, 256)); // deeper than the image is large
    await put('map/1/0/..png', png(256, 256));
    await put('map/topo/0/0/0.png', png(256, 256));
    await put('secret.png', png(256, 256, 9));
    await mkdir(join(dir, 'map/1/0'), { recursive: true });
    await symlink(join(dir, 'secret.png'), join(dir, 'map/1/0/1.png'));
    await symlink(dir, join(dir, 'map/2'));
    const { picture } = await set('tiles', join(dir, 'map'));
    expect(picture).toMatchObject({ kind: 'tiles', name: 'Altis', count: 2, minZoom: 0, maxZoom: 1, side: 1024, north: 1024 });
    const version = picture?.version ?? '';
    expect(await grounds.tile(WORLD, version, 1, 1, 0)).toEqual(Buffer.from(png(256, 256, 2)));
    expect(await grounds.tile(WORLD, version, 1, 0, 1)).toBeNull();
    await rm(join(dir, 'map'), { recursive: true });
    expect(await grounds.tile(WORLD, version, 0, 0, 0)).toEqual(Buffer.from(png(256, 256, 1)));
  });

  it.each([
    ['no map.json', {}, 'no map.json'],
    ['a map.json that is none', { 'map.json': '{' }, 'worldSize and imageSize'],
    ['an impossible world', { 'map.json': JSON.stringify({ worldSize: -1, imageSize: 1e12 }) }, 'worldSize and imageSize'],
    ['no tiles', { 'map.json': MAP }, 'no tiles'],
    ['a tile that is no picture', { 'map.json': MAP, '0/0/0.png': 'text' }, 'is no picture'],
    ['a huge tile', { 'map.json': MAP, '0/0/0.png': png(60_000, 60_000) }, '60000 by 60000'],
  ])('are refused with %s', async (_what, files, sentence) => {
    await mkdir(join(dir, 'map'), { recursive: true });
    for (const [name, content] of Object.entries(files)) await put(join('map', name), content);
    await expect(set('tiles', join(dir, 'map'))).rejects.toThrow(sentence);
  });

  it('may come as uploads with their paths, of which only numbers count', async () => {
    const tile = await put('upload-1', png(256, 256, 5));
    const files = [
      { name: 'map.json', path: await put('upload-0', MAP) },
      { name: '1/0/1.png', path: tile },
      { name: '../../1/0/0.png', path: tile },
      { name: '1/0/0.png/../../x', path: tile },
    ];
    const { picture } = await grounds.set(WORLD, { kind: 'tiles', name: 'Tiles', source: { files } }, never, () => undefined);
    expect(picture).toMatchObject({ count: 1 });
  });
});

describe('imageHead', () => {
  it('knows JPEG behind other segments, and the three WebPs', () => {
    const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xc2, 0, 17, 8, 0, 100, 1, 0x2c, 3];
    expect(imageHead(Uint8Array.from(jpeg))).toEqual({ type: 'image/jpeg', width: 300, height: 100 });
    const webp = (kind: string, rest: readonly number[]): Uint8Array =>
      Uint8Array.from([...bytes('RIFF0000WEBP'), ...bytes(kind), 0, 0, 0, 0, ...rest]);
    const size = { type: 'image/webp', width: 300, height: 100 };
    expect(imageHead(webp('VP8X', [0, 0, 0, 0, 0x2b, 1, 0, 99, 0, 0]))).toEqual(size);
    expect(imageHead(webp('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, 0x2c, 1, 100, 0]))).toEqual(size);
    expect(imageHead(webp('VP8L', [0x2f, 0x2b, 0xc1, 0x18, 0]))).toEqual(size);
    expect(imageHead(Uint8Array.from(jpeg.slice(0, 14)))).toBeNull();
    expect(imageHead(new Uint8Array(0))).toBeNull();
  });
});

function bytes(text: string): number[] {
  return [...new TextEncoder().encode(text)];
}
