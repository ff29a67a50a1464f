/** All of the ground: the plane with its grid, and over it, where there is relief or a picture, the surface, and the shape of the world. */
import * as THREE from 'three';
import { firstHit } from '../../../shared/mesh-rays.ts';
import type { Relief } from '../ground/relief.ts';
import type { StageGround } from '../ground/stage-ground.ts';
import type { GroundHeight } from './ground-height.ts';
import type { GroundBounds, GroundLayer } from './ground-layer.ts';
import { GroundPlan } from './ground-plan.ts';
import { GroundSurfaceLayer } from './ground-surface-layer.ts';
import type { Palette } from './palette.ts';
import type { SceneFrame } from './scene.ts';
import { WorldMeshLayer } from './world-mesh-layer.ts';

export interface GroundSceneOptions {
  readonly palette: Palette;
  readonly pixelRatio: { value: number };
  /** Grid steps in metres, coarse to fine. */
  readonly steps: readonly number[];
  readonly world: GroundBounds | null;
  readonly plane: GroundLayer;
  readonly heights: GroundHeight;
  /** There is more to draw. */
  readonly onChange: () => void;
  /** The plan in the corner is to be drawn anew. */
  readonly onPlan: () => void;
}

export class GroundScene {
  readonly object = new THREE.Group();
  /** What the plan in the corner shows of it; null for the grid alone. */
  plan: GroundPlan | null = null;
  readonly #options: GroundSceneOptions;
  #ground: StageGround | null = null;
  #surface: GroundSurfaceLayer | null = null;
  #mesh: WorldMeshLayer | null = null;
  #edge = 0;

  constructor(options: GroundSceneOptions) {
    this.#options = options;
    this.object.add(options.plane.object);
  }

  /** How far, 0 to 1, no wall that is drawn is in the way from a to b. Allocates nothing. */
  reach(ax: number, ay: number, az: number, bx: number, by: number, bz: number): number {
    const tree = this.#ground?.mesh?.tree;
    return tree === undefined || this.#mesh === null ? 1 : firstHit(tree, ax, ay, az, bx, by, bz, this.#mesh.open);
  }

  /** What is drawn. */
  get shown(): StageGround | null {
    return this.#ground;
  }

  /** Parts of the picture are still on their way. */
  get loading(): boolean {
    return this.#surface?.loading === true || this.#mesh?.loading === true;
  }

  /** Metres between the contour lines that are drawn, 0 for none. */
  get interval(): number {
    return this.#surface?.interval ?? 0;
  }

  set(ground: StageGround | null): void {
    const before = this.#ground;
    const { heights, palette, pixelRatio, steps, world, onChange, onPlan } = this.#options;
    this.#ground = ground;
    heights.relief = ground?.relief ?? null;
    heights.flat = ground?.flat ?? false;
    if (
      ground === null ||
      before === null ||
      before.relief !== ground.relief ||
      before.picture !== ground.picture ||
      before.mesh !== ground.mesh
    ) {
      this.#clear();
      if (ground !== null) {
        this.#edge = ground.relief === null ? 0 : edgeHeight(ground.relief);
        const plan = new GroundPlan(ground, palette, onPlan);
        this.plan = plan;
        if (ground.relief !== null || ground.picture !== null) {
          this.#surface = new GroundSurfaceLayer(palette, pixelRatio, steps, ground, world, onChange);
          this.object.add(this.#surface.object);
        }
        if (ground.mesh !== null) {
          this.#mesh = new WorldMeshLayer(palette, pixelRatio, ground.mesh, ground.look, (section) => {
            plan.section = section;
            onPlan();
            onChange();
          });
          this.object.add(this.#mesh.object);
        }
      }
    } else {
      if (this.#surface !== null) this.#surface.look = ground.look;
      if (this.#mesh !== null) this.#mesh.look = ground.look;
      if (this.plan !== null) this.plan.look = ground.look;
    }
    onPlan();
    onChange();
  }

  update(frame: SceneFrame): void {
    // Around a height map is its sea, or what its edge is like; without heights the plane is what people stand on.
    this.#options.plane.update(frame, this.#options.heights.relief === null ? frame.ground : this.#edge);
    this.#surface?.update(frame);
    this.#mesh?.update(frame);
  }

  dispose(): void {
    this.#clear();
    this.#options.plane.dispose();
  }

  #clear(): void {
    this.plan?.dispose();
    this.plan = null;
    for (const layer of [this.#surface, this.#mesh]) {
      if (layer === null) continue;
      this.object.remove(layer.object);
      layer.dispose();
    }
    this.#surface = null;
    this.#mesh = null;
  }
}

/** The sea, where the map has one; else the mean of the heights at its edge. */
function edgeHeight({ heights, columns, rows, lowest, inferred }: Relief): number {
  if (!inferred && lowest <= 0) return 0;
  let sum = 0;
  for (let column = 0; column < columns; column++) sum += (heights[column] as number) + (heights[(rows - 1) * columns + column] as number);
  for (let row = 0; row < rows; row++) sum += (heights[row * columns] as number) + (heights[row * columns + columns - 1] as number);
  return sum / (2 * (columns + rows));
}
