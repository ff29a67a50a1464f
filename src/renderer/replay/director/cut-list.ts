/** What the director decides: a list of cuts that covers a session without gaps, each with the way of its camera. Plain data; the pose at t is a pure function of it. */

/**
 * shoulder: behind one, towards another. two: both from the side. wide: everybody who matters from outside. orbit: slowly round them. follow: with somebody.
 * preset: a camera of the profile. top: from above.
 */
export type ShotKind = 'shoulder' | 'two' | 'wide' | 'orbit' | 'follow' | 'preset' | 'top';

export interface Cut {
  /** ms; the first is shown from 0, the last to the end of the session. */
  readonly from: number;
  readonly to: number;
  readonly kind: ShotKind;
  /** EntityIds of whom it is on, the one that matters most first; none for everybody. */
  readonly subjects: readonly number[];
  /** seq of the event that is its reason; -1 when nothing happens. */
  readonly event: number;
  /** CameraPreset.id of a preset's shot. */
  readonly preset: string | null;
  /** Vertical field of view in a picture of 16:9, degrees. */
  readonly fov: number;
  /** What is above this height is not drawn, metres; Infinity leaves the world whole. */
  readonly open: number;
  /** Of each key: ms since `from`, the eye's x, y, z and those of a place in the middle of the picture, metres. None of a cut at the edge of a live session (`live-cuts.ts`). */
  readonly keys: Float32Array;
}

/** Numbers of a key. */
export const KEY = 7;
/** Width by height of the picture that shots are composed for. */
export const ASPECT = 16 / 9;

export interface Pose {
  eyeX: number;
  eyeY: number;
  eyeZ: number;
  x: number;
  y: number;
  z: number;
}

export function createPose(): Pose {
  return { eyeX: 0, eyeY: 0, eyeZ: 0, x: 0, y: 0, z: -1 };
}

/** Index of the cut that is shown at t: the first or last one for a t outside, -1 when there is none. */
export function cutAt(cuts: readonly Pick<Cut, 'from'>[], t: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cuts[middle] as Pick<Cut, 'from'>).from > t) high = middle;
    else low = middle + 1;
  }
  return cuts.length === 0 ? -1 : Math.max(0, low - 1);
}

/** Where the camera of a cut stands at t; beyond its ends as at them. Allocates nothing. */
export function poseAt({ keys, from }: Cut, t: number, out: Pose): void {
  const count = keys.length / KEY;
  const since = t - from;
  let next = 1;
  while (next < count - 1 && (keys[next * KEY] as number) < since) next++;
  const b = Math.min(next, count - 1) * KEY;
  const a = Math.max(0, b - KEY);
  const ta = keys[a] as number;
  const span = (keys[b] as number) - ta;
  const share = span > 0 ? Math.min(1, Math.max(0, (since - ta) / span)) : 0;
  out.eyeX = between(keys, a, b, 1, share);
  out.eyeY = between(keys, a, b, 2, share);
  out.eyeZ = between(keys, a, b, 3, share);
  out.x = between(keys, a, b, 4, share);
  out.y = between(keys, a, b, 5, share);
  out.z = between(keys, a, b, 6, share);
}

/** Cubic through both keys with the slopes of their neighbours: keys are evenly apart, but for the last one. */
function between(keys: Float32Array, a: number, b: number, part: number, share: number): number {
  const from = keys[a + part] as number;
  const to = keys[b + part] as number;
  const before = keys[Math.max(0, a - KEY) + part] as number;
  const after = keys[Math.min(keys.length - KEY, b + KEY) + part] as number;
  const slopeFrom = (to - before) / 2;
  const slopeTo = (after - from) / 2;
  const s2 = share * share;
  const s3 = s2 * share;
  return (2 * s3 - 3 * s2 + 1) * from + (s3 - 2 * s2 + share) * slopeFrom + (3 * s2 - 2 * s3) * to + (s3 - s2) * slopeTo;
}
