/** Turns native numbers into Session metres, directions and orientations, in place. */
import type { Space } from '../../../shared/session/model.ts';

/** values[at …] as a place. */
export function toPlace(space: Space, values: Float32Array, at = 0): void {
  toDirection(space, values, at);
  for (let i = 0; i < 3; i++) values[at + i] = (values[at + i] as number) * space.metresPerUnit;
}

/** values[at …] as a direction; its length stays. */
export function toDirection({ axis, sign }: Space, values: Float32Array, at = 0): void {
  const x = values[at + axis[0]] as number;
  const y = values[at + axis[1]] as number;
  const z = values[at + axis[2]] as number;
  values[at] = x * sign[0];
  values[at + 1] = y * sign[1];
  values[at + 2] = z * sign[2];
}

/** Length 1; false, and as it was, when there is no direction in it. */
export function normalise(values: Float32Array, at = 0): boolean {
  const length = Math.hypot(values[at] as number, values[at + 1] as number, values[at + 2] as number);
  if (!(length > 1e-6)) return false;
  for (let i = 0; i < 3; i++) values[at + i] = (values[at + i] as number) / length;
  return true;
}

/** Where something points: three directions at right angles, right-handed (left = up x forward). */
export interface Axes {
  readonly forward: Float32Array;
  readonly up: Float32Array;
  readonly left: Float32Array;
}

export function createAxes(): Axes {
  return { forward: Float32Array.of(0, 0, 1), up: Float32Array.of(0, 1, 0), left: Float32Array.of(1, 0, 0) };
}

/** Sets left from forward and up, and turns up until it is at right angles to forward. False when forward and up are no two directions. */
export function straighten({ forward: f, up: u, left: l }: Axes): boolean {
  if (!normalise(f)) return false;
  cross(u, f, l);
  if (!normalise(l)) return false;
  cross(f, l, u);
  return true;
}

/** Upright, towards a heading (radians clockwise from -Z seen from above). */
export function setLevel({ forward, up, left }: Axes, heading: number): void {
  forward[0] = Math.sin(heading);
  forward[1] = 0;
  forward[2] = -Math.cos(heading);
  up[0] = up[2] = 0;
  up[1] = 1;
  cross(up, forward, left);
}

function cross(a: Float32Array, b: Float32Array, out: Float32Array): void {
  const ax = a[0] as number;
  const ay = a[1] as number;
  const az = a[2] as number;
  const bx = b[0] as number;
  const by = b[1] as number;
  const bz = b[2] as number;
  out[0] = ay * bz - az * by;
  out[1] = az * bx - ax * bz;
  out[2] = ax * by - ay * bx;
}

/** Where a point lies in the world that is `left`, `up` and `forward` metres from `at` along the axes: into out[to …]. */
export function along(axes: Axes, at: Float32Array, left: number, up: number, forward: number, out: Float32Array, to = 0): void {
  for (let i = 0; i < 3; i++)
    out[to + i] = (at[i] as number) + (axes.left[i] as number) * left + (axes.up[i] as number) * up + (axes.forward[i] as number) * forward;
}
