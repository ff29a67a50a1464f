/** The plan in the corner: everybody as a dot, and what the camera sees. North is up; an arena lies along its length. */
import { blendDot, createDot, type Dot } from './dot-image.ts';
import { LIFE_DEAD, SHAPE_DISC, SHAPE_NONE } from './entity-picture.ts';
import { visibleStep } from './grid-reference.ts';
import type { GroundBounds } from './ground-layer.ts';
import type { GroundPlan } from './ground-plan.ts';
import type { Palette } from './palette.ts';
import type { SceneFrame } from './scene.ts';

const DOT = 2.3;
/** A click finds a dot that is nearer, CSS pixels. */
const PICK = 5;
/** Share of the width by which the play may be beyond it before the map changes. */
const SLACK = 0.1;

export class Minimap {
  readonly #context: CanvasRenderingContext2D;
  readonly #palette: Palette;
  readonly #bounds: GroundBounds;
  /** An arena is turned a quarter, so that its length lies across. */
  readonly #turned: boolean;
  readonly #scale: number;
  /** Ground and grid, which do not change. */
  #plan: Uint8ClampedArray = new Uint8ClampedArray(0);
  readonly #image: ImageData;
  readonly #world: GroundBounds | null;
  readonly #step: number;
  readonly #small: Dot;
  readonly #medium: Dot;
  readonly #large: Dot;
  readonly #ratio: number;
  readonly #corner = new Float32Array(8);
  readonly width: number;
  readonly height: number;

  /** `side`: of its longer edge, CSS pixels. `world`: the edge of the map, drawn where it crosses the part that is shown. `ground`: lies under all of it. */
  constructor(
    canvas: HTMLCanvasElement,
    palette: Palette,
    bounds: GroundBounds,
    world: GroundBounds | null,
    arena: boolean,
    steps: readonly number[],
    side: number,
    ratio: number,
    ground: GroundPlan | null,
  ) {
    const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
    if (context === null) throw new Error('no 2D canvas');
    this.#context = context;
    this.#palette = palette;
    this.#bounds = bounds;
    this.#ratio = ratio;
    const wide = bounds.maxX - bounds.minX;
    const deep = bounds.maxZ - bounds.minZ;
    this.#turned = arena && deep > wide;
    this.#scale = side / Math.max(wide, deep);
    this.width = Math.round((this.#turned ? deep : wide) * this.#scale);
    this.height = Math.round((this.#turned ? wide : deep) * this.#scale);
    canvas.width = Math.round(this.width * ratio);
    canvas.height = Math.round(this.height * ratio);
    canvas.style.width = `${this.width}px`;
    canvas.style.height = `${this.height}px`;
    this.#world = world;
    this.#step = visibleStep(steps, 1 / this.#scale, 14);
    this.#image = context.createImageData(canvas.width, canvas.height);
    this.setGround(ground);
    this.#small = createDot(DOT * 0.7 * ratio);
    this.#medium = createDot(DOT * ratio);
    this.#large = createDot(DOT * 1.3 * ratio);
  }

  /** What lies under everything; to be called again when it looks different. */
  setGround(ground: GroundPlan | null): void {
    this.#drawPlan(this.#world, this.#step, ground);
    this.#plan = this.#context.getImageData(0, 0, this.#image.width, this.#image.height).data;
  }

  /** Session x and z of a point on the map, CSS pixels from its top left. */
  placeAt(x: number, y: number): { readonly x: number; readonly z: number } {
    const along = x / this.#scale;
    const down = y / this.#scale;
    return this.#turned
      ? { x: this.#bounds.maxX - down, z: this.#bounds.minZ + along }
      : { x: this.#bounds.minX + along, z: this.#bounds.minZ + down };
  }

  /** Share of the width and of the height at which a place is on the map. */
  shareAt(x: number, z: number): readonly [number, number] {
    return [this.#mapX(x, z) / this.width, this.#mapY(x, z) / this.height];
  }

  /** Whose dot is under a point of the map, CSS pixels; 0 for nobody's. */
  pick({ entities, state }: SceneFrame, x: number, y: number): number {
    let best = 0;
    let nearest = PICK * PICK;
    for (let i = 1; i < entities.count; i++) {
      if (entities.shape[i] === SHAPE_NONE || state.life[i] === LIFE_DEAD) continue;
      const dx = this.#mapX(entities.place[i * 3] as number, entities.place[i * 3 + 2] as number) - x;
      const dy = this.#mapY(entities.place[i * 3] as number, entities.place[i * 3 + 2] as number) - y;
      if (dx * dx + dy * dy >= nearest) continue;
      nearest = dx * dx + dy * dy;
      best = i;
    }
    return best;
  }

  /** Whether the play has outgrown or left what is shown: it is `bounds` now. */
  isOutgrown({ minX, maxX, minZ, maxZ }: GroundBounds): boolean {
    const slack = (this.#bounds.maxX - this.#bounds.minX) * SLACK;
    return (
      minX < this.#bounds.minX - slack ||
      maxX > this.#bounds.maxX + slack ||
      minZ < this.#bounds.minZ - slack ||
      maxZ > this.#bounds.maxZ + slack
    );
  }

  draw(frame: SceneFrame): void {
    const context = this.#context;
    const { entities, state, view } = frame;
    this.#image.data.set(this.#plan);
    // The dead first: the living lie over them.
    for (let pass = 0; pass < 2; pass++) {
      for (let i = 1; i < entities.count; i++) {
        const dead = state.life[i] === LIFE_DEAD;
        if (entities.shape[i] === SHAPE_NONE || dead !== (pass === 0)) continue;
        const x = this.#mapX(entities.place[i * 3] as number, entities.place[i * 3 + 2] as number) * this.#ratio;
        const y = this.#mapY(entities.place[i * 3] as number, entities.place[i * 3 + 2] as number) * this.#ratio;
        const dot = dead ? this.#small : entities.humans[i] !== 0 || entities.shape[i] === SHAPE_DISC ? this.#large : this.#medium;
        blendDot(this.#image.data, this.#image.width, this.#image.height, dot, x, y, entities.colour(i), dead ? 0.5 : 1);
      }
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.putImageData(this.#image, 0, 0);
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    if (view.selected !== null) this.#mark(frame, entities.shown(state, view.selected));
    this.#drawSight(frame);
  }

  #mark(frame: SceneFrame, chosen: number): void {
    const { entities } = frame;
    if (entities.shape[chosen] === SHAPE_NONE) return;
    const x = entities.place[chosen * 3] as number;
    const z = entities.place[chosen * 3 + 2] as number;
    const context = this.#context;
    context.strokeStyle = this.#palette.accent.css;
    context.lineWidth = 1.6;
    context.beginPath();
    context.arc(this.#mapX(x, z), this.#mapY(x, z), 5.5, 0, 2 * Math.PI);
    context.stroke();
  }

  /** Where the corners of the picture meet the ground, as far as they do. */
  #drawSight({ camera, focusDistance, ground }: SceneFrame): void {
    const m = camera.matrixWorld.elements;
    const up = Math.tan((camera.fov * Math.PI) / 360);
    const across = up * camera.aspect;
    const height = Math.max(0.1, camera.position.y - ground);
    const farthest = focusDistance * 3;
    const corner = this.#corner;
    for (let n = 0; n < 4; n++) {
      const sx = n === 0 || n === 3 ? -across : across;
      const sy = n < 2 ? -up : up;
      const dx = m[0] * sx + m[4] * sy - m[8];
      const dy = m[1] * sx + m[5] * sy - m[9];
      const dz = m[2] * sx + m[6] * sy - m[10];
      const flat = Math.hypot(dx, dz) || 1e-6;
      const reach = dy < 0 ? Math.min(height / -dy, farthest / flat) : farthest / flat;
      const x = camera.position.x + dx * reach;
      const z = camera.position.z + dz * reach;
      corner[n * 2] = this.#mapX(x, z);
      corner[n * 2 + 1] = this.#mapY(x, z);
    }
    const context = this.#context;
    context.beginPath();
    context.moveTo(corner[0] as number, corner[1] as number);
    for (let n = 1; n < 4; n++) context.lineTo(corner[n * 2] as number, corner[n * 2 + 1] as number);
    context.closePath();
    context.fillStyle = 'rgb(237 239 241 / 0.05)';
    context.fill();
    context.strokeStyle = 'rgb(237 239 241 / 0.9)';
    context.lineWidth = 1.2;
    context.stroke();
  }

  #drawPlan(world: GroundBounds | null, step: number, ground: GroundPlan | null): void {
    const context = this.#context;
    const { minX, maxX, minZ, maxZ } = this.#bounds;
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    context.fillStyle = this.#palette.panel.css;
    context.fillRect(0, 0, this.width, this.height);
    if (!this.#turned) ground?.draw(context, this.#bounds);
    context.strokeStyle = this.#palette.line2.css;
    context.globalAlpha = 0.45;
    context.lineWidth = 1;
    context.beginPath();
    if (step > 0) {
      for (let x = Math.ceil(minX / step) * step; x <= maxX; x += step) this.#line(context, x, minZ, x, maxZ);
      for (let z = Math.ceil(minZ / step) * step; z <= maxZ; z += step) this.#line(context, minX, z, maxX, z);
    }
    context.stroke();
    context.globalAlpha = 1;
    if (world === null) return;
    context.beginPath();
    this.#line(context, world.minX, world.minZ, world.maxX, world.minZ);
    this.#line(context, world.maxX, world.minZ, world.maxX, world.maxZ);
    this.#line(context, world.maxX, world.maxZ, world.minX, world.maxZ);
    this.#line(context, world.minX, world.maxZ, world.minX, world.minZ);
    context.stroke();
  }

  #line(context: CanvasRenderingContext2D, ax: number, az: number, bx: number, bz: number): void {
    context.moveTo(Math.round(this.#mapX(ax, az)) + 0.5, Math.round(this.#mapY(ax, az)) + 0.5);
    context.lineTo(Math.round(this.#mapX(bx, bz)) + 0.5, Math.round(this.#mapY(bx, bz)) + 0.5);
  }

  #mapX(x: number, z: number): number {
    return (this.#turned ? z - this.#bounds.minZ : x - this.#bounds.minX) * this.#scale;
  }

  #mapY(x: number, z: number): number {
    return (this.#turned ? this.#bounds.maxX - x : z - this.#bounds.minZ) * this.#scale;
  }
}
