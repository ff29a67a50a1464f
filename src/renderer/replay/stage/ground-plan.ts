/** The ground on the plan in the corner: shaded hills, water and the picture, as the stage shows them, north up. */
import type { GroundLook } from '../ground/ground-look.ts';
import { TILE_PX } from '../ground/ground-messages.ts';
import { heightAt, knownAt, type Relief } from '../ground/relief.ts';
import type { MeshSection, StageGround, StagePicture } from '../ground/stage-ground.ts';
import type { GroundBounds } from './ground-layer.ts';
import { DARKER, DARKEST, GROUND_TONE, LIGHTER, STEEPER } from './ground-light.ts';
import { mix, type Palette } from './palette.ts';

type Tiles = Extract<StagePicture, { kind: 'tiles' }>;

/** Of a picture's strength on the stage: the dots on it are small. */
const DIM = 0.66;
/** Tiles along a side of the plan. */
const MOST_ACROSS = 3;

export class GroundPlan {
  readonly #ground: StageGround;
  readonly #palette: Palette;
  readonly #onLoaded: () => void;
  /** Tiles of one zoom as a picture, for the bounds that were asked for. */
  #tiles: { readonly bounds: GroundBounds; readonly canvas: OffscreenCanvas; readonly area: GroundBounds } | null = null;
  #disposed = false;
  /** What changes nothing about what is drawn, only how. */
  look: GroundLook;

  /** Walls and floors at the height that the stage is cut open; null until that is known. */
  section: MeshSection | null = null;

  /** `onLoaded`: there is more to draw. */
  constructor(ground: StageGround, palette: Palette, onLoaded: () => void) {
    this.#ground = ground;
    this.look = ground.look;
    this.#palette = palette;
    this.#onLoaded = onLoaded;
  }

  /** Draws what lies within `bounds` over the whole of the canvas, whose pixels are device pixels. */
  draw(context: CanvasRenderingContext2D, bounds: GroundBounds): void {
    const { relief, picture } = this.#ground;
    const { width, height } = context.canvas;
    const perMetre = width / (bounds.maxX - bounds.minX);
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    if (relief !== null) {
      const image = context.getImageData(0, 0, width, height);
      shadeHills(image, bounds, relief, this.#palette);
      context.putImageData(image, 0, 0);
    }
    context.globalAlpha = this.look.opacity * DIM;
    if (picture?.kind === 'image') {
      const { x0, z0, along, across } = picture.placement;
      const a = along * perMetre;
      const b = across * perMetre;
      context.setTransform(a, b, -b, a, (x0 - bounds.minX) * perMetre, (z0 - bounds.minZ) * perMetre);
      context.drawImage(picture.bitmap, 0, 0);
    } else if (picture?.kind === 'tiles') this.#drawTiles(context, bounds, perMetre, picture);
    if (this.section !== null) {
      context.setTransform(perMetre, 0, 0, perMetre, -bounds.minX * perMetre, -bounds.minZ * perMetre);
      drawSection(context, this.section, perMetre, this.#palette);
    }
    context.restore();
  }

  dispose(): void {
    this.#disposed = true;
  }

  #drawTiles(context: CanvasRenderingContext2D, bounds: GroundBounds, perMetre: number, tiles: Tiles): void {
    if (this.#tiles?.bounds !== bounds) {
      void this.#load(bounds, tiles);
      return;
    }
    const { canvas, area } = this.#tiles;
    const side = (area.maxX - area.minX) * perMetre;
    const deep = (area.maxZ - area.minZ) * perMetre;
    context.drawImage(canvas, (area.minX - bounds.minX) * perMetre, (area.minZ - bounds.minZ) * perMetre, side, deep);
  }

  async #load(bounds: GroundBounds, { picture, load }: Tiles): Promise<void> {
    const { side, north, minZoom, maxZoom } = picture;
    const share = Math.max(bounds.maxX - bounds.minX, bounds.maxZ - bounds.minZ) / side;
    const zoom = Math.min(maxZoom, Math.max(minZoom, Math.floor(Math.log2((MOST_ACROSS - 1) / share))));
    const tile = side / 2 ** zoom;
    const last = 2 ** zoom - 1;
    const within = (n: number): number => Math.min(last, Math.max(0, Math.floor(n)));
    const [west, east] = [within(bounds.minX / tile), within(bounds.maxX / tile)];
    const [top, bottom] = [within((bounds.minZ + north) / tile), within((bounds.maxZ + north) / tile)];
    const canvas = new OffscreenCanvas((east - west + 1) * TILE_PX, (bottom - top + 1) * TILE_PX);
    const context = canvas.getContext('2d');
    const area = { minX: west * tile, minZ: top * tile - north, maxX: (east + 1) * tile, maxZ: (bottom + 1) * tile - north };
    this.#tiles = { bounds, canvas, area };
    const wanted = [];
    for (let row = top; row <= bottom; row++)
      for (let column = west; column <= east; column++)
        wanted.push(
          load(zoom, column, row).then(
            (pixels) =>
              pixels !== null &&
              context?.putImageData(
                new ImageData(new Uint8ClampedArray(pixels), TILE_PX, TILE_PX),
                (column - west) * TILE_PX,
                (row - top) * TILE_PX,
              ),
            () => null, // what cannot be read is not there
          ),
        );
    await Promise.all(wanted);
    if (!this.#disposed) this.#onLoaded();
  }
}

/** In metres: the context knows how many pixels that is. */
function drawSection(context: CanvasRenderingContext2D, { lines, floors }: MeshSection, perMetre: number, palette: Palette): void {
  context.globalAlpha = 1;
  context.beginPath();
  for (let i = 0; i < floors.length; i += 6) {
    context.moveTo(floors[i] as number, floors[i + 1] as number);
    context.lineTo(floors[i + 2] as number, floors[i + 3] as number);
    context.lineTo(floors[i + 4] as number, floors[i + 5] as number);
  }
  context.fillStyle = mix(palette.panel, palette.line2, GROUND_TONE).css;
  context.fill();
  context.beginPath();
  for (let i = 0; i < lines.length; i += 4) {
    context.moveTo(lines[i] as number, lines[i + 1] as number);
    context.lineTo(lines[i + 2] as number, lines[i + 3] as number);
  }
  context.strokeStyle = palette.t3.css;
  context.lineWidth = 1 / perMetre;
  context.stroke();
}

function shadeHills(image: ImageData, bounds: GroundBounds, relief: Relief, palette: Palette): void {
  const { width, height, data } = image;
  const step = (bounds.maxX - bounds.minX) / width;
  const span = Math.max(step, relief.cell);
  const plain = palette.panel;
  const land = mix(plain, palette.line2, GROUND_TONE);
  const water = mix(palette.panel, palette.bg, 0.5);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const x = bounds.minX + (column + 0.5) * step;
      const z = bounds.minZ + (row + 0.5) * step;
      const wet = !relief.inferred && heightAt(relief, x, z) < 0;
      const sure = knownAt(relief, x, z);
      const lit = wet ? 1 : Math.max(DARKEST, 1 + sure * brightness(relief, x, z, span));
      const to = wet ? water : land;
      const at = (row * width + column) * 4;
      data[at] = (plain.r + (to.r - plain.r) * sure) * lit;
      data[at + 1] = (plain.g + (to.g - plain.g) * sure) * lit;
      data[at + 2] = (plain.b + (to.b - plain.b) * sure) * lit;
    }
}

/** As in the shader of the surface. */
function brightness(relief: Relief, x: number, z: number, span: number): number {
  const east = ((heightAt(relief, x + span, z) - heightAt(relief, x - span, z)) / (2 * span)) * STEEPER;
  const south = ((heightAt(relief, x, z + span) - heightAt(relief, x, z - span)) / (2 * span)) * STEEPER;
  const shade = (0.5 * east + Math.SQRT1_2 + 0.5 * south) / Math.hypot(east, 1, south) - Math.SQRT1_2;
  return shade * (shade > 0 ? LIGHTER : DARKER);
}
