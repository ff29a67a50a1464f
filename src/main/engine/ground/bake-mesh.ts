/** Makes a game's geometry what is kept of it: Session metres, shared vertices, what each triangle is, and which of its edges are drawn. */
import type { Space } from '../../../shared/session/model.ts';
import { SURFACE_CEILING, SURFACE_FLOOR, SURFACE_TERRAIN, SURFACE_WALL, type WorldMesh } from '../../../shared/world-mesh.ts';
import { creaseEdges } from './crease-edges.ts';
import type { NativeWorld } from './world-source.ts';

/** Metres within which vertices are one. */
const WELD = 0.001;
/** Square metres: what is smaller is not seen. */
const SMALLEST = 1e-6;
/** How much of a triangle's direction must point up or down. People walk on what points up this far. */
const FLOOR = 0.7;
const CEILING = -0.5;

export function bakeMesh(world: NativeWorld): WorldMesh {
  const { positions, vertexOf } = welded(sessionPositions(world));
  const { axis, sign } = world.space;
  // Two axes changed, or one turned round, and the front is the back.
  const isMirrored = sign[0] * sign[1] * sign[2] * permutationSign(axis) < 0;
  const count = world.triangles.length / 3;
  const triangles = new Uint32Array(count * 3);
  const normals = new Float32Array(count * 3);
  const surfaces = new Uint8Array(count);
  const materials = new Uint16Array(count);
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const corner = (n: number): number => vertexOf[world.triangles[i * 3 + n] as number] as number;
    const [a, b, c] = isMirrored ? [corner(0), corner(2), corner(1)] : [corner(0), corner(1), corner(2)];
    const [x, y, z] = across(positions, a, b, c);
    const length = Math.hypot(x, y, z);
    if (!(length / 2 > SMALLEST)) continue;
    triangles.set([a, b, c], kept * 3);
    normals.set([x / length, y / length, z / length], kept * 3);
    surfaces[kept] = world.terrain[i] === 1 ? SURFACE_TERRAIN : bySlope(y / length);
    materials[kept] = world.materials[i] as number;
    kept++;
  }
  const used = triangles.slice(0, kept * 3);
  return {
    positions,
    triangles: used,
    surfaces: surfaces.slice(0, kept),
    edges: creaseEdges(positions, used, normals),
    materials: materials.slice(0, kept),
    names: world.names,
    places: world.places.map((place) => ({ ...place, position: inSession(world.space, place.position) })),
  };
}

function bySlope(up: number): number {
  return up >= FLOOR ? SURFACE_FLOOR : up <= CEILING ? SURFACE_CEILING : SURFACE_WALL;
}

function sessionPositions({ positions, space }: NativeWorld): Float32Array {
  const metres = new Float32Array(positions.length);
  for (let at = 0; at < positions.length; at += 3) metres.set(inSession(space, positions.subarray(at, at + 3)), at);
  return metres;
}

function inSession({ axis, sign, metresPerUnit }: Space, native: ArrayLike<number>): [number, number, number] {
  const along = (n: 0 | 1 | 2): number => sign[n] * (native[axis[n]] as number) * metresPerUnit;
  return [along(0), along(1), along(2)];
}

/** Vertices that lie in one place become one. `vertexOf`: the new number of each old one. */
function welded(positions: Float32Array): { positions: Float32Array; vertexOf: Uint32Array } {
  const count = positions.length / 3;
  const vertexOf = new Uint32Array(count);
  const kept = new Float32Array(positions.length);
  // Open addressing over a table twice as large as what goes in.
  const mask = 2 ** Math.ceil(Math.log2(Math.max(2, count * 2))) - 1;
  const slots = new Int32Array(mask + 1).fill(-1);
  const step = (value: number): number => Math.round(value / WELD);
  let unique = 0;
  for (let i = 0; i < count; i++) {
    const [x, y, z] = [0, 1, 2].map((axis) => step(positions[i * 3 + axis] as number)) as [number, number, number];
    let slot = (Math.imul(x, 73_856_093) ^ Math.imul(y, 19_349_663) ^ Math.imul(z, 83_492_791)) & mask;
    for (;;) {
      const vertex = slots[slot] as number;
      if (vertex < 0) {
        kept.set(positions.subarray(i * 3, i * 3 + 3), unique * 3);
        slots[slot] = unique;
        vertexOf[i] = unique++;
        break;
      }
      if (
        step(kept[vertex * 3] as number) === x &&
        step(kept[vertex * 3 + 1] as number) === y &&
        step(kept[vertex * 3 + 2] as number) === z
      ) {
        vertexOf[i] = vertex;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return { positions: kept.slice(0, unique * 3), vertexOf };
}

/** Twice the area of a triangle, in the direction that it faces. */
function across(positions: Float32Array, a: number, b: number, c: number): [number, number, number] {
  const side = (to: number, axis: number): number => (positions[to * 3 + axis] as number) - (positions[a * 3 + axis] as number);
  const part = (n: number, m: number): number => side(b, n) * side(c, m) - side(b, m) * side(c, n);
  return [part(1, 2), part(2, 0), part(0, 1)];
}

function permutationSign([a, b, c]: readonly [number, number, number]): number {
  return Math.sign((b - a) * (c - a) * (c - b));
}
