/** Where every entity is on the screen: the one projection that glyphs, labels and picking share. Pure arithmetic on typed arrays, nothing is allocated per frame. */

/** Column-major 4 x 4, as three.js keeps it. */
export type Matrix = readonly number[];

export interface Projected {
  /** CSS pixels from the left and from the top. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Metres along the view direction; 0 or less is behind the eye. */
  readonly depth: Float32Array;
  /** Radians on the screen, clockwise from pointing right; NaN when the heading is unknown. */
  readonly angle: Float32Array;
  /** Glyph radius in CSS pixels; 0 when not on the screen. */
  readonly radius: Float32Array;
}

export function createProjected(count: number): Projected {
  return {
    x: new Float32Array(count),
    y: new Float32Array(count),
    depth: new Float32Array(count),
    angle: new Float32Array(count),
    radius: new Float32Array(count),
  };
}

const SMALLEST = 5;
export const LARGEST_GLYPH = 10;
/** A glyph that is this far over the edge is still drawn in part, CSS pixels. */
const MARGIN = 24;

/** 5 to 10 px: nearer things are larger, and all are smaller when the camera is far from what it looks at. Distances in metres. */
export function glyphRadius(depth: number, focusDistance: number): number {
  const scale = focusDistance < 60 ? 8.6 : Math.max(5.4, 8.6 - 1.15 * Math.log2(focusDistance / 60) * 0.5);
  const radius = scale * Math.sqrt(focusDistance / Math.max(depth, 0.001));
  return radius < SMALLEST ? SMALLEST : radius > LARGEST_GLYPH ? LARGEST_GLYPH : radius;
}

/** Projects entity `i` at x, y, z (metres) with its heading into `out`. `m` is projection times view; width and height are CSS pixels. */
export function projectEntity(
  m: Matrix,
  width: number,
  height: number,
  focusDistance: number,
  out: Projected,
  i: number,
  x: number,
  y: number,
  z: number,
  heading: number,
): void {
  const m0 = m[0] as number;
  const m8 = m[8] as number;
  const m1 = m[1] as number;
  const m9 = m[9] as number;
  const m3 = m[3] as number;
  const m11 = m[11] as number;
  const cx = m0 * x + (m[4] as number) * y + m8 * z + (m[12] as number);
  const cy = m1 * x + (m[5] as number) * y + m9 * z + (m[13] as number);
  const cw = m3 * x + (m[7] as number) * y + m11 * z + (m[15] as number);
  out.depth[i] = cw;
  if (!(cw > 0.01)) {
    out.radius[i] = 0;
    return;
  }
  const px = (cx / cw + 1) * 0.5 * width;
  const py = (1 - cy / cw) * 0.5 * height;
  out.x[i] = px;
  out.y[i] = py;
  if (!(px > -MARGIN && py > -MARGIN && px < width + MARGIN && py < height + MARGIN)) {
    out.radius[i] = 0;
    return;
  }
  out.radius[i] = glyphRadius(cw, focusDistance);
  // The derivative of the projection along the heading: right however the camera turns, and without a length to choose.
  const hx = Math.sin(heading);
  const hz = -Math.cos(heading);
  const dw = m3 * hx + m11 * hz;
  const dx = ((m0 * hx + m8 * hz) * cw - cx * dw) * width;
  const dy = -((m1 * hx + m9 * hz) * cw - cy * dw) * height;
  out.angle[i] = Math.atan2(dy, dx);
}

/** Projects a place into out[0], out[1] (CSS pixels); false when it is behind the eye. */
export function projectPoint(m: Matrix, width: number, height: number, x: number, y: number, z: number, out: Float32Array): boolean {
  const w = (m[3] as number) * x + (m[7] as number) * y + (m[11] as number) * z + (m[15] as number);
  if (!(w > 0.01)) return false;
  out[0] = (((m[0] as number) * x + (m[4] as number) * y + (m[8] as number) * z + (m[12] as number)) / w + 1) * 0.5 * width;
  out[1] = (1 - ((m[1] as number) * x + (m[5] as number) * y + (m[9] as number) * z + (m[13] as number)) / w) * 0.5 * height;
  return true;
}
