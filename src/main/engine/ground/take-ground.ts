/** Takes a height map, an image or a folder of tiles in: looks it over, and writes it as the library keeps it. */
import { createReadStream } from 'node:fs';
import { copyFile, open, stat, writeFile } from 'node:fs/promises';
import type { GroundHeights, GroundPicture } from '../../../shared/ground.ts';
import { encodeHeights } from '../../../shared/height-grid.ts';
import { RefusedInput } from '../game-adapter.ts';
import { writeWhole } from '../write-whole.ts';
import { zstd } from '../zstd.ts';
import { readAsciiGrid } from './ascii-grid.ts';
import type { GroundOrder } from './ground-messages.ts';
import { HEAD_BYTES, imageHead } from './image-head.ts';
import { packIndex } from './tile-index.ts';
import { filesOfFolder, readTileMap } from './tile-source.ts';

export type Step = (step: string, done: number, total: number) => void;

/** An image goes to the page in one piece. */
const MOST_IMAGE_BYTES = 128 * 1024 * 1024;
/** Pixels along a side, and in all: what a browser can open. */
const MOST_SIDE = 16_384;
const MOST_PIXELS = 200_000_000;
const MOST_HEIGHTS_BYTES = 8 * 1024 ** 3;

/** Rejects with RefusedInput, one sentence; what was written then is the caller's to remove. */
export async function takeHeights(order: GroundOrder, step: Step): Promise<GroundHeights> {
  const path = pathOf(order);
  const { size } = await stat(path);
  if (size > MOST_HEIGHTS_BYTES) throw new RefusedInput('This height map is larger than 8 GB; export it with fewer heights.');
  const grid = await readAsciiGrid(createReadStream(path, { highWaterMark: 1024 * 1024 }), (bytes) => step('Reading heights', bytes, size));
  let lowest = Infinity;
  let highest = -Infinity;
  for (const height of grid.heights) {
    if (height < lowest) lowest = height;
    if (height > highest) highest = height;
  }
  if (lowest > highest) throw new RefusedInput('The height map holds no height at all.');
  await writeFile(order.out, encodeHeights(grid, zstd));
  const { columns, rows, cell } = grid;
  return { version: order.version, name: order.name, columns, rows, cell, lowest, highest };
}

/** See takeHeights. */
export async function takeImage(order: GroundOrder): Promise<GroundPicture> {
  const path = pathOf(order);
  await using file = await open(path, 'r');
  const { size } = await file.stat();
  const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, HEAD_BYTES)), 0, Math.min(size, HEAD_BYTES), 0);
  const head = imageHead(buffer.subarray(0, bytesRead));
  if (head === null) throw new RefusedInput(`${order.name} is no picture that can be shown: PNG, JPEG and WebP are.`);
  const { type, width, height } = head;
  if (Math.max(width, height) > MOST_SIDE || width * height > MOST_PIXELS)
    throw new RefusedInput(`${order.name} has ${width} by ${height} pixels; make it at most ${MOST_SIDE} a side and 200 million in all.`);
  if (size > MOST_IMAGE_BYTES) throw new RefusedInput(`${order.name} is larger than 128 MB; save it as JPEG or WebP.`);
  await copyFile(path, order.out);
  return { kind: 'image', version: order.version, name: order.name, type, width, height, calibration: null };
}

/** See takeHeights. All tiles become one file: thousands of small ones would be slow to copy, to check and to remove. */
export async function takeTiles(order: GroundOrder, step: Step): Promise<GroundPicture> {
  const files = 'files' in order.source ? order.source.files : await filesOfFolder(order.source.path);
  const map = await readTileMap(files, (done) => step('Looking at tiles', done, files.length));
  await using pack = await open(order.out, 'w');
  const entries: number[] = [];
  let offset = 0;
  let minZoom = Infinity;
  let maxZoom = 0;
  for (const [done, { zoom, column, row, path, bytes }] of map.tiles.entries()) {
    step('Copying tiles', done, map.tiles.length);
    const content = await readTile(path, bytes);
    await writeWhole(pack, content);
    entries.push(zoom, column, row, offset, bytes);
    offset += bytes;
    minZoom = Math.min(minZoom, zoom);
    maxZoom = Math.max(maxZoom, zoom);
  }
  await writeFile(`${order.out}.index`, packIndex(entries));
  const { side, north, attribution } = map;
  const name = map.name === '' ? order.name : map.name;
  return { kind: 'tiles', version: order.version, name, count: map.tiles.length, minZoom, maxZoom, side, north, attribution };
}

/** Exactly as many bytes as were there when it was looked at. */
async function readTile(path: string, bytes: number): Promise<Uint8Array> {
  await using file = await open(path, 'r');
  const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(bytes), 0, bytes, 0);
  if (bytesRead < bytes) throw new RefusedInput('The tiles changed while they were copied; try again.');
  return buffer;
}

function pathOf({ source }: GroundOrder): string {
  if ('files' in source) throw new Error('only tiles come as many files');
  return source.path;
}
