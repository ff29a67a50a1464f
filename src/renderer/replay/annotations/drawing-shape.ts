/** Drawings as straight lines in the world. Pure. */
import type { AnnotationOf } from '../../../shared/annotations.ts';

type Drawing = Pick<AnnotationOf<'drawing'>, 'shape' | 'points' | 'normal'>;
export type Point = readonly [number, number, number];

const CIRCLE_PARTS = 64;
/** Of an arrow's length. */
const HEAD_SHARE = 0.22;
const HEAD_ANGLE = 0.5;
/** Lines are cut into parts of about this length, so that they can lie on uneven ground; metres. */
const PART = 8;
const MOST_PARTS = 40;

/** Six numbers for each line: from x, y, z to x, y, z. */
export function drawingLines({ shape, points, normal }: Drawing): Float32Array {
  const lines: number[] = [];
  const [first, second] = points;
  const last = points.at(-1);
  if (first === undefined || second === undefined || last === undefined) return new Float32Array(0);
  if (shape === 'circle') addCircle(lines, first, second, normal);
  else for (let i = 1; i < points.length; i++) addLine(lines, points[i - 1] ?? first, points[i] ?? first);
  if (shape === 'zone') addLine(lines, last, first);
  if (shape === 'arrow') addHead(lines, points.at(-2) ?? first, last, lengthOf(points), normal);
  return Float32Array.from(lines);
}

/** Pixels between a point of the screen and the nearest line; `project` gives NaN for what lies behind the eye. */
export function distanceTo(
  lines: Float32Array,
  x: number,
  y: number,
  project: (x: number, y: number, z: number) => readonly [number, number],
): number {
  let nearest = Infinity;
  for (let i = 0; i < lines.length; i += 6) {
    const [ax, ay] = project(lines[i] ?? 0, lines[i + 1] ?? 0, lines[i + 2] ?? 0);
    const [bx, by] = project(lines[i + 3] ?? 0, lines[i + 4] ?? 0, lines[i + 5] ?? 0);
    const dx = bx - ax;
    const dy = by - ay;
    const share = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / Math.max(1e-9, dx * dx + dy * dy)));
    const distance = Math.hypot(ax + dx * share - x, ay + dy * share - y);
    if (distance < nearest) nearest = distance;
  }
  return nearest;
}

/** Leaves out the points of a freehand line that lie within `reach` of the line between those that stay (Douglas and Peucker). */
export function simplify(points: readonly Point[], reach: number): Point[] {
  const first = points[0];
  const last = points.at(-1);
  if (points.length <= 2 || first === undefined || last === undefined) return [...points];
  const keep = new Uint8Array(points.length);
  keep[0] = 1;
  keep[points.length - 1] = 1;
  const open: [number, number][] = [[0, points.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [from, to] = span;
    let farthest = reach;
    let at = -1;
    for (let i = from + 1; i < to; i++) {
      const distance = offLine(points[i] ?? first, points[from] ?? first, points[to] ?? last);
      if (distance <= farthest) continue;
      farthest = distance;
      at = i;
    }
    if (at < 0) continue;
    keep[at] = 1;
    open.push([from, at], [at, to]);
  }
  return points.filter((_, i) => keep[i] === 1);
}

function offLine(p: Point, a: Point, b: Point): number {
  const ab = minus(b, a);
  const ap = minus(p, a);
  const share = Math.min(1, Math.max(0, dot(ap, ab) / Math.max(1e-12, dot(ab, ab))));
  return Math.hypot(ap[0] - ab[0] * share, ap[1] - ab[1] * share, ap[2] - ab[2] * share);
}

function addLine(lines: number[], a: Point, b: Point): void {
  const parts = Math.min(MOST_PARTS, Math.max(1, Math.ceil(Math.hypot(...minus(b, a)) / PART)));
  for (let i = 0; i < parts; i++) lines.push(...between(a, b, i / parts), ...between(a, b, (i + 1) / parts));
}

function addCircle(lines: number[], centre: Point, rim: Point, normal: Point): void {
  const out = minus(rim, centre);
  const side = cross(normal, out);
  const at = (i: number): Point => {
    const angle = (i / CIRCLE_PARTS) * 2 * Math.PI;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    return [centre[0] + out[0] * c + side[0] * s, centre[1] + out[1] * c + side[1] * s, centre[2] + out[2] * c + side[2] * s];
  };
  for (let i = 0; i < CIRCLE_PARTS; i++) lines.push(...at(i), ...at(i + 1));
}

function addHead(lines: number[], from: Point, tip: Point, length: number, normal: Point): void {
  const way = minus(from, tip);
  const size = (length * HEAD_SHARE) / Math.max(1e-9, Math.hypot(...way));
  const back: Point = [way[0] * size, way[1] * size, way[2] * size];
  const side = cross(normal, back);
  for (const sign of [1, -1]) {
    const [c, s] = [Math.cos(HEAD_ANGLE), sign * Math.sin(HEAD_ANGLE)];
    lines.push(...tip, tip[0] + back[0] * c + side[0] * s, tip[1] + back[1] * c + side[1] * s, tip[2] + back[2] * c + side[2] * s);
  }
}

function lengthOf(points: readonly Point[]): number {
  let length = 0;
  for (let i = 1; i < points.length; i++) length += Math.hypot(...minus(points[i] ?? [0, 0, 0], points[i - 1] ?? [0, 0, 0]));
  return length;
}

function between(a: Point, b: Point, share: number): Point {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

function minus(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function dot(a: Point, b: Point): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function cross(a: Point, b: Point): Point {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
