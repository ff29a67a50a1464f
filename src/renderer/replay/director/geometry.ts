/** Small arithmetic for composing a picture: directions as three numbers, cones around points, and what a camera sees. */

export type Vector = [number, number, number];

export function minus(a: Readonly<Vector>, b: Readonly<Vector>): Vector {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

/** a + b * share */
export function plus(a: Readonly<Vector>, b: Readonly<Vector>, share = 1): Vector {
  return [a[0] + b[0] * share, a[1] + b[1] * share, a[2] + b[2] * share];
}

export function dot(a: Readonly<Vector>, b: Readonly<Vector>): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function cross(a: Readonly<Vector>, b: Readonly<Vector>): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/** Length 1; straight down when it has none. */
export function unit(a: Readonly<Vector>): Vector {
  const length = Math.hypot(...a);
  return length > 1e-9 ? [a[0] / length, a[1] / length, a[2] / length] : [0, -1, 0];
}

/** `azimuth` clockwise from -z seen from above, `elevation` over the horizon, radians. */
export function direction(azimuth: number, elevation: number): Vector {
  const level = Math.cos(elevation);
  return [Math.sin(azimuth) * level, Math.sin(elevation), -Math.cos(azimuth) * level];
}

/** The middle of the narrowest cone from an eye around points: a direction of length 1. */
export function aim(eye: Readonly<Vector>, points: readonly Readonly<Vector>[]): Vector {
  const ways = points.map((point) => unit(minus(point, eye)));
  let middle: Vector = [0, 0, 0];
  for (const way of ways) middle = plus(middle, way, 1 / ways.length);
  middle = unit(middle);
  // Towards the farthest, by less and less (Bădoiu and Clarkson).
  for (let n = 2; n < 14 && ways.length > 1; n++) {
    let farthest = middle;
    let least = Infinity;
    for (const way of ways) {
      const near = dot(way, middle);
      if (near >= least) continue;
      least = near;
      farthest = way;
    }
    middle = unit(plus(middle, minus(farthest, middle), 1 / n));
  }
  return middle;
}

/** Middle and radius of a sphere around points: that of their box, which is near enough. */
export function sphere(points: readonly Readonly<Vector>[]): { readonly middle: Vector; readonly radius: number } {
  const low: Vector = [Infinity, Infinity, Infinity];
  const high: Vector = [-Infinity, -Infinity, -Infinity];
  for (const point of points)
    for (const axis of [0, 1, 2] as const) {
      low[axis] = Math.min(low[axis], point[axis]);
      high[axis] = Math.max(high[axis], point[axis]);
    }
  const middle: Vector = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2];
  let radius = 0;
  for (const point of points) radius = Math.max(radius, Math.hypot(...minus(point, middle)));
  return { middle, radius };
}

/** What a camera at an eye that looks along a direction shows. */
export class View {
  readonly #eye: Readonly<Vector>;
  readonly #forward: Vector;
  readonly #right: Vector;
  readonly #up: Vector;
  readonly #wide: number;
  readonly #high: number;

  /** `fov`: vertical, degrees; `aspect`: width by height; `share`: of the picture from its middle, 1 for all; `high`: of its height. */
  constructor(eye: Readonly<Vector>, forward: Readonly<Vector>, fov: number, aspect: number, share: number, high = share) {
    this.#eye = eye;
    this.#forward = unit(forward);
    this.#right = unit(cross(this.#forward, [0, 1, 0]));
    this.#up = cross(this.#right, this.#forward);
    this.#high = Math.tan((fov * Math.PI) / 360) * high;
    this.#wide = Math.tan((fov * Math.PI) / 360) * aspect * share;
  }

  shows(point: Readonly<Vector>): boolean {
    const way = minus(point, this.#eye);
    const away = dot(way, this.#forward);
    return away > 0.3 && Math.abs(dot(way, this.#right)) <= away * this.#wide && Math.abs(dot(way, this.#up)) <= away * this.#high;
  }
}
