/** A heatmap on the stage: as a surface, as columns, or as its single points; and the same seen from above as an image. */
import * as THREE from 'three';
import { HeatColumns } from './heat-columns.ts';
import { HeatDotLayer } from './heat-dots.ts';
import { HeatField } from './heat-field.ts';
import type { HeatPicture } from './heat-picture.ts';
import { HeatSurface } from './heat-surface.ts';
import type { ScreenUniforms } from './line-batch.ts';
import type { SceneFrame } from './scene.ts';

/** Pixels along the longer side of an exported image. */
const IMAGE_PX = 2048;

export class HeatLayer {
  readonly object = new THREE.Group();
  readonly #field = new HeatField();
  readonly #surface = new HeatSurface(this.#field);
  readonly #columns = new HeatColumns(this.#field);
  readonly #dots: HeatDotLayer;
  readonly #onChange: () => void;
  #picture: HeatPicture | null = null;
  /** What can be drawn; false while it is made ready. */
  readonly #ready = new Map<THREE.Object3D, boolean>();

  /** `onChange`: there is something to draw that was not ready before. */
  constructor(uniforms: ScreenUniforms, onChange: () => void) {
    this.#onChange = onChange;
    this.#dots = new HeatDotLayer(uniforms, this.#field.uniforms.opacity);
    this.object.add(this.#surface.object, this.#columns.object, this.#dots.object);
    this.object.visible = false;
  }

  set(picture: HeatPicture | null): void {
    this.#picture = picture;
    this.object.visible = picture !== null;
    if (picture === null) return;
    this.#field.set(picture);
    const shown = this.#shown(picture);
    for (const object of this.object.children) object.visible = object === shown && this.#ready.get(object) === true;
  }

  /** What is drawn. */
  get shown(): HeatPicture | null {
    return this.#picture;
  }

  update(frame: SceneFrame, renderer: THREE.WebGLRenderer): void {
    const picture = this.#picture;
    if (picture === null) return;
    const shown = this.#shown(picture);
    if (!this.#ready.has(shown)) void this.#compile(shown, frame.camera, renderer);
    if (this.#ready.get(shown) !== true) return;
    const { groundHeight } = frame.entities;
    const { relief } = groundHeight;
    if (this.#columns.object.visible) this.#columns.set(picture, relief, frame.ground);
    if (this.#surface.object.visible) this.#surface.set(picture, relief, frame.ground);
    if (this.#dots.object.visible) this.#dots.set(picture, groundHeight);
    else this.#field.prepare(renderer);
  }

  #shown({ look, shape }: HeatPicture): THREE.Object3D {
    if (look === 'dots') return this.#dots.object;
    return shape === 'columns' ? this.#columns.object : this.#surface.object;
  }

  /** Beside the page's own work: it would stop for it otherwise. */
  async #compile(object: THREE.Object3D, camera: THREE.Camera, renderer: THREE.WebGLRenderer): Promise<void> {
    this.#ready.set(object, false);
    await Promise.all([this.#field.compile(renderer), renderer.compileAsync(object, camera)]);
    this.#ready.set(object, true);
    this.set(this.#picture);
    this.#onChange();
  }

  /** The dot at a pixel (CSS); -1 for none. */
  dotAt({ matrix, width, height }: SceneFrame, x: number, y: number): number {
    return this.#dots.object.visible && this.object.visible ? this.#dots.at(matrix, width, height, x, y) : -1;
  }

  restore(): void {
    this.#field.restore();
  }

  /** As seen from straight above, north up, on nothing; null when there is none. */
  async image(renderer: THREE.WebGLRenderer): Promise<Blob | null> {
    const picture = this.#picture;
    if (picture === null) return null;
    const { grid } = picture.answer;
    const wide = grid.columns * grid.cell;
    const deep = grid.rows * grid.cell;
    const scale = IMAGE_PX / Math.max(wide, deep);
    const width = Math.max(1, Math.round(wide * scale));
    const height = Math.max(1, Math.round(deep * scale));
    const camera = new THREE.OrthographicCamera(-wide / 2, wide / 2, deep / 2, -deep / 2, 1, 1e6);
    camera.position.set(grid.x + wide / 2, 1e5, grid.z + deep / 2);
    camera.rotation.x = -Math.PI / 2;
    camera.updateMatrixWorld();

    const target = new THREE.WebGLRenderTarget(width, height, { depthBuffer: true });
    const columns = this.#columns.object.visible;
    // From above columns would be a mosaic.
    if (columns) {
      this.#surface.set({ ...picture, shape: 'flat' }, null, 0);
      this.#columns.object.visible = false;
      this.#surface.object.visible = true;
    }
    const colour = renderer.getClearColor(new THREE.Color());
    const alpha = renderer.getClearAlpha();
    this.#field.prepare(renderer);
    renderer.setClearColor(0, 0);
    renderer.setRenderTarget(target);
    renderer.clear();
    renderer.render(this.object, camera);
    renderer.setRenderTarget(null);
    renderer.setClearColor(colour, alpha);
    if (columns) {
      this.#columns.object.visible = true;
      this.#surface.object.visible = false;
    }
    const pixels = new Uint8ClampedArray(width * height * 4);
    await renderer.readRenderTargetPixelsAsync(target, 0, 0, width, height, pixels);
    target.dispose();
    return await pngOf(pixels, width, height);
  }

  dispose(): void {
    this.#surface.dispose();
    this.#columns.dispose();
    this.#dots.dispose();
    this.#field.dispose();
  }
}

/** `pixels`: bottom row first, colours multiplied by their alpha, as WebGL blends them. */
async function pngOf(pixels: Uint8ClampedArray, width: number, height: number): Promise<Blob> {
  const image = new ImageData(width, height);
  for (let row = 0; row < height; row++) {
    for (let i = 0; i < width * 4; i += 4) {
      const from = (height - 1 - row) * width * 4 + i;
      const to = row * width * 4 + i;
      const alpha = pixels[from + 3] as number;
      for (let part = 0; part < 3; part++) image.data[to + part] = alpha === 0 ? 0 : ((pixels[from + part] as number) * 255) / alpha;
      image.data[to + 3] = alpha;
    }
  }
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return await canvas.convertToBlob({ type: 'image/png' });
}
