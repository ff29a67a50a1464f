/** Where straight lines meet the shape of a world: a tree of boxes over its triangles, in typed arrays that can be handed to another thread. */
import type { WorldMesh } from './world-mesh.ts';

/** Triangles of a leaf, at most, unless they cannot be told apart. */
const LEAF = 6;
/** A line that only touches what it starts or ends at does not meet it, share of its length. */
const TOUCH = 1e-5;
const DEEPEST = 64;

export interface MeshTree {
  /** Of each node: least x, y, z and greatest x, y, z, metres. */
  readonly boxes: Float32Array;
  /** Of each node, two numbers: first triangle and how many (a leaf), or its second child and 0; its first child follows it. */
  readonly nodes: Uint32Array;
  /** Of each triangle its three corners, nine numbers; in the order of the leaves. */
  readonly corners: Float32Array;
}

export function buildMeshTree({ positions, triangles }: Pick<WorldMesh, 'positions' | 'triangles'>): MeshTree {
  const count = triangles.length / 3;
  const middles = new Float32Array(count * 3);
  for (let i = 0; i < count * 3; i++) {
    const triangle = Math.floor(i / 3) * 3;
    const axis = i % 3;
    let sum = 0;
    for (let n = 0; n < 3; n++) sum += positions[(triangles[triangle + n] as number) * 3 + axis] as number;
    middles[i] = sum / 3;
  }
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  const boxes: number[] = [];
  const nodes: number[] = [];
  const add = (first: number, last: number, depth: number): void => {
    const node = nodes.length / 2;
    nodes.push(first, last - first);
    const box = boxOf(positions, triangles, order, first, last);
    boxes.push(...box);
    if (last - first <= LEAF || depth === DEEPEST - 1) return;
    const axis = longest(box);
    const middle = split(order, middles, first, last, axis, ((box[axis] as number) + (box[axis + 3] as number)) / 2);
    add(first, middle, depth + 1);
    nodes[node * 2] = nodes.length / 2;
    nodes[node * 2 + 1] = 0;
    add(middle, last, depth + 1);
  };
  if (count > 0) add(0, count, 0);
  const corners = new Float32Array(count * 9);
  for (const [at, triangle] of order.entries())
    for (let n = 0; n < 3; n++) {
      const vertex = (triangles[triangle * 3 + n] as number) * 3;
      corners.set(positions.subarray(vertex, vertex + 3), at * 9 + n * 3);
    }
  return { boxes: Float32Array.from(boxes), nodes: Uint32Array.from(nodes), corners };
}

type Box = [number, number, number, number, number, number];

function boxOf(positions: Float32Array, triangles: Uint32Array, order: Uint32Array, first: number, last: number): Box {
  const box: Box = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
  for (let i = first; i < last; i++)
    for (let n = 0; n < 3; n++)
      for (let axis = 0; axis < 3; axis++) {
        const value = positions[(triangles[(order[i] as number) * 3 + n] as number) * 3 + axis] as number;
        if (value < (box[axis] as number)) box[axis] = value;
        if (value > (box[axis + 3] as number)) box[axis + 3] = value;
      }
  return box;
}

function longest(box: Box): number {
  const sides = [box[3] - box[0], box[4] - box[1], box[5] - box[2]];
  return sides.indexOf(Math.max(...sides));
}

/** Puts triangles whose middle lies before a place first; halves when all lie on one side. Returns where the second part begins. */
function split(order: Uint32Array, middles: Float32Array, first: number, last: number, axis: number, place: number): number {
  let at = first;
  for (let i = first; i < last; i++) {
    const triangle = order[i] as number;
    if ((middles[triangle * 3 + axis] as number) >= place) continue;
    order[i] = order[at] as number;
    order[at++] = triangle;
  }
  if (at > first && at < last) return at;
  const along = (triangle: number): number => middles[triangle * 3 + axis] as number;
  order.subarray(first, last).sort((a, b) => along(a) - along(b) || a - b);
  return (first + last) >>> 1;
}

const stack = new Uint32Array(DEEPEST + 1);

/**
 * How far, 0 to 1, one comes from a to b before something is met; 1 when nothing is. Both sides of a triangle count. What is met above the height `open` is as if it
 * were not there: Infinity for a world that is whole. Allocates nothing.
 */
export function firstHit(
  { boxes, nodes, corners }: MeshTree,
  ax: number,
  ay: number,
  az: number,
  bx: number,
  by: number,
  bz: number,
  open: number,
): number {
  if (nodes.length === 0) return 1;
  const dx = bx - ax;
  const dy = by - ay;
  const dz = bz - az;
  const ix = 1 / dx;
  const iy = 1 / dy;
  const iz = 1 / dz;
  let nearest = 1;
  let depth = 0;
  stack[depth++] = 0;
  while (depth > 0) {
    const node = stack[--depth] as number;
    const box = node * 6;
    if ((boxes[box + 1] as number) > open) continue;
    // A line along a side of a box gives NaN, which no comparison takes for a miss.
    let near = 0;
    let far = nearest;
    const x0 = ((boxes[box] as number) - ax) * ix;
    const x1 = ((boxes[box + 3] as number) - ax) * ix;
    if (Math.min(x0, x1) > near) near = Math.min(x0, x1);
    if (Math.max(x0, x1) < far) far = Math.max(x0, x1);
    const y0 = ((boxes[box + 1] as number) - ay) * iy;
    const y1 = ((boxes[box + 4] as number) - ay) * iy;
    if (Math.min(y0, y1) > near) near = Math.min(y0, y1);
    if (Math.max(y0, y1) < far) far = Math.max(y0, y1);
    const z0 = ((boxes[box + 2] as number) - az) * iz;
    const z1 = ((boxes[box + 5] as number) - az) * iz;
    if (Math.min(z0, z1) > near) near = Math.min(z0, z1);
    if (Math.max(z0, z1) < far) far = Math.max(z0, z1);
    if (near > far) continue;
    const first = nodes[node * 2] as number;
    const count = nodes[node * 2 + 1] as number;
    if (count === 0) {
      stack[depth++] = first;
      stack[depth++] = node + 1;
      continue;
    }
    for (let at = first * 9; at < (first + count) * 9; at += 9) {
      const px = corners[at] as number;
      const py = corners[at + 1] as number;
      const pz = corners[at + 2] as number;
      const ex = (corners[at + 3] as number) - px;
      const ey = (corners[at + 4] as number) - py;
      const ez = (corners[at + 5] as number) - pz;
      const fx = (corners[at + 6] as number) - px;
      const fy = (corners[at + 7] as number) - py;
      const fz = (corners[at + 8] as number) - pz;
      // Möller and Trumbore.
      const hx = dy * fz - dz * fy;
      const hy = dz * fx - dx * fz;
      const hz = dx * fy - dy * fx;
      const across = ex * hx + ey * hy + ez * hz;
      if (across === 0) continue;
      const sx = ax - px;
      const sy = ay - py;
      const sz = az - pz;
      const u = (sx * hx + sy * hy + sz * hz) / across;
      if (!(u >= 0 && u <= 1)) continue;
      const qx = sy * ez - sz * ey;
      const qy = sz * ex - sx * ez;
      const qz = sx * ey - sy * ex;
      const v = (dx * qx + dy * qy + dz * qz) / across;
      if (!(v >= 0 && u + v <= 1)) continue;
      const share = (fx * qx + fy * qy + fz * qz) / across;
      if (share > TOUCH && share < nearest - TOUCH && ay + dy * share <= open) nearest = share;
    }
  }
  return nearest;
}
