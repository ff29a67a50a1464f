/**
 * Where a map lies in what a person chose: the game's folder, one of the folders in it, a .pk3 or a .bsp. As the game looks for it: expansions before the game,
 * loose files before paks, of paks the last by name. Names are only compared, never put together to a path; links are not followed.
 */
import type { Dirent } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { FileSource } from '../../../byte-source.ts';
import { RefusedInput } from '../../../game-adapter.ts';
import type { ChosenFile } from '../../../ground/world-source.ts';
import { DamagedPart, zipParts, type ZipPart } from '../../../zip-parts.ts';
import { MOST_BSP_BYTES } from './bsp-file.ts';

export interface FoundMap {
  /** For people: "Pak5.pk3, maps/dm/mohdm1.bsp". */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Paks that could not be looked into, a sentence each. */
  readonly warnings: readonly string[];
}

type Step = (step: string, done: number, total: number) => void;

/** Folders of the game within its own, those that win first. */
const GAME_FOLDERS = ['maintt', 'mainta', 'main'];
const MOST_PAKS = 500;
const MOST_LISTED = 8;

/** `world` as servers say it: "dm/mohdm1", with or without "maps/" and ".bsp". Rejects with RefusedInput, one sentence, when it is not there. */
export async function findMap(world: string, { path, name }: ChosenFile, step: Step): Promise<FoundMap> {
  const wanted = plainName(world);
  if (!(await stat(path)).isDirectory()) {
    if (!(await isZip(path))) return { name, bytes: await readWhole(path), warnings: [] };
    return await new Search(wanted, step).inPaks([{ path, name }], name);
  }
  const folders = await gameFolders(path);
  const loose = await looseMap(folders, wanted);
  if (loose !== null) return { name: `maps/${wanted}.bsp`, bytes: await readWhole(loose), warnings: [] };
  const paks = (await Promise.all(folders.map(paksOf))).flat();
  if (paks.length === 0)
    throw new RefusedInput(
      'There are neither paks (.pk3) nor maps in this folder: choose the folder of the game, or the one called main in it.',
    );
  if (paks.length > MOST_PAKS) throw new RefusedInput(`There are more than ${MOST_PAKS} paks in this folder; choose the one with the map.`);
  return await new Search(wanted, step).inPaks(paks, 'The game');
}

class Search {
  readonly #wanted: string;
  readonly #step: Step;
  readonly #warnings: string[] = [];
  /** What there is instead. */
  readonly #others = new Set<string>();

  constructor(wanted: string, step: Step) {
    this.#wanted = wanted;
    this.#step = step;
  }

  /** The first that has the map wins. `where`: what was looked through, for people. */
  async inPaks(paks: readonly ChosenFile[], where: string): Promise<FoundMap> {
    // A server may say "mohdm1" where the file is maps/dm/mohdm1.bsp: that counts when nothing fits better.
    let nearly: { readonly pak: ChosenFile; readonly map: string } | null = null;
    for (const [done, pak] of paks.entries()) {
      this.#step('Looking for the map', done, paks.length);
      const found = await this.#withMaps(pak, async (maps) => {
        const exact = maps.get(this.#wanted);
        if (exact !== undefined) return await this.#unpack(pak, exact);
        const [alike] = [...maps.keys()].filter((name) => name.split('/').at(-1) === this.#wanted.split('/').at(-1));
        if (alike !== undefined) nearly ??= { pak, map: alike };
        for (const name of maps.keys()) this.#others.add(name);
        return null;
      });
      if (found !== null) return found;
    }
    const found = nearly === null ? null : await this.#near(nearly);
    if (found !== null) return found;
    const [unreadable] = this.#warnings;
    if (this.#others.size === 0 && unreadable !== undefined) throw new RefusedInput(unreadable);
    throw new RefusedInput(`${where} has no map called ${this.#wanted}${this.#listed()}.`);
  }

  async #near({ pak, map }: { readonly pak: ChosenFile; readonly map: string }): Promise<FoundMap | null> {
    return await this.#withMaps(pak, async (maps) => {
      const part = maps.get(map);
      return part === undefined ? null : await this.#unpack(pak, part);
    });
  }

  /** Maps by their names without "maps/" and ".bsp". Null, and a warning, when the pak cannot be read. */
  async #withMaps<T>(pak: ChosenFile, search: (maps: ReadonlyMap<string, ZipPart>) => Promise<T | null>): Promise<T | null> {
    const source = await FileSource.open(pak.path, pak.name);
    try {
      const maps = new Map<string, ZipPart>();
      for (const part of await zipParts(source)) {
        const [, name] = /^maps\/(.+)\.bsp$/.exec(part.name.toLowerCase()) ?? [];
        if (name !== undefined && isPlain(name)) maps.set(name, part);
      }
      return await search(maps);
    } catch (error) {
      if (!(error instanceof DamagedPart || error instanceof RefusedInput)) throw error;
      const why = error instanceof DamagedPart ? `the map in it cannot be used: ${error.message}` : 'it is damaged';
      this.#warnings.push(`${pak.name} was left out, because ${why}.`);
      return null;
    } finally {
      await source.close();
    }
  }

  async #unpack(pak: ChosenFile, part: ZipPart): Promise<FoundMap> {
    this.#step('Unpacking the map', 0, 0);
    return { name: `${pak.name}, ${part.name}`, bytes: await part.read(MOST_BSP_BYTES), warnings: this.#warnings };
  }

  #listed(): string {
    const names = [...this.#others].toSorted();
    if (names.length === 0) return '';
    const rest = names.length - MOST_LISTED;
    return `; there are ${names.slice(0, MOST_LISTED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  }
}

function plainName(world: string): string {
  const name = world
    .toLowerCase()
    .replaceAll('\\', '/')
    .replace(/^maps\//, '')
    .replace(/\.bsp$/, '');
  if (!isPlain(name)) throw new RefusedInput('The recording does not say which map it was played on.');
  return name;
}

/** Not empty, and nothing that leads elsewhere. */
function isPlain(name: string): boolean {
  return /^[^/:]+(?:\/[^/:]+){0,3}$/.test(name) && name.split('/').every((part) => part !== '.' && part !== '..');
}

/** Those of the game in the chosen folder, and the chosen one itself. */
async function gameFolders(path: string): Promise<readonly string[]> {
  const folders = await entriesOf(path);
  const named = GAME_FOLDERS.flatMap((name) => folders.filter((entry) => entry.isDirectory() && entry.name.toLowerCase() === name));
  return [...named.map((entry) => join(path, entry.name)), path];
}

async function looseMap(folders: readonly string[], wanted: string): Promise<string | null> {
  for (const folder of folders) {
    const names = wanted.split('/');
    const parts = basename(folder).toLowerCase() === 'maps' ? names : ['maps', ...names];
    let at: string | null = folder;
    for (const [n, part] of parts.entries()) {
      const isFile: boolean = n === parts.length - 1;
      const name: string = isFile ? `${part}.bsp` : part;
      const entry: Dirent | undefined = (await entriesOf(at)).find(
        (one) => one.name.toLowerCase() === name && (isFile ? one.isFile() : one.isDirectory()),
      );
      at = entry === undefined ? null : join(at, entry.name);
      if (at === null) break;
    }
    if (at !== null) return at;
  }
  return null;
}

async function paksOf(folder: string): Promise<readonly ChosenFile[]> {
  const paks = (await entriesOf(folder)).filter((entry) => entry.isFile() && /\.pk3$/i.test(entry.name)).map(({ name }) => name);
  const lower = (name: string): string => name.toLowerCase();
  return paks.toSorted((a, b) => (lower(a) < lower(b) ? 1 : -1)).map((name) => ({ path: join(folder, name), name }));
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return []; // what cannot be looked into has nothing for us
  }
}

async function isZip(path: string): Promise<boolean> {
  await using file = await open(path, 'r');
  const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
  return bytesRead === 2 && buffer.toString('latin1') === 'PK';
}

async function readWhole(path: string): Promise<Uint8Array> {
  await using file = await open(path, 'r');
  const { size } = await file.stat();
  if (size > MOST_BSP_BYTES) throw new RefusedInput('This map is larger than 64 MB; no map of the game is.');
  const { buffer, bytesRead } = await file.read(Buffer.allocUnsafeSlow(size), 0, size, 0);
  return buffer.subarray(0, bytesRead);
}
