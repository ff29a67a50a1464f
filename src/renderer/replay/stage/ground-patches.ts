/**
 * Which squares the ground is drawn in: large ones far away, small ones near by, none that is out of the picture. A square is halved until it is small on the screen.
 * Square n of depth d is that of a tile map: the whole is one square of depth 0. Nothing is allocated per frame.
 */
import type { GroundBounds } from './ground-layer.ts';
import type { Matrix } from './projector.ts';

const MOST_PATCHES = 480;
/** Squares wider than this on the screen are halved, CSS pixels. */
const WIDEST = 420;

export interface PatchArea {
  /** North-west corner and side of the whole, metres. */
  readonly x: number;
  readonly z: number;
  readonly side: number;
  /** What lies beyond is left out. */
  readonly bounds: GroundBounds;
  /** Halved at most so often. */
  readonly deepest: number;
}

export class GroundPatches {
  count = 0;
  readonly x = new Float64Array(MOST_PATCHES);
  readonly z = new Float64Array(MOST_PATCHES);
  readonly side = new Float64Array(MOST_PATCHES);
  readonly depth = new Uint8Array(MOST_PATCHES);
  readonly column = new Int32Array(MOST_PATCHES);
  readonly row = new Int32Array(MOST_PATCHES);
  readonly #area: PatchArea;
  readonly #heightAt: (x: number, z: number) => number;
  readonly #planes = new Float64Array(16);
  #eyeX = 0;
  #eyeY = 0;
  #eyeZ = 0;
  #pixels = 0;
  #low = 0;
  #high = 0;

  constructor(area: PatchArea, heightAt: (x: number, z: number) => number) {
    this.#area = area;
    this.#heightAt = heightAt;
  }

  /** `matrix`: projection times view. `pixels`: CSS pixels per radian. All heights lie between `low` and `high`. */
  select(matrix: Matrix, eyeX: number, eyeY: number, eyeZ: number, pixels: number, low: number, high: number): void {
    this.count = 0;
    this.#eyeX = eyeX;
    this.#eyeY = eyeY;
    this.#eyeZ = eyeZ;
    this.#pixels = pixels;
    this.#low = low;
    this.#high = high;
    for (let axis = 0; axis < 2; axis++)
      for (let n = 0; n < 4; n++) {
        const w = matrix[n * 4 + 3] as number;
        const along = matrix[n * 4 + axis] as number;
        this.#planes[axis * 8 + n] = w + along;
        this.#planes[axis * 8 + 4 + n] = w - along;
      }
    this.#visit(this.#area.x, this.#area.z, this.#area.side, 0, 0, 0);
  }

  #visit(x: number, z: number, side: number, depth: number, column: number, row: number): void {
    const { bounds, deepest } = this.#area;
    if (x >= bounds.maxX || z >= bounds.maxZ || x + side <= bounds.minX || z + side <= bounds.minZ || !this.#isSeen(x, z, side)) return;
    // Room for the squares that still wait in the callers: three at each depth.
    if (depth < deepest && this.count + 3 * (deepest + 1) < MOST_PATCHES && side * this.#pixels > WIDEST * this.#away(x, z, side)) {
      const half = side / 2;
      for (let n = 0; n < 4; n++) {
        const right = n & 1;
        const below = n >> 1;
        this.#visit(x + right * half, z + below * half, half, depth + 1, column * 2 + right, row * 2 + below);
      }
      return;
    }
    if (this.count === MOST_PATCHES) return;
    const at = this.count++;
    this.x[at] = x;
    this.z[at] = z;
    this.side[at] = side;
    this.depth[at] = depth;
    this.column[at] = column;
    this.row[at] = row;
  }

  /** Metres from the eye to the nearest of the square. */
  #away(x: number, z: number, side: number): number {
    const half = side / 2;
    const dx = Math.max(0, Math.abs(this.#eyeX - x - half) - half);
    const dz = Math.max(0, Math.abs(this.#eyeZ - z - half) - half);
    const nearX = Math.min(x + side, Math.max(x, this.#eyeX));
    const nearZ = Math.min(z + side, Math.max(z, this.#eyeZ));
    const dy = this.#eyeY - this.#heightAt(nearX, nearZ);
    return Math.hypot(dx, dy, dz);
  }

  /** False when the box over the square lies wholly beyond one side of the picture. */
  #isSeen(x: number, z: number, side: number): boolean {
    const p = this.#planes;
    for (let at = 0; at < 16; at += 4) {
      const a = p[at] as number;
      const b = p[at + 1] as number;
      const c = p[at + 2] as number;
      const farthest =
        a * (a > 0 ? x + side : x) + b * (b > 0 ? this.#high : this.#low) + c * (c > 0 ? z + side : z) + (p[at + 3] as number);
      if (farthest < 0) return false;
    }
    return true;
  }
}
