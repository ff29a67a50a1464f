/**
 * A map of an OCAP web server as it lies in a folder: map.json and {z}/{x}/{y}.png. Names only become numbers here: nothing of a name ever becomes a path of ours.
 */
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { RefusedInput } from '../game-adapter.ts';
import { imageHead } from './image-head.ts';

/** A file that may be a tile or the map's description: its path within the map, and where it is. */
export interface MapFile {
  readonly name: string;
  readonly path: string;
}

interface Tile {
  readonly zoom: number;
  readonly column: number;
  readonly row: number;
  readonly path: string;
  readonly bytes: number;
}

export interface TileMap {
  readonly tiles: readonly Tile[];
  /** Metres that the one tile of zoom 0 covers. */
  readonly side: number;
  /** Metres from the picture's top to the world's south edge. */
  readonly north: number;
  /** "" when the map does not say its name. */
  readonly name: string;
  readonly attribution: string;
}

const MOST_TILES = 100_000;
const MOST_TILE_BYTES = 4 * 1024 * 1024;
const MOST_BYTES = 8 * 1024 ** 3;
const MOST_JSON_BYTES = 256 * 1024;
const MOST_ZOOM = 12;
const LARGEST_TILE = 1024;
/** Pixels of a tile as the server's maps count them. */
const TILE = 256;
const HEAD = 64 * 1024;

/** Other keys (styles, variants) do not matter here. */
const mapJson = z.object({
  worldSize: z.number().min(16).max(1_000_000),
  imageSize: z
    .number()
    .min(16)
    .max(TILE * 2 ** MOST_ZOOM),
  multiplier: z.number().positive().max(10_000).optional(),
  name: z.string().max(200).optional().catch(undefined),
  attribution: z.string().max(400).optional().catch(undefined),
});

/** Every file that could belong to a map in the folder: no links, nothing deeper than tiles lie. */
export async function filesOfFolder(folder: string): Promise<readonly MapFile[]> {
  const files: MapFile[] = [];
  const visit = async (path: string, name: string, depth: number): Promise<void> => {
    for (const entry of await readdir(path, { withFileTypes: true })) {
      const inside = `${name}${entry.name}`;
      if (entry.isFile() && (inside === 'map.json' || depth === 2)) files.push({ name: inside, path: join(path, entry.name) });
      else if (entry.isDirectory() && depth < 2 && /^\d{1,4}$/.test(entry.name))
        await visit(join(path, entry.name), `${inside}/`, depth + 1);
      if (files.length > MOST_TILES) throw tooMany();
    }
  };
  await visit(folder, '', 0);
  return files;
}

/** Looks at what is there and refuses, with one sentence, what is no such map. `progress`: files looked at. */
export async function readTileMap(files: readonly MapFile[], progress: (done: number) => void = () => undefined): Promise<TileMap> {
  const description = files.find(({ name }) => name === 'map.json');
  if (description === undefined)
    throw new RefusedInput('This folder has no map.json: choose the folder of one map, as an OCAP web server has it.');
  const map = await readDescription(description.path);
  const multiplier = map.multiplier ?? map.imageSize / map.worldSize;
  const nativeZoom = Math.max(0, Math.ceil(Math.log2(map.imageSize / TILE)));
  const tiles: Tile[] = [];
  let bytes = 0;
  for (const [done, file] of files.entries()) {
    progress(done);
    const [, zoom, column, row] = (/^(\d{1,2})\/(\d{1,4})\/(\d{1,4})\.(?:png|jpg|jpeg|webp)$/i.exec(file.name) ?? []).map(Number);
    if (zoom === undefined || column === undefined || row === undefined) continue;
    if (zoom > Math.min(MOST_ZOOM, nativeZoom) || column >= 2 ** zoom || row >= 2 ** zoom) continue;
    const { size } = await stat(file.path);
    if (size === 0) continue;
    if (size > MOST_TILE_BYTES) throw new RefusedInput(`The tile ${file.name} is larger than a tile may be.`);
    await checkTile(file);
    bytes += size;
    tiles.push({ zoom, column, row, path: file.path, bytes: size });
    if (tiles.length > MOST_TILES || bytes > MOST_BYTES) throw tooMany();
  }
  if (tiles.length === 0)
    throw new RefusedInput('This folder has no tiles: pictures named by zoom, column and row, such as 3/1/5.png, are expected.');
  return {
    tiles,
    side: (TILE * 2 ** nativeZoom) / multiplier,
    north: map.imageSize / multiplier,
    name: map.name ?? '',
    attribution: map.attribution ?? '',
  };
}

async function readDescription(path: string): Promise<z.infer<typeof mapJson>> {
  if ((await stat(path)).size > MOST_JSON_BYTES) throw badDescription();
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw badDescription();
    throw error;
  }
  const map = mapJson.safeParse(value);
  if (!map.success) throw badDescription();
  return map.data;
}

async function checkTile({ name, path }: MapFile): Promise<void> {
  await using file = await open(path, 'r');
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
  const head = imageHead(buffer.subarray(0, bytesRead));
  if (head === null) throw new RefusedInput(`The tile ${name} is no picture.`);
  if (Math.max(head.width, head.height) > LARGEST_TILE)
    throw new RefusedInput(`The tile ${name} has ${head.width} by ${head.height} pixels; a tile has at most ${LARGEST_TILE}.`);
}

function badDescription(): RefusedInput {
  return new RefusedInput('The map.json of this folder does not say worldSize and imageSize as it should.');
}

function tooMany(): RefusedInput {
  return new RefusedInput(`This map is too large: at most ${MOST_TILES} tiles of 8 GB in all are kept.`);
}
