/**
 * The grounds of a library: ground/<hash of game and world>/ holds ground.json, which says what there is, and the files that it names. What a person chose is
 * copied; a live path of theirs is never read again.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { groundInfo, placementOf, type Calibration, type GroundInfo } from '../../../shared/ground.ts';
import { RefusedInput } from '../game-adapter.ts';
import type { GroundMessage, GroundOrder, World } from './ground-messages.ts';
import { TileIndex } from './tile-index.ts';

export type GroundSource = Pick<GroundOrder, 'kind' | 'source' | 'name'>;

const NOTHING: GroundInfo = { picture: null, heights: null, mesh: null };
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };
/** Packs whose index is in memory. */
const MOST_INDEXES = 4;

export class Grounds {
  readonly #dir: string;
  /** Changes of one world, one after another. */
  readonly #changes = new Map<string, Promise<unknown>>();
  readonly #indexes = new Map<string, Promise<TileIndex>>();
  readonly #closing = new AbortController();

  /** `dir`: of all grounds; need not exist. */
  constructor(dir: string) {
    this.#dir = dir;
  }

  /** What there is; a description that cannot be read counts as nothing. */
  async get(world: World): Promise<GroundInfo> {
    try {
      return groundInfo.parse(JSON.parse(await readFile(join(this.#folder(world), 'ground.json'), 'utf8')));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) console.error('ground:', error);
      return NOTHING;
    }
  }

  /** Takes the place of the picture, heights or mesh that was there. Rejects with RefusedInput, or the signal's reason; what was there then stays. */
  async set(
    world: World,
    source: GroundSource,
    signal: AbortSignal,
    onStep: (step: string, done: number, total: number) => void,
  ): Promise<GroundInfo> {
    return await this.#change(world, async (before) => {
      const version = randomUUID();
      const folder = this.#folder(world);
      await mkdir(folder, { recursive: true });
      const out = join(folder, version);
      try {
        const ended = await take({ ...source, ...world, version, out }, AbortSignal.any([signal, this.#closing.signal]), onStep);
        if (ended.state === 'heights') return { ...before, heights: ended.heights };
        return ended.state === 'mesh' ? { ...before, mesh: ended.mesh } : { ...before, picture: ended.picture };
      } catch (error) {
        await Promise.all([out, `${out}.index`].map((path) => rm(path, { force: true })));
        throw error;
      }
    });
  }

  /** Says which two places the image shows where; null takes that back. */
  async calibrate(world: World, version: string, calibration: Calibration | null): Promise<GroundInfo> {
    if (calibration !== null && placementOf(calibration) === null)
      throw new RefusedInput('The two points are too near to each other; choose two that lie far apart.');
    return await this.#change(world, (before) => {
      const { picture } = before;
      if (picture?.kind !== 'image' || picture.version !== version) throw new RefusedInput('This image is not the ground any more.');
      return Promise.resolve({ ...before, picture: { ...picture, calibration } });
    });
  }

  async remove(world: World, part: keyof GroundInfo): Promise<GroundInfo> {
    return await this.#change(world, (before) => Promise.resolve({ ...before, [part]: null }));
  }

  /** Null when it is not there (any more). */
  async image(world: World, version: string): Promise<Uint8Array | null> {
    const { picture } = await this.get(world);
    return picture?.kind === 'image' && picture.version === version ? await this.#read(world, version) : null;
  }

  /** As decodeHeights takes it; null when it is not there (any more). */
  async heights(world: World, version: string): Promise<Uint8Array | null> {
    const { heights } = await this.get(world);
    return heights?.version === version ? await this.#read(world, version) : null;
  }

  /** As decodeWorldMesh takes it; null when it is not there (any more). */
  async mesh(world: World, version: string): Promise<Uint8Array | null> {
    const { mesh } = await this.get(world);
    return mesh?.version === version ? await this.#read(world, version) : null;
  }

  /** Null where the map has no such tile. */
  async tile(world: World, version: string, zoom: number, column: number, row: number): Promise<Uint8Array | null> {
    const path = join(this.#folder(world), version);
    const packed = (await this.#index(path)).get(zoom, column, row);
    if (packed === null) return null;
    await using file = await open(path, 'r');
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(packed.bytes), 0, packed.bytes, packed.offset);
    return bytesRead === packed.bytes ? buffer : null;
  }

  async close(): Promise<void> {
    this.#closing.abort(new RefusedInput('Sandtable ends; the ground stays as it was.'));
    await Promise.all(this.#changes.values());
  }

  async #change(world: World, change: (before: GroundInfo) => Promise<GroundInfo>): Promise<GroundInfo> {
    const folder = this.#folder(world);
    const work = (this.#changes.get(folder) ?? Promise.resolve()).then(async () => {
      const after = await change(await this.get(world));
      await mkdir(folder, { recursive: true });
      const part = join(folder, `ground-${randomUUID()}`);
      await writeFile(part, JSON.stringify(after), { flush: true });
      await rename(part, join(folder, 'ground.json'));
      await this.#tidy(folder, after);
      return after;
    });
    const settled = work.catch(() => undefined);
    this.#changes.set(folder, settled);
    try {
      return await work;
    } finally {
      if (this.#changes.get(folder) === settled) this.#changes.delete(folder);
    }
  }

  /** Removes what is not named any more: replaced, or left by something that did not end well. */
  async #tidy(folder: string, { picture, heights, mesh }: GroundInfo): Promise<void> {
    if (picture === null && heights === null && mesh === null) return await rm(folder, { recursive: true, force: true });
    const named = new Set(['ground.json', picture?.version, heights?.version, mesh?.version]);
    if (picture?.kind === 'tiles') named.add(`${picture.version}.index`);
    for (const name of await readdir(folder)) if (!named.has(name)) await rm(join(folder, name), { force: true });
  }

  async #read(world: World, version: string): Promise<Uint8Array | null> {
    try {
      return await readFile(join(this.#folder(world), version));
    } catch {
      return null; // it was replaced just now
    }
  }

  #index(path: string): Promise<TileIndex> {
    let index = this.#indexes.get(path);
    if (index === undefined) {
      index = readIndex(path);
      this.#indexes.set(path, index);
      const [oldest] = this.#indexes.keys();
      if (this.#indexes.size > MOST_INDEXES && oldest !== undefined) this.#indexes.delete(oldest);
    }
    return index;
  }

  #folder({ game, world }: World): string {
    return join(this.#dir, createHash('sha256').update(`${game}\n${world.toLowerCase()}`).digest('hex').slice(0, 24));
  }
}

async function readIndex(path: string): Promise<TileIndex> {
  try {
    return new TileIndex(await readFile(`${path}.index`), (await stat(path)).size);
  } catch {
    return new TileIndex(new Uint8Array(0), 0);
  }
}

type Taken = Exclude<GroundMessage, { state: 'running' | 'refused' }>;

async function take(order: GroundOrder, signal: AbortSignal, onStep: (step: string, done: number, total: number) => void): Promise<Taken> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./ground-worker.ts', import.meta.url), { workerData: order, resourceLimits: LIMITS });
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const ended = await new Promise<Exclude<GroundMessage, { state: 'running' }>>((resolve) => {
      worker.on('message', (message: GroundMessage) => {
        if (message.state === 'running') onStep(message.step, message.done, message.total);
        else resolve(message);
      });
      worker.on('error', (error) => console.error('ground thread:', error));
      worker.on('exit', () => resolve({ state: 'refused', message: 'This takes more memory than Sandtable allows itself.' }));
    });
    signal.throwIfAborted();
    if (ended.state === 'refused') throw new RefusedInput(ended.message);
    return ended;
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
