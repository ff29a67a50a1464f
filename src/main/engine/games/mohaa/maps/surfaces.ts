/** What the game draws: level faces, loose triangles and curves, as triangles that are counter-clockwise seen from their front. */
import type { BspFile } from './bsp-file.ts';
import { flattenCurve, isCurve } from './curved-patch.ts';
import type { Material } from './materials.ts';
import type { MeshBuilder, Tally } from './mesh-builder.ts';

const PLANAR = 1;
const PATCH = 2;
const SOUP = 3;
const NORMAL = 28;

export interface Part {
  readonly first: number;
  readonly count: number;
  /** Where its own origin lies in the world. */
  readonly origin: readonly [number, number, number];
}

/** Adds the surfaces of a part of the map: the world itself, or one of the models that entities place in it. */
export function readSurfaces(bsp: BspFile, part: Part, materials: readonly Material[], mesh: MeshBuilder, tally: Tally): void {
  const surfaces = bsp.records('surfaces');
  const vertices = bsp.records('vertices');
  const indexes = bsp.records('indexes');
  const { view } = bsp;
  const end = Math.min(part.first + part.count, surfaces.count);
  for (let i = part.first; i < end; i++) {
    const at = surfaces.start + i * surfaces.size;
    const int = (n: number): number => view.getInt32(at + n * 4, true);
    const [shader, type, firstVertex, vertexCount, firstIndex, indexCount] = [int(0), int(2), int(3), int(4), int(5), int(6)];
    const material = materials[shader];
    if (material === undefined) {
      tally.add('{n} surfaces name a material that is not in the map; they are left out.');
      continue;
    }
    if (material.unseen) continue;
    if (type !== PLANAR && type !== PATCH && type !== SOUP) continue; // flares and the like have no shape
    if (firstVertex < 0 || vertexCount < 0 || firstVertex + vertexCount > vertices.count) {
      tally.add('{n} surfaces name vertices that are not in the map; they are left out.');
      continue;
    }
    const firstByte = vertices.start + firstVertex * vertices.size;
    if (type === PATCH) addCurve(firstByte, vertexCount, int(24), int(25), shader);
    else if (firstIndex < 0 || indexCount < 0 || firstIndex + indexCount > indexes.count)
      tally.add('{n} surfaces name triangles that are not in the map; they are left out.');
    else addTriangles(firstByte, vertexCount, firstIndex, indexCount, shader);
  }

  function addTriangles(firstByte: number, vertexCount: number, firstIndex: number, indexCount: number, shader: number): void {
    const numbers = Array.from({ length: vertexCount }, (_, n) => placed(...pointAt(firstByte + n * vertices.size)));
    for (let n = 0; n + 2 < indexCount; n += 3) {
      const index = (k: number): number => view.getInt32(indexes.start + (firstIndex + n + k) * 4, true);
      const [p, q, r] = [index(0), index(1), index(2)];
      const [a, b, c] = [numbers[p], numbers[q], numbers[r]];
      if (a === undefined || b === undefined || c === undefined || a < 0 || b < 0 || c < 0) {
        tally.add('{n} triangles have corners that are no places of the map; they are left out.');
        continue;
      }
      // The game's own order is clockwise, but tools differ: the normals say which side is the front.
      if (isTurned([p, q, r].map((k) => firstByte + k * vertices.size) as [number, number, number])) mesh.triangle(a, c, b, shader, false);
      else mesh.triangle(a, b, c, shader, false);
    }
  }

  function addCurve(firstByte: number, vertexCount: number, columns: number, rows: number, shader: number): void {
    if (!isCurve(columns, rows) || columns * rows > vertexCount) {
      tally.add('{n} curves have no such grid of points as curves have; they are left out.');
      return;
    }
    const control = new Float64Array(columns * rows * 3);
    for (let n = 0; n < columns * rows; n++) control.set(pointAt(firstByte + n * vertices.size), n * 3);
    const curve = flattenCurve(control, columns, rows);
    const numbers = Array.from({ length: curve.columns * curve.rows }, (_, n) => placed(...pointOf(curve.points, n)));
    if (numbers.some((number) => number < 0)) {
      tally.add('{n} curves have points that are no places of the map; they are left out.');
      return;
    }
    // The middle of the grid says which side is the front.
    const middle = ((rows - 1) / 2) * columns + (columns - 1) / 2;
    const normal = pointAt(firstByte + middle * vertices.size + NORMAL);
    const turned = facing(normal, pointOf(control, middle), pointOf(control, middle + 1), pointOf(control, middle + columns)) < 0;
    for (let row = 0; row + 1 < curve.rows; row++)
      for (let column = 0; column + 1 < curve.columns; column++) {
        const at = row * curve.columns + column;
        const [a, b, c, d] = [at, at + 1, at + curve.columns, at + curve.columns + 1].map((n) => numbers[n]) as [
          number,
          number,
          number,
          number,
        ];
        const [e, f] = turned ? [c, b] : [b, c];
        mesh.triangle(a, e, f, shader, false);
        mesh.triangle(d, f, e, shader, false);
      }
  }

  function placed(x: number, y: number, z: number): number {
    const [dx, dy, dz] = part.origin;
    return mesh.vertex(x + dx, y + dy, z + dz);
  }

  function pointAt(byte: number): Point {
    return [view.getFloat32(byte, true), view.getFloat32(byte + 4, true), view.getFloat32(byte + 8, true)];
  }

  /** Three vertices by their bytes: in the game's order, unless their normals say that it is not. */
  function isTurned(bytes: readonly [number, number, number]): boolean {
    const normal: Point = [0, 0, 0];
    for (const byte of bytes) for (const [axis, value] of pointAt(byte + NORMAL).entries()) normal[axis] = (normal[axis] as number) + value;
    return !(facing(normal, pointAt(bytes[0]), pointAt(bytes[1]), pointAt(bytes[2])) > 0);
  }
}

type Point = [number, number, number];

function pointOf(numbers: Float64Array, n: number): Point {
  return [numbers[n * 3] as number, numbers[n * 3 + 1] as number, numbers[n * 3 + 2] as number];
}

/** Positive when a triangle that is counter-clockwise seen from its front looks the way of a normal. */
function facing(normal: Point, a: Point, b: Point, c: Point): number {
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]];
  return (uy * vz - uz * vy) * normal[0] + (uz * vx - ux * vz) * normal[1] + (ux * vy - uy * vx) * normal[2];
}
