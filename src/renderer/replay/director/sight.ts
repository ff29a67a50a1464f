/** What stands in the way of a camera: the relief, the shape of the world, and the walls of an arena. Pure arithmetic; allocates nothing per question. */
import type { WorldProfile } from '../../../shared/games/profile.ts';
import type { HeightGrid } from '../../../shared/height-grid.ts';
import { firstHit, type MeshTree } from '../../../shared/mesh-rays.ts';
import { heightAt } from '../ground/relief.ts';
import { bevelledHull, type HullFace } from '../stage/arena-shape.ts';

export interface WorldShape {
  readonly boxes: WorldProfile['boxes'];
  readonly relief: HeightGrid | null;
  readonly tree: MeshTree | null;
  /** Heights of its floors, metres, from below. */
  readonly storeys: readonly number[];
}

/** A camera keeps so far from the ground and from walls, metres. */
export const LOWEST_EYE = 0.6;
export const FROM_WALL = 0.4;
/** Of the way over relief, steps at most. */
const MOST_STEPS = 160;

export class Sight {
  readonly shape: WorldShape;
  readonly #hull: readonly HullFace[];
  readonly #solids: WorldProfile['boxes'];

  constructor(shape: WorldShape) {
    this.shape = shape;
    const hull = shape.boxes.find(({ role }) => role === 'hull');
    this.#hull = hull === undefined ? [] : bevelledHull(hull.min, hull.max).faces;
    this.#solids = shape.boxes.filter(({ role }) => role === 'solid');
  }

  /** How high the ground is drawn; -Infinity where only people say it. */
  ground(x: number, z: number): number {
    return this.shape.relief === null ? -Infinity : heightAt(this.shape.relief, x, z);
  }

  /** How far, 0 to 1, one sees from a to b. What is above `open` is left out of the shape of the world. */
  reach(ax: number, ay: number, az: number, bx: number, by: number, bz: number, open: number): number {
    let share = this.shape.tree === null ? 1 : firstHit(this.shape.tree, ax, ay, az, bx, by, bz, open);
    for (const box of this.#solids) share = Math.min(share, boxHit(box, ax, ay, az, bx, by, bz));
    return share < 1 ? share : this.#reliefReach(ax, ay, az, bx, by, bz);
  }

  isClear(ax: number, ay: number, az: number, bx: number, by: number, bz: number, open: number): boolean {
    return this.reach(ax, ay, az, bx, by, bz, open) >= 1;
  }

  /** Whether a camera may stand there: over the ground, and within an arena. */
  isFree(x: number, y: number, z: number): boolean {
    if (y < this.ground(x, z) + LOWEST_EYE) return false;
    for (const { normal, offset } of this.#hull) if (normal[0] * x + normal[1] * y + normal[2] * z > offset - FROM_WALL) return false;
    for (const { min, max } of this.#solids)
      if (x > min[0] - FROM_WALL && x < max[0] + FROM_WALL && y > min[1] - FROM_WALL && y < max[1] + FROM_WALL)
        if (z > min[2] - FROM_WALL && z < max[2] + FROM_WALL) return false;
    return true;
  }

  #reliefReach(ax: number, ay: number, az: number, bx: number, by: number, bz: number): number {
    const { relief } = this.shape;
    if (relief === null) return 1;
    const length = Math.hypot(bx - ax, bz - az);
    const steps = Math.min(MOST_STEPS, Math.ceil(length / (relief.cell * 0.5)));
    for (let i = 1; i < steps; i++) {
      const share = i / steps;
      const height = heightAt(relief, ax + (bx - ax) * share, az + (bz - az) * share);
      if (ay + (by - ay) * share < height) return share;
    }
    return 1;
  }
}

function boxHit(
  { min, max }: WorldProfile['boxes'][number],
  ax: number,
  ay: number,
  az: number,
  bx: number,
  by: number,
  bz: number,
): number {
  let near = 0;
  let far = 1;
  for (let axis = 0; axis < 3; axis++) {
    const from = axis === 0 ? ax : axis === 1 ? ay : az;
    const way = (axis === 0 ? bx : axis === 1 ? by : bz) - from;
    const low = (min[axis] as number) - from;
    const high = (max[axis] as number) - from;
    if (way === 0) {
      if (low > 0 || high < 0) return 1;
      continue;
    }
    near = Math.max(near, Math.min(low / way, high / way));
    far = Math.min(far, Math.max(low / way, high / way));
  }
  return near <= far ? near : 1;
}
