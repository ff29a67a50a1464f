/**
 * The solids (brushes) that a map was built of: each the space behind all of its planes. The surfaces that the game draws are made from them; where those are lost,
 * the sides of the solids are as good a map.
 */
import type { BspFile } from './bsp-file.ts';
import type { Material } from './materials.ts';
import type { MeshBuilder, Tally } from './mesh-builder.ts';

type Point = readonly [number, number, number];
interface Plane {
  /** Outwards. */
  readonly normal: Point;
  readonly distance: number;
  readonly shader: number;
}

const MOST_SIDES = 256;
/** Beyond the end of any world. */
const FAR = 131_072;
const THIN = 0.05;

/** Adds the sides of the solids of the world itself. */
export function readSolids(
  bsp: BspFile,
  first: number,
  count: number,
  materials: readonly Material[],
  mesh: MeshBuilder,
  tally: Tally,
): void {
  const brushes = bsp.records('brushes');
  const sides = bsp.records('brushSides');
  const planes = bsp.records('planes');
  const { view } = bsp;
  for (let i = Math.max(0, first); i < Math.min(first + count, brushes.count); i++) {
    const at = brushes.start + i * brushes.size;
    const [firstSide, sideCount, shader] = [0, 4, 8].map((n) => view.getInt32(at + n, true)) as [number, number, number];
    if (materials[shader]?.solid !== true || materials[shader].unseen) continue;
    if (firstSide < 0 || sideCount < 4 || sideCount > MOST_SIDES || firstSide + sideCount > sides.count) {
      tally.add('{n} solids name sides that are not in the map; they are left out.');
      continue;
    }
    const around = Array.from({ length: sideCount }, (_, n) => sideAt(firstSide + n));
    if (!around.every((plane) => plane !== null)) {
      tally.add('{n} solids name planes that are not in the map; they are left out.');
      continue;
    }
    for (const side of around) {
      if (materials[side.shader]?.unseen !== false) continue;
      addFace(mesh, faceOf(side, around), side.shader);
    }
  }

  function sideAt(n: number): Plane | null {
    const at = sides.start + n * sides.size;
    const number = view.getInt32(at, true);
    if (number < 0 || number >= planes.count) return null;
    const [x, y, z, distance] = [0, 4, 8, 12].map((n) => view.getFloat32(planes.start + number * planes.size + n, true)) as [
      number,
      number,
      number,
      number,
    ];
    return Math.abs(Math.hypot(x, y, z) - 1) < 0.01 ? { normal: [x, y, z], distance, shader: view.getInt32(at + 4, true) } : null;
  }
}

function addFace(mesh: MeshBuilder, corners: readonly Point[], shader: number): void {
  const numbers = corners.map((corner) => mesh.vertex(...corner));
  const [first] = numbers;
  if (first === undefined || numbers.some((number) => number < 0)) return;
  for (let n = 1; n + 1 < numbers.length; n++) mesh.triangle(first, numbers[n] as number, numbers[n + 1] as number, shader, false);
}

/** What is left of a plane behind all the others, counter-clockwise seen from outside. */
function faceOf(side: Plane, around: readonly Plane[]): readonly Point[] {
  const { normal: n, distance } = side;
  const [u, v] = tangents(n);
  const corner = (a: number, b: number): Point =>
    [0, 1, 2].map((axis) => at(n, axis) * distance + at(u, axis) * a + at(v, axis) * b) as unknown as Point;
  let face: readonly Point[] = [corner(-FAR, -FAR), corner(FAR, -FAR), corner(FAR, FAR), corner(-FAR, FAR)];
  for (const other of around) if (other !== side && face.length > 0) face = behind(face, other);
  return face.length < 3 ? [] : face;
}

function behind(face: readonly Point[], { normal, distance }: Plane): readonly Point[] {
  const kept: Point[] = [];
  const over = (point: Point): number => point[0] * normal[0] + point[1] * normal[1] + point[2] * normal[2] - distance;
  for (const [i, from] of face.entries()) {
    const to = face[(i + 1) % face.length] as Point;
    const [a, b] = [over(from), over(to)];
    if (a <= THIN) kept.push(from);
    if ((a < -THIN && b > THIN) || (a > THIN && b < -THIN)) {
      const share = a / (a - b);
      kept.push([0, 1, 2].map((axis) => at(from, axis) + share * (at(to, axis) - at(from, axis))) as unknown as Point);
    }
  }
  return kept;
}

/** Two directions within a plane; u x v is its normal. */
function tangents([x, y, z]: Point): readonly [Point, Point] {
  const helper: Point = Math.abs(z) < 0.9 ? [0, 0, 1] : [1, 0, 0];
  const u = cross(helper, [x, y, z]);
  const length = Math.hypot(...u);
  const unit: Point = [u[0] / length, u[1] / length, u[2] / length];
  return [unit, cross([x, y, z], unit)];
}

function cross(a: Point, b: Point): Point {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function at(point: Point, axis: number): number {
  return point[axis] as number;
}
