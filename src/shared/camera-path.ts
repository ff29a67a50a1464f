/** A camera's way through a few keys: through all of their places without overshooting, turning the short way, never back in time. A pure function of t. */
import type { AnnotationOf } from './annotations.ts';

export type CameraPose = AnnotationOf<'shot'>['pose'];
export type PathKey = AnnotationOf<'path'>['keys'][number];
type Easing = AnnotationOf<'path'>['easing'];

/** Turning by a radian takes as long as going so far, metres. */
const TURN = 4;

/** Refilled in place. */
export interface PathPose {
  /** Session metres. */
  readonly position: Float64Array;
  /** x, y, z, w */
  readonly quaternion: Float64Array;
  /** Vertical, degrees. */
  fov: number;
}

export function createPathPose(): PathPose {
  return { position: new Float64Array(3), quaternion: Float64Array.of(0, 0, 0, 1), fov: 40 };
}

/** In order of t, with one key more; it takes the place of one of the same moment. */
export function withKey(keys: readonly PathKey[], key: PathKey): PathKey[] {
  return [...keys.filter(({ t }) => t !== key.t), key].toSorted((a, b) => a.t - b.t);
}

export class CameraPath {
  readonly #keys: readonly PathKey[];
  /** By key: how far from the first one, and how fast there, per ms. */
  readonly #way: Float64Array;
  readonly #pace: Float64Array;

  /** `keys` in order of t, at least one. linear: equally fast from key to key. smooth: without jerks, starting and ending at rest. */
  constructor(keys: readonly PathKey[], easing: Easing) {
    this.#keys = keys;
    this.#way = new Float64Array(keys.length);
    this.#pace = new Float64Array(keys.length);
    for (let i = 1; i < keys.length; i++) this.#way[i] = (this.#way[i - 1] as number) + lengthOf(this.#key(i - 1).pose, this.#key(i).pose);
    if (easing === 'smooth') for (let i = 1; i + 1 < keys.length; i++) this.#pace[i] = this.#paceAt(i);
    else this.#pace.fill(Number.NaN);
  }

  /** ms of the first and of the last key. */
  get from(): number {
    return this.#key(0).t;
  }

  get to(): number {
    return this.#key(this.#keys.length - 1).t;
  }

  /** Before the first key as at it, after the last one too. Allocates nothing. */
  at(t: number, out: PathPose): void {
    const last = this.#keys.length - 1;
    let i = 0;
    while (i < last && this.#key(i + 1).t <= t) i++;
    const a = this.#key(i);
    const b = this.#key(Math.min(last, i + 1));
    const share = i === last || t <= a.t ? 0 : this.#shareAt(i, t);
    const before = this.#key(Math.max(0, i - 1)).pose.position;
    const after = this.#key(Math.min(last, i + 2)).pose.position;
    through(before, a.pose.position, b.pose.position, after, share, out.position);
    turned(a.pose.quaternion, b.pose.quaternion, share, out.quaternion);
    out.fov = a.pose.fov + (b.pose.fov - a.pose.fov) * share;
  }

  #key(i: number): PathKey {
    return this.#keys[i] as PathKey;
  }

  #speed(i: number): number {
    const time = this.#key(i + 1).t - this.#key(i).t;
    return time > 0 ? ((this.#way[i + 1] as number) - (this.#way[i] as number)) / time : 0;
  }

  /** Such that the way never goes back (Fritsch and Butland): the harmonic mean of the speeds on both sides. */
  #paceAt(i: number): number {
    const [slow, fast] = [this.#speed(i - 1), this.#speed(i)];
    return slow <= 0 || fast <= 0 ? 0 : (2 * slow * fast) / (slow + fast);
  }

  /** Of the way from key i to the next one. */
  #shareAt(i: number, t: number): number {
    const from = this.#key(i).t;
    const time = this.#key(i + 1).t - from;
    const u = (t - from) / time;
    const length = (this.#way[i + 1] as number) - (this.#way[i] as number);
    const slow = this.#pace[i] as number;
    if (Number.isNaN(slow) || length <= 0) return u;
    const u2 = u * u;
    const u3 = u2 * u;
    const gone = (u3 - 2 * u2 + u) * time * slow + (3 * u2 - 2 * u3) * length + (u3 - u2) * time * (this.#pace[i + 1] as number);
    return Math.min(1, Math.max(0, gone / length));
  }
}

function lengthOf(a: CameraPose, b: CameraPose): number {
  const away = Math.hypot(...a.position.map((value, axis) => value - (b.position[axis] as number)));
  const cos = Math.abs(a.quaternion.reduce((sum, value, n) => sum + value * (b.quaternion[n] as number), 0));
  return away + 2 * Math.acos(Math.min(1, cos)) * TURN + Math.abs(a.fov - b.fov) * 0.01;
}

type Place = CameraPose['position'];

/** Centripetal Catmull-Rom from b to c. At the ends of a path a neighbour is the key itself. */
function through(a: Place, b: Place, c: Place, d: Place, share: number, out: Float64Array): void {
  const ab = root(a, b);
  const bc = root(b, c);
  const cd = root(c, d);
  const s2 = share * share;
  const s3 = s2 * share;
  for (let axis = 0; axis < 3; axis++) {
    const pa = a[axis] as number;
    const pb = b[axis] as number;
    const pc = c[axis] as number;
    const pd = d[axis] as number;
    if (bc === 0) {
      out[axis] = pb;
      continue;
    }
    const slopeB = ab === 0 ? pc - pb : ((pb - pa) / ab - (pc - pa) / (ab + bc) + (pc - pb) / bc) * bc;
    const slopeC = cd === 0 ? pc - pb : ((pc - pb) / bc - (pd - pb) / (bc + cd) + (pd - pc) / cd) * bc;
    out[axis] = (2 * s3 - 3 * s2 + 1) * pb + (s3 - 2 * s2 + share) * slopeB + (3 * s2 - 2 * s3) * pc + (s3 - s2) * slopeC;
  }
}

function root(a: Place, b: Place): number {
  return Math.sqrt(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]));
}

/** Spherical, the short way. */
function turned(a: CameraPose['quaternion'], b: CameraPose['quaternion'], share: number, out: Float64Array): void {
  let cos = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3];
  const side = cos < 0 ? -1 : 1;
  cos = Math.min(1, cos * side);
  const angle = Math.acos(cos);
  const isNear = angle < 1e-4;
  const from = isNear ? 1 - share : Math.sin((1 - share) * angle) / Math.sin(angle);
  const to = (isNear ? share : Math.sin(share * angle) / Math.sin(angle)) * side;
  let length = 0;
  for (let n = 0; n < 4; n++) {
    const value = (a[n] as number) * from + (b[n] as number) * to;
    out[n] = value;
    length += value * value;
  }
  length = Math.sqrt(length) || 1;
  for (let n = 0; n < 4; n++) out[n] = (out[n] as number) / length;
}
