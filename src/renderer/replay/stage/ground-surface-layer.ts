/**
 * The ground with relief, with a picture on it, or both: squares that follow the heights, hill-shaded, with contour lines, grid and picture drawn per pixel. Positions
 * are taken from the camera, in double precision up to the graphics card, so that 30 km and 1 m are equally exact.
 */
import * as THREE from 'three';
import type { GroundLook } from '../ground/ground-look.ts';
import { heightAt, type Relief } from '../ground/relief.ts';
import type { StageGround, StagePicture } from '../ground/stage-ground.ts';
import type { GroundBounds } from './ground-layer.ts';
import { GROUND_TONE, PLAIN_TONE } from './ground-light.ts';
import { MOST_STEPS } from './ground-lines.ts';
import { GroundPatches, type PatchArea } from './ground-patches.ts';
import { SURFACE_FRAGMENT, SURFACE_VERTEX } from './ground-surface-glsl.ts';
import { GroundTileStore } from './ground-tile-store.ts';
import { mix, type Colour, type Palette } from './palette.ts';
import type { SceneFrame } from './scene.ts';

/** Squares along a patch. */
const CELLS = 16;
const FLOATS = 12;
const MOST_DEPTH = 12;

export class GroundSurfaceLayer {
  readonly object: THREE.Mesh;
  readonly #ground: StageGround;
  readonly #bounds: GroundBounds;
  readonly #steps: readonly number[];
  readonly #geometry = patchGeometry();
  readonly #floats: THREE.InstancedInterleavedBuffer;
  readonly #material: THREE.ShaderMaterial;
  readonly #patches: GroundPatches;
  readonly #area: PatchArea;
  readonly #tiles: GroundTileStore | null;
  readonly #textures: readonly THREE.Texture[];
  readonly #phases = Array.from({ length: MOST_STEPS }, () => new THREE.Vector2());
  readonly #relative = new THREE.Vector4();
  readonly #focus = new THREE.Vector2();
  #flatHeight = 0;
  #look: GroundLook;
  /** Metres between contour lines in the last frame, 0 for none. */
  interval = 0;

  /** `world`: null where nobody knows how large it is. `onLoaded`: a tile has come. */
  constructor(
    palette: Palette,
    pixelRatio: { value: number },
    steps: readonly number[],
    ground: StageGround,
    world: GroundBounds | null,
    onLoaded: () => void,
  ) {
    this.#ground = ground;
    this.#look = ground.look;
    this.#steps = steps.slice(0, MOST_STEPS);
    const { relief, picture } = ground;
    this.#area = areaOf(relief, picture);
    this.#bounds = world ?? this.#area.bounds;
    this.#patches = new GroundPatches(this.#area, (x, z) => (relief === null ? this.#flatHeight : heightAt(relief, x, z)));
    this.#tiles = picture?.kind === 'tiles' ? new GroundTileStore(picture, onLoaded) : null;
    const image = picture?.kind === 'image' ? imageTexture(picture.bitmap) : null;
    const grid = relief === null ? [] : reliefTextures(relief);
    this.#textures = [...grid, ...(image === null ? [] : [image])];
    this.#floats = new THREE.InstancedInterleavedBuffer(new Float32Array(this.#patches.x.length * FLOATS), FLOATS);
    this.#floats.setUsage(THREE.DynamicDrawUsage);
    for (const [i, name] of ['patchAt', 'patchGrid', 'patchPicture'].entries())
      this.#geometry.setAttribute(name, new THREE.InterleavedBufferAttribute(this.#floats, 4, i * 4));
    this.#material = new THREE.ShaderMaterial({
      vertexShader: SURFACE_VERTEX,
      fragmentShader: SURFACE_FRAGMENT,
      defines: {
        ...(relief === null ? {} : { RELIEF: 1 }),
        ...(picture === null ? {} : picture.kind === 'image' ? { PICTURE_IMAGE: 1 } : { PICTURE_TILES: 1 }),
      },
      uniforms: {
        heights: { value: grid[0] ?? null },
        slopes: { value: grid[1] ?? null },
        known: { value: grid[2] ?? null },
        samples: { value: new THREE.Vector2(relief?.columns ?? 2, relief?.rows ?? 2) },
        picture: { value: this.#tiles?.texture ?? image },
        pictureSize: {
          value: picture?.kind === 'image' ? new THREE.Vector2(picture.bitmap.width, picture.bitmap.height) : new THREE.Vector2(1, 1),
        },
        eyeHeight: { value: 0 },
        flatHeight: { value: 0 },
        water: { value: relief !== null && !relief.inferred && relief.lowest < 0 ? 1 : 0 },
        inferred: { value: relief?.inferred === true ? 1 : 0 },
        interval: { value: 0 },
        opacity: { value: 1 },
        phase: { value: this.#phases },
        steps: { value: Array.from({ length: MOST_STEPS }, (_, i) => this.#steps[i] ?? 0) },
        strength: { value: Array.from({ length: MOST_STEPS }, (_, i) => 0.66 - 0.15 * i) },
        bounds: { value: this.#relative },
        focus: { value: this.#focus },
        reach: { value: 1000 },
        background: { value: shade(palette.bg) },
        ground: { value: shade(mix(palette.panel, palette.line2, GROUND_TONE)) },
        plain: { value: shade(mix(palette.panel, palette.line2, PLAIN_TONE)) },
        lines: { value: shade(palette.line2) },
        waterColour: { value: shade(mix(palette.panel, palette.bg, 0.3)) },
        contourColour: { value: shade(palette.t2) },
        grid: { value: 1 },
        pixelRatio,
      },
      transparent: true,
      depthFunc: THREE.LessEqualDepth,
    });
    this.object = new THREE.Mesh(this.#geometry, this.#material);
    this.object.frustumCulled = false;
    this.object.renderOrder = 1;
  }

  /** What changes nothing about what is drawn, only how. */
  set look(look: GroundLook) {
    this.#look = look;
  }

  update(frame: SceneFrame): void {
    const { uniforms } = this.#material;
    const { camera, ground } = frame;
    const { x, y, z } = camera.position;
    const { relief } = this.#ground;
    this.#flatHeight = ground;
    const pixels = frame.height / ((camera.fov * Math.PI) / 180);
    const low = relief === null ? ground : relief.lowest;
    const high = relief === null ? ground : relief.highest;
    this.#patches.select(frame.matrix, x, y, z, pixels, low, high);
    this.#fill(x, z);
    for (let i = 0; i < this.#steps.length; i++) {
      const step = this.#steps[i] as number;
      this.#phases[i]?.set(fraction(x / step), fraction(z / step));
    }
    const b = this.#bounds;
    this.#relative.set(b.minX - x, b.minZ - z, b.maxX - x, b.maxZ - z);
    this.#focus.set(frame.focus.x - x, frame.focus.z - z);
    this.interval = relief === null ? 0 : intervalOf(this.#look, camera.position.distanceTo(frame.focus) / pixels);
    set(uniforms['eyeHeight'], y);
    set(uniforms['flatHeight'], ground);
    set(uniforms['reach'], Math.max(300, frame.focusDistance * 6));
    set(uniforms['grid'], frame.view.layers.grid ? 1 : 0);
    set(uniforms['opacity'], this.#look.opacity);
    set(uniforms['interval'], this.interval);
  }

  /** Tiles are still on their way. */
  get loading(): boolean {
    return this.#tiles?.loading === true;
  }

  #fill(eyeX: number, eyeZ: number): void {
    const patches = this.#patches;
    const { relief, picture } = this.#ground;
    const floats = this.#floats.array;
    const placement = picture?.kind === 'image' ? picture.placement : null;
    // Metres per pixel, squared: the inverse of the placement divides by it.
    const square = placement === null ? 1 : placement.along ** 2 + placement.across ** 2;
    this.#tiles?.beginFrame();
    for (let i = 0; i < patches.count; i++) {
      const x = patches.x[i] as number;
      const z = patches.z[i] as number;
      const side = patches.side[i] as number;
      let u = 0;
      let v = 0;
      let along = 0;
      let across = 0;
      let layer = -1;
      if (placement !== null) {
        const dx = x - placement.x0;
        const dz = z - placement.z0;
        u = (placement.along * dx + placement.across * dz) / square;
        v = (placement.along * dz - placement.across * dx) / square;
        along = placement.along / square;
        across = -placement.across / square;
      } else if (this.#tiles !== null) {
        const depth = patches.depth[i] as number;
        const column = patches.column[i] as number;
        const row = patches.row[i] as number;
        this.#tiles.find(depth, column, row);
        layer = this.#tiles.layer;
        const parts = 2 ** this.#tiles.above;
        u = (column % parts) / parts;
        v = (row % parts) / parts;
        along = 1 / (parts * side);
      }
      const at = i * FLOATS;
      floats[at] = x - eyeX;
      floats[at + 1] = z - eyeZ;
      floats[at + 2] = side;
      floats[at + 3] = layer;
      floats[at + 4] = relief === null ? 0 : (x - relief.x) / relief.cell;
      floats[at + 5] = relief === null ? 0 : (z - relief.z) / relief.cell;
      floats[at + 6] = relief === null ? 0 : side / relief.cell;
      floats[at + 7] = relief === null ? 0 : side * 0.06;
      floats[at + 8] = u;
      floats[at + 9] = v;
      floats[at + 10] = along;
      floats[at + 11] = across;
    }
    this.#geometry.instanceCount = patches.count;
    this.object.visible = patches.count > 0;
    if (patches.count === 0) return;
    this.#floats.clearUpdateRanges();
    this.#floats.addUpdateRange(0, patches.count * FLOATS);
    this.#floats.needsUpdate = true;
  }

  dispose(): void {
    this.#geometry.dispose();
    this.#material.dispose();
    this.#tiles?.dispose();
    for (const texture of this.#textures) texture.dispose();
  }
}

/** 1, 2, 5, 10 ... metres: one line in six pixels on a slope of one in one; or what somebody chose. */
function intervalOf({ contours }: GroundLook, metresPerPixel: number): number {
  if (contours !== 'auto') return contours;
  for (const step of [1, 2, 5, 10, 20, 50]) if (step >= metresPerPixel * 6) return step;
  return 100;
}

/** The whole that is halved: that of the tiles, so that each patch is one, or else a square around all that there is to draw. */
function areaOf(relief: Relief | null, picture: StagePicture | null): PatchArea {
  const extents: GroundBounds[] = [];
  if (relief !== null)
    extents.push({
      minX: relief.x - relief.cell / 2,
      minZ: relief.z - relief.cell / 2,
      maxX: relief.x + (relief.columns - 0.5) * relief.cell,
      maxZ: relief.z + (relief.rows - 0.5) * relief.cell,
    });
  if (picture?.kind === 'image') extents.push(imageExtent(picture));
  const tiles = picture?.kind === 'tiles' ? picture.picture : null;
  const bounds =
    tiles === null
      ? {
          minX: Math.min(...extents.map(({ minX }) => minX)),
          minZ: Math.min(...extents.map(({ minZ }) => minZ)),
          maxX: Math.max(...extents.map(({ maxX }) => maxX)),
          maxZ: Math.max(...extents.map(({ maxZ }) => maxZ)),
        }
      : { minX: 0, minZ: -tiles.north, maxX: tiles.north, maxZ: 0 };
  const side = tiles?.side ?? Math.max(bounds.maxX - bounds.minX, bounds.maxZ - bounds.minZ);
  const finest = Math.min(relief === null ? Infinity : relief.cell * CELLS, tiles === null ? Infinity : tiles.side / 2 ** tiles.maxZoom);
  const deepest = Number.isFinite(finest) ? Math.max(0, Math.min(MOST_DEPTH, Math.ceil(Math.log2(side / finest)))) : 0;
  return { x: bounds.minX, z: bounds.minZ, side, bounds, deepest };
}

function imageExtent({ bitmap, placement }: Extract<StagePicture, { kind: 'image' }>): GroundBounds {
  const { x0, z0, along, across } = placement;
  const corners = [
    [0, 0],
    [bitmap.width, 0],
    [0, bitmap.height],
    [bitmap.width, bitmap.height],
  ] as const;
  const xs = corners.map(([px, py]) => x0 + along * px - across * py);
  const zs = corners.map(([px, py]) => z0 + across * px + along * py);
  return { minX: Math.min(...xs), minZ: Math.min(...zs), maxX: Math.max(...xs), maxZ: Math.max(...zs) };
}

function reliefTextures({ heights, slopes, known, columns, rows }: Relief): THREE.DataTexture[] {
  const height = new THREE.DataTexture(heights, columns, rows, THREE.RedFormat, THREE.FloatType);
  const slope = new THREE.DataTexture(slopes, columns, rows, THREE.RGFormat, THREE.HalfFloatType);
  const sure = new THREE.DataTexture(known, columns, rows, THREE.RedFormat, THREE.UnsignedByteType);
  for (const texture of [slope, sure]) {
    texture.minFilter = THREE.LinearFilter;
    texture.magFilter = THREE.LinearFilter;
  }
  for (const texture of [height, slope, sure]) {
    texture.unpackAlignment = 1;
    texture.needsUpdate = true;
  }
  return [height, slope, sure];
}

function imageTexture(bitmap: ImageBitmap): THREE.Texture {
  const texture = new THREE.Texture(bitmap);
  texture.flipY = false;
  texture.generateMipmaps = true;
  texture.minFilter = THREE.LinearMipmapLinearFilter;
  texture.anisotropy = 8;
  texture.needsUpdate = true;
  return texture;
}

/** A square of CELLS by CELLS with a skirt around it, which hides the gaps between patches of different sizes. x, y 0 to 1; z 1 on the skirt. */
function patchGeometry(): THREE.InstancedBufferGeometry {
  const side = CELLS + 3;
  const points: number[] = [];
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const isSkirt = row === 0 || column === 0 || row === side - 1 || column === side - 1;
      points.push(inner(column), inner(row), isSkirt ? 1 : 0);
    }
  const triangles: number[] = [];
  for (let row = 0; row + 1 < side; row++)
    for (let column = 0; column + 1 < side; column++) {
      const at = row * side + column;
      triangles.push(at, at + side, at + 1, at + 1, at + side, at + side + 1);
    }
  const geometry = new THREE.InstancedBufferGeometry();
  geometry.setAttribute('position', new THREE.Float32BufferAttribute(points, 3));
  geometry.setIndex(triangles);
  return geometry;
}

function inner(n: number): number {
  return Math.min(1, Math.max(0, (n - 1) / CELLS));
}

function set(uniform: THREE.IUniform | undefined, value: number): void {
  if (uniform !== undefined) uniform.value = value;
}

function fraction(value: number): number {
  return value - Math.floor(value);
}

function shade({ r, g, b }: Colour): THREE.Vector3 {
  return new THREE.Vector3(r / 255, g / 255, b / 255);
}
