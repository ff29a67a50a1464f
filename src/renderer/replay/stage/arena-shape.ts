/** The shape of an arena's hull: a box with bevelled edges and ends, as outward faces with tints. Pure geometry; the arena layer draws it. */

export type Point = readonly [number, number, number];

export interface HullFace {
  /** Corners, counter-clockwise seen from outside. */
  readonly corners: readonly Point[];
  readonly normal: Point;
  /** Lies on the plane dot(normal, p) = offset. */
  readonly offset: number;
}

interface HullEdge {
  readonly from: Point;
  readonly to: Point;
  readonly faces: readonly number[];
  /** Edges of the body's outline are stronger than those within a wall. */
  readonly strong: boolean;
}

export interface Hull {
  readonly faces: readonly HullFace[];
  readonly edges: readonly HullEdge[];
  /** Axis of its length: 0 = x, 2 = z. */
  readonly long: 0 | 2;
  readonly middle: Point;
  /** The level part of the floor: half its width, and how far its corners are cut across and along, metres. */
  readonly floor: { readonly halfWidth: number; readonly cutAcross: number; readonly cutAlong: number };
}

/** Share of the smaller side that the bevel takes. */
const BEVEL = 0.26;

export function bevelledHull(min: Point, max: Point): Hull {
  const long: 0 | 2 = max[2] - min[2] >= max[0] - min[0] ? 2 : 0;
  const wide = long === 2 ? 0 : 2;
  const halfWidth = (max[wide] - min[wide]) / 2;
  const halfHeight = (max[1] - min[1]) / 2;
  const halfLength = (max[long] - min[long]) / 2;
  const bevel = BEVEL * 2 * Math.min(halfWidth, halfHeight);
  const taper = Math.min(bevel * 1.2, halfLength * 0.3);
  // Sections along the length: how far from the middle, and how much the section is drawn in.
  const stations: readonly (readonly [number, number])[] = [
    [-halfLength, bevel * 0.7],
    [-halfLength + taper, 0],
    [-halfLength * 0.45, 0],
    [halfLength * 0.45, 0],
    [halfLength - taper, 0],
    [halfLength, bevel * 0.7],
  ];
  const middle: Point = [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2];
  const rings = stations.map(([along, inset]) =>
    section(middle, long, wide, halfWidth - inset, halfHeight - inset, bevel - inset * 0.4, along, inset, halfHeight),
  );
  const faces: HullFace[] = [];
  const edges: HullEdge[] = [];
  const wall = (station: number, side: number): number => station * 8 + side;
  for (let station = 0; station + 1 < rings.length; station++) {
    for (let side = 0; side < 8; side++) {
      const next = (side + 1) % 8;
      faces.push(
        face([at(rings, station, side), at(rings, station, next), at(rings, station + 1, next), at(rings, station + 1, side)], middle),
      );
    }
  }
  const first = faces.length;
  faces.push(face(rings[0] ?? [], middle), face((rings.at(-1) ?? []).toReversed(), middle));
  for (let station = 0; station < rings.length; station++) {
    for (let side = 0; side < 8; side++) {
      const next = (side + 1) % 8;
      const around: number[] = [];
      if (station > 0) around.push(wall(station - 1, side));
      if (station + 1 < rings.length) around.push(wall(station, side));
      if (station === 0) around.push(first);
      if (station === rings.length - 1) around.push(first + 1);
      const within = station === 2 || station === 3;
      edges.push({ from: at(rings, station, side), to: at(rings, station, next), faces: around, strong: !within });
      if (station + 1 < rings.length)
        edges.push({
          from: at(rings, station, side),
          to: at(rings, station + 1, side),
          faces: [wall(station, (side + 7) % 8), wall(station, side)],
          strong: true,
        });
    }
  }
  const floor = { halfWidth: halfWidth - bevel * 0.6, cutAcross: floorCut(bevel), cutAlong: taper };
  return { faces, edges, long, middle, floor };
}

/** How much narrower the floor is at the very end: the section there is drawn in and its own bevel is smaller. */
function floorCut(bevel: number): number {
  const inset = bevel * 0.7;
  return inset + (bevel - inset * 0.4 - bevel) * 0.6;
}

function at(rings: readonly (readonly Point[])[], station: number, side: number): Point {
  return rings[station]?.[side] ?? [0, 0, 0];
}

/** Eight corners, from the floor's one side around; the floor itself stays level where the section is drawn in. */
function section(
  middle: Point,
  long: 0 | 2,
  wide: 0 | 2,
  halfWidth: number,
  halfHeight: number,
  bevel: number,
  along: number,
  inset: number,
  floor: number,
): Point[] {
  const w = halfWidth;
  const h = halfHeight;
  const low = -floor;
  const flat: readonly (readonly [number, number])[] = [
    [-(w - bevel * 0.6), low],
    [w - bevel * 0.6, low],
    [w, low + bevel * 0.6 + inset],
    [w, h - bevel],
    [w - bevel, h],
    [-(w - bevel), h],
    [-w, h - bevel],
    [-w, low + bevel * 0.6 + inset],
  ];
  return flat.map(([across, up]) => {
    const point: [number, number, number] = [0, 0, 0];
    point[wide] = middle[wide] + across;
    point[1] = middle[1] + up;
    point[long] = middle[long] + along;
    return point;
  });
}

function face(corners: readonly Point[], middle: Point): HullFace {
  const [a, b, c] = corners;
  if (a === undefined || b === undefined || c === undefined) return { corners, normal: [0, 1, 0], offset: 0 };
  let normal = unit(cross(minus(b, a), minus(c, a)));
  let turned = corners;
  if (dot(normal, minus(a, middle)) < 0) {
    normal = [-normal[0], -normal[1], -normal[2]];
    turned = corners.toReversed();
  }
  return { corners: turned, normal, offset: dot(normal, a) };
}

/** True when the wall stands between the camera and the inside: it is left out of the picture. */
export function isNearWall({ normal, offset }: HullFace, x: number, y: number, z: number): boolean {
  return normal[0] * x + normal[1] * y + normal[2] * z > offset;
}

/**
 * Lays a line of the game onto the hull: profiles draw them on the plain box, whose corners the bevel cuts off. Points outside move toward the hull's length axis
 * until they touch a wall. Each piece tells on which wall it lies, -1 for one inside.
 */
export function layOnHull(
  hull: Hull,
  points: readonly Point[],
  pieces: number,
): { readonly from: Point; readonly to: Point; readonly face: number }[] {
  const laid: { from: Point; to: Point; face: number }[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const a = points[i];
    const b = points[i + 1];
    if (a === undefined || b === undefined) continue;
    for (let n = 0; n < pieces; n++) {
      const from = touch(hull, between(a, b, n / pieces));
      const to = touch(hull, between(a, b, (n + 1) / pieces));
      laid.push({ from: from.point, to: to.point, face: touch(hull, between(from.point, to.point, 0.5)).face });
    }
  }
  return laid;
}

/** Metres from a wall within which a piece lies on it. */
const ON_WALL = 1;

function touch(hull: Hull, point: Point): { point: Point; face: number } {
  const axis: [number, number, number] = [hull.middle[0], hull.middle[1], hull.middle[2]];
  axis[hull.long] = point[hull.long];
  const out = minus(point, axis);
  let share = 1;
  let face = -1;
  let least = ON_WALL;
  for (const { normal, offset } of hull.faces) {
    const reach = dot(normal, out);
    if (reach > 0) share = Math.min(share, (offset - dot(normal, axis)) / reach);
  }
  const moved = between(axis, point, share);
  for (const [i, { normal, offset }] of hull.faces.entries()) {
    const slack = offset - dot(normal, moved);
    if (slack >= least) continue;
    least = slack;
    face = i;
  }
  return { point: moved, face };
}

function between(a: Point, b: Point, share: number): Point {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

function minus(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function cross(a: Point, b: Point): Point {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function dot(a: Point, b: Point): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function unit(v: Point): Point {
  const length = Math.hypot(...v) || 1;
  return [v[0] / length, v[1] / length, v[2] / length];
}
