/** Tiles of a map on the graphics card: a fixed number of them, the ones that were drawn last, in the layers of one texture. */
import * as THREE from 'three';
import { TILE_PX } from '../ground/ground-messages.ts';
import type { StagePicture } from '../ground/stage-ground.ts';

/** 32 MB on the graphics card, and as much beside it. */
const LAYERS = 128;
const BYTES = TILE_PX * TILE_PX * 4;
/** Tiles under way. */
const MOST_ASKED = 6;

type TileSource = Extract<StagePicture, { kind: 'tiles' }>;

export class GroundTileStore {
  readonly texture: THREE.DataArrayTexture;
  readonly #source: TileSource;
  readonly #onLoaded: () => void;
  readonly #pixels = new Uint8Array(LAYERS * BYTES);
  /** Layer by tile; -1: there is none such. */
  readonly #layers = new Map<number, number>();
  readonly #asked = new Set<number>();
  readonly #tileOf = new Float64Array(LAYERS).fill(-1);
  readonly #usedAt = new Float64Array(LAYERS).fill(-1);
  #frame = 0;
  /** A tile of the last frame was not needed: another one may come. */
  #hasRoom = true;
  #disposed = false;
  /** Of the tile that `find` found: its layer, and how many times it was halved less than was asked for. */
  layer = -1;
  above = 0;

  constructor(source: TileSource, onLoaded: () => void) {
    this.#source = source;
    this.#onLoaded = onLoaded;
    this.texture = new THREE.DataArrayTexture(this.#pixels, TILE_PX, TILE_PX, LAYERS);
    this.texture.minFilter = THREE.LinearFilter;
    this.texture.magFilter = THREE.LinearFilter;
    this.texture.needsUpdate = true;
  }

  get loading(): boolean {
    return this.#asked.size > 0;
  }

  beginFrame(): void {
    this.#hasRoom = false;
    for (let layer = 0; layer < LAYERS && !this.#hasRoom; layer++) this.#hasRoom = (this.#usedAt[layer] as number) < this.#frame;
    this.#frame++;
  }

  /** The best tile that is there for a square, which may be one of a larger square; asks for better ones. `layer` is -1 when there is none. */
  find(depth: number, column: number, row: number): void {
    const { minZoom, maxZoom } = this.#source.picture;
    this.layer = -1;
    this.above = 0;
    let missing = -1;
    for (let zoom = depth; zoom >= minZoom; zoom--) {
      const up = depth - zoom;
      if (zoom > maxZoom) continue;
      const key = tileKey(zoom, column >> up, row >> up);
      const layer = this.#layers.get(key);
      if (layer === undefined) missing = key;
      else if (layer >= 0) {
        this.#usedAt[layer] = this.#frame;
        this.layer = layer;
        this.above = up;
        break;
      }
    }
    // From coarse to fine: something is soon everywhere.
    if (missing >= 0 && this.#hasRoom) this.#ask(missing);
  }

  #ask(key: number): void {
    if (this.#asked.size >= MOST_ASKED || this.#asked.has(key)) return;
    this.#asked.add(key);
    const row = key % 65_536;
    const column = Math.floor(key / 65_536) % 65_536;
    const zoom = Math.floor(key / 65_536 ** 2);
    this.#source
      .load(zoom, column, row)
      .catch(() => null) // what cannot be read is not there
      .then((pixels) => {
        this.#asked.delete(key);
        if (this.#disposed) return;
        if (pixels === null || pixels.length !== BYTES) this.#layers.set(key, -1);
        else this.#put(key, pixels);
        this.#onLoaded();
      })
      .catch(console.error);
  }

  #put(key: number, pixels: Uint8Array): void {
    let oldest = 0;
    for (let layer = 1; layer < LAYERS; layer++) if ((this.#usedAt[layer] as number) < (this.#usedAt[oldest] as number)) oldest = layer;
    // All are in the picture: it stays as it is rather than to flicker.
    if (this.#usedAt[oldest] === this.#frame) return;
    this.#layers.delete(this.#tileOf[oldest] as number);
    this.#layers.set(key, oldest);
    this.#tileOf[oldest] = key;
    this.#usedAt[oldest] = this.#frame;
    this.#pixels.set(pixels, oldest * BYTES);
    this.texture.addLayerUpdate(oldest);
    this.texture.needsUpdate = true;
  }

  dispose(): void {
    this.#disposed = true;
    this.texture.dispose();
  }
}

function tileKey(zoom: number, column: number, row: number): number {
  return (zoom * 65_536 + column) * 65_536 + row;
}
