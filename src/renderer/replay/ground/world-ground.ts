/** The ground of the open replay's world: what the library has of it, brought into the form that the stage draws, and what can be done with it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineClient, GroundProgress, Params } from '../../../shared/engine-api.ts';
import { placementOf, type Calibration, type GroundInfo } from '../../../shared/ground.ts';
import { CHANNEL } from '../../../shared/session/model.ts';
import { words } from '../../words/words.ts';
import type { LoadedSession, Playback } from '../playback/types.ts';
import { keepLook, readLook, type GroundLook } from './ground-look.ts';
import { GroundThread } from './ground-thread.ts';
import type { Relief } from './relief.ts';
import type { StageGround, StageMesh, StagePicture } from './stage-ground.ts';

/** Pixels along the longer side of an image as it is drawn: more than most screens show, and a quarter of the memory that most cards have for one. */
const MOST_IMAGE_PX = 4096;
/** Of a long session so many chunks, spread over it, say enough of where people stood. */
const MOST_CHUNKS = 24;
const MOST_CHUNK_BYTES = 32 * 1024 * 1024;
/** A session that is being recorded is looked at again when it has grown by this factor. */
const GROWTH = 1.6;

export interface WorldGroundState {
  /** Null until it is known. */
  readonly info: GroundInfo | null;
  readonly look: GroundLook;
  /** Null: there is nothing but the grid. */
  readonly stage: StageGround | null;
  /** Of what is being taken in, null when nothing is. */
  readonly progress: GroundProgress | null;
  /** One sentence of what went wrong last. */
  readonly message: string | null;
  /** Heights come from a map, from people, or there are none (yet). */
  readonly heights: 'map' | 'people' | 'none';
}

type SetFrom = Params<'ground.set'>['from'];

export class WorldGround {
  readonly store: StoreApi<WorldGroundState>;
  readonly #client: EngineClient;
  readonly #playback: Playback;
  readonly #world: { readonly game: string; readonly world: string };
  readonly #thread = new GroundThread();
  readonly #shelf: Storage;
  readonly #unsubscribe: () => void;
  readonly #flat: boolean;
  #abort: AbortController | null = null;
  #disposed = false;
  #mapped: { readonly version: string; readonly relief: Relief } | null = null;
  #people: Relief | null = null;
  #chunksAsked = 0;
  #mesh: { readonly version: string; readonly mesh: StageMesh } | null = null;
  #picture: { readonly version: string; readonly calibration: Calibration | null; readonly picture: StagePicture } | null = null;

  constructor(client: EngineClient, playback: Playback, shelf: Storage) {
    this.#client = client;
    this.#playback = playback;
    this.#shelf = shelf;
    const { info } = playback.session;
    this.#world = { game: info.game, world: info.world };
    this.#flat = !recordsHeights(playback.session);
    const look = readLook(shelf, info.game, info.world);
    this.store = createStore<WorldGroundState>()(() => ({ info: null, look, stage: null, progress: null, message: null, heights: 'none' }));
    this.#unsubscribe = playback.onGrow(() => {
      if (this.#chunks().length > this.#chunksAsked * GROWTH) void this.#refresh();
    });
    void this.#open();
  }

  setLook(change: Partial<GroundLook>): void {
    const look = { ...this.store.getState().look, ...change };
    this.store.setState({ look });
    keepLook(this.#shelf, this.#world.game, this.#world.world, look);
    void this.#refresh();
  }

  /** Takes a picture or a height map in; resolves when it is shown, or its refusal is in `message`. */
  async take(kind: Params<'ground.set'>['kind'], from: SetFrom): Promise<void> {
    await this.#change(async (signal) => {
      const onProgress = (progress: GroundProgress): void => this.store.setState({ progress });
      return await this.#client.stream('ground.set', { ...this.#world, kind, from }, onProgress, signal);
    });
  }

  async remove(part: keyof GroundInfo): Promise<void> {
    await this.#change(() => this.#client.call('ground.remove', { ...this.#world, part }));
  }

  async calibrate(version: string, calibration: Calibration | null): Promise<void> {
    await this.#change(() => this.#client.call('ground.calibrate', { ...this.#world, version, calibration }));
  }

  /** The image itself, to be shown while it is calibrated; null when it cannot be had. */
  async image(version: string, type: string, most: number): Promise<ImageBitmap | null> {
    const bytes = await this.#client.call('ground.image', { ...this.#world, version });
    return bytes === null ? null : await this.#thread.ask('image', { bytes, type, most });
  }

  /** Work outside that belongs to taking something in: uploads, dialogs. */
  async working(
    step: string,
    work: (signal: AbortSignal, progress: (done: number, total: number) => void) => Promise<void>,
  ): Promise<void> {
    const abort = this.#begin(step);
    try {
      await work(abort.signal, (done, total) => this.store.setState({ progress: { step, done, total } }));
    } catch (error) {
      this.#fail(error, abort.signal);
    } finally {
      this.store.setState({ progress: null });
    }
  }

  cancel(): void {
    this.#abort?.abort();
  }

  dispose(): void {
    this.#disposed = true;
    this.#unsubscribe();
    this.#abort?.abort();
    this.#thread.dispose();
  }

  async #open(): Promise<void> {
    try {
      const info = await this.#client.call('ground.get', this.#world);
      if (this.#disposed) return;
      this.store.setState({ info });
      await this.#refresh();
    } catch (error) {
      if (!this.#disposed) this.#fail(error, null);
    }
  }

  async #change(change: (signal: AbortSignal) => Promise<GroundInfo>): Promise<void> {
    const abort = this.#begin(words().ground.starting);
    try {
      const info = await change(abort.signal);
      if (this.#disposed) return;
      this.store.setState({ info });
      await this.#refresh();
    } catch (error) {
      this.#fail(error, abort.signal);
    } finally {
      this.store.setState({ progress: null });
    }
  }

  #begin(step: string): AbortController {
    this.#abort?.abort();
    this.#abort = new AbortController();
    this.store.setState({ message: null, progress: { step, done: 0, total: 0 } });
    return this.#abort;
  }

  #fail(error: unknown, signal: AbortSignal | null): void {
    if (this.#disposed || signal?.aborted === true) return;
    this.store.setState({ message: error instanceof Error ? error.message : String(error) });
  }

  /** Brings what is shown up to what there is. What is read once stays until it is replaced. */
  async #refresh(): Promise<void> {
    const { info, look } = this.store.getState();
    if (info === null) return;
    try {
      const mesh = look.mesh ? await this.#meshOf(info) : null;
      // Where the true floors are drawn, nobody needs to guess at them.
      const isGuess = info.heights === null && mesh !== null;
      const [relief, picture] = await Promise.all([
        look.relief && !isGuess ? this.#relief(info) : null,
        look.picture ? this.#pictureOf(info) : null,
      ]);
      // Another change may have come in the meantime; its own refresh shows it.
      if (this.#disposed || this.store.getState().info !== info || this.store.getState().look !== look) return;
      const stage = relief === null && picture === null && mesh === null ? null : { relief, picture, mesh, flat: this.#flat, look };
      this.store.setState({ stage, heights: relief === null ? 'none' : relief.inferred ? 'people' : 'map' });
    } catch (error) {
      this.#fail(error, null);
    }
  }

  async #relief({ heights }: GroundInfo): Promise<Relief | null> {
    if (heights === null) return await this.#inferred();
    if (this.#mapped?.version === heights.version) return this.#mapped.relief;
    const bytes = await this.#client.call('ground.heights', { ...this.#world, version: heights.version });
    if (bytes === null) return null;
    const relief = await this.#thread.ask('heights', { bytes });
    this.#mapped = { version: heights.version, relief };
    return relief;
  }

  async #inferred(): Promise<Relief | null> {
    const chunks = this.#chunks();
    const { profile } = this.#playback.session;
    if (this.#flat || profile.world.kind !== 'terrain' || profile.gravity === 'zero' || chunks.length <= this.#chunksAsked * GROWTH)
      return this.#people;
    this.#chunksAsked = chunks.length;
    this.#people = await this.#infer(spread(chunks));
    return this.#people;
  }

  #chunks(): LoadedSession['chunks'] {
    return this.#playback.session.chunks.filter(({ layer }) => layer === 0);
  }

  async #infer(chunks: LoadedSession['chunks']): Promise<Relief | null> {
    const { row, info, entities } = this.#playback.session;
    const channel = (name: string): number => info.channels.find((one) => one.name === name)?.id ?? -1;
    const people = entities.filter(({ id, kind }) => id !== 0 && (kind === 'player' || kind === 'ai')).map(({ id }) => id);
    const packed: Uint8Array[] = [];
    // One after another: what is played comes first.
    for (const { layer, index } of chunks) packed.push(await this.#client.call('chunks.read', { id: row.id, layer, index }));
    return await this.#thread.ask('people', {
      chunks: packed,
      subject: {
        space: info.space,
        people: Int32Array.from(people),
        position: channel(CHANNEL.position),
        parent: channel(CHANNEL.parent),
        life: channel(CHANNEL.life),
      },
    });
  }

  async #meshOf({ mesh }: GroundInfo): Promise<StageMesh | null> {
    if (mesh === null) return null;
    const { version, storeys } = mesh;
    if (this.#mesh?.version === version) return this.#mesh.mesh;
    const bytes = await this.#client.call('ground.mesh', { ...this.#world, version });
    if (bytes === null) return null;
    const corners = await this.#thread.ask('mesh', { bytes });
    const tree = await this.#thread.ask('tree', {});
    const section: StageMesh['section'] = async (height, terrain) => {
      try {
        return this.#mesh?.version === version ? await this.#thread.ask('section', { height, terrain }) : null;
      } catch {
        return null; // the session was closed
      }
    };
    const made = { corners, tree, storeys, section };
    this.#mesh = { version, mesh: made };
    return made;
  }

  async #pictureOf({ picture }: GroundInfo): Promise<StagePicture | null> {
    if (picture === null) return null;
    const calibration = picture.kind === 'image' ? picture.calibration : null;
    if (this.#picture?.version === picture.version && this.#picture.calibration === calibration) return this.#picture.picture;
    const made = picture.kind === 'tiles' ? this.#tiles(picture) : await this.#image(picture);
    this.#picture = made === null ? null : { version: picture.version, calibration, picture: made };
    return made;
  }

  async #image(picture: Extract<NonNullable<GroundInfo['picture']>, { kind: 'image' }>): Promise<StagePicture | null> {
    const placement = picture.calibration === null ? null : placementOf(picture.calibration);
    if (placement === null) return null;
    const bitmap = await this.image(picture.version, picture.type, MOST_IMAGE_PX);
    if (bitmap === null) return null;
    // Placed by the pixels of the file; the bitmap may have fewer.
    const scale = picture.width / bitmap.width;
    return { kind: 'image', bitmap, placement: { ...placement, along: placement.along * scale, across: placement.across * scale } };
  }

  #tiles(picture: Extract<NonNullable<GroundInfo['picture']>, { kind: 'tiles' }>): StagePicture {
    const load = async (zoom: number, column: number, row: number): Promise<Uint8Array | null> => {
      const bytes = await this.#client.call('ground.tile', { ...this.#world, version: picture.version, zoom, column, row });
      return bytes === null ? null : await this.#thread.ask('tile', { bytes });
    };
    return { kind: 'tiles', picture, load };
  }
}

/** Whether anybody is anywhere but at height 0. Unknown counts as yes. */
function recordsHeights({ overview, info }: LoadedSession): boolean {
  const column = overview?.columns[info.channels.find(({ name }) => name === CHANNEL.position)?.id ?? -1];
  if (column === undefined) return true;
  const up = info.space.axis[1];
  for (let at = up; at < column.values.length; at += column.width) {
    const height = column.values[at] as number;
    if (Number.isFinite(height) && height !== 0) return true;
  }
  return false;
}

/** Evenly over the session, as many as are allowed. */
function spread(chunks: LoadedSession['chunks']): LoadedSession['chunks'] {
  const bytes = chunks.reduce((sum, chunk) => sum + chunk.bytes, 0);
  const count = Math.min(chunks.length, MOST_CHUNKS, Math.ceil((chunks.length * MOST_CHUNK_BYTES) / Math.max(1, bytes)));
  return Array.from({ length: count }, (_, i) => chunks[Math.floor(((i + 0.5) * chunks.length) / count)]).filter(
    (chunk) => chunk !== undefined,
  );
}
