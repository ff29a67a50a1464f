/**
 * Which edges of a mesh are edges of the shape. A level floor comes in many pieces: between two that go on in the same direction there is only a seam, also where
 * the corner of one lies in the middle of the other's edge.
 */

/** Pieces that differ less in direction are one curved surface. */
const SMOOTH = Math.cos((25 * Math.PI) / 180);
const FLAT = Math.cos((3 * Math.PI) / 180);
/** Triangles at one edge that are looked at: more are no shape. */
const MOST_AT_EDGE = 16;
/** Metres by which edges may miss each other. */
const NEAR = 0.02;

interface Piece {
  readonly triangle: number;
  readonly corner: number;
  /** Along the line, metres. */
  readonly from: number;
  readonly to: number;
}

/** Of each triangle: bit n is set where the edge from corner n to the next is to be drawn. `normals`: x, y, z of each triangle, of length 1. */
export function creaseEdges(positions: Float32Array, triangles: Uint32Array, normals: Float32Array): Uint8Array {
  const count = triangles.length / 3;
  const edges = new Uint8Array(count).fill(7);
  const vertices = positions.length / 3;
  const alike = (a: number, b: number): number => dot(normals, a * 3, normals, b * 3);

  // Those that share both corners; each knows the one before it with the same corners.
  const latest = new Map<number, number>();
  const before = new Int32Array(count * 3).fill(-1);
  const alone = new Set<number>();
  for (let edge = 0; edge < count * 3; edge++) {
    const a = triangles[edge] as number;
    const b = triangles[next(edge)] as number;
    const key = Math.min(a, b) * vertices + Math.max(a, b);
    before[edge] = latest.get(key) ?? -1;
    latest.set(key, edge);
    alone.add(edge);
    for (let other = before[edge] as number, n = 0; other >= 0 && n < MOST_AT_EDGE; other = before[other] as number, n++) {
      if (alike(Math.floor(edge / 3), Math.floor(other / 3)) <= SMOOTH) continue;
      for (const one of [edge, other]) {
        soften(edges, one);
        alone.delete(one);
      }
    }
  }

  // Those that lie along each other, in the same plane and on the same line: soft where pieces on the other side cover them.
  const lines = new Map<string, { ahead: Piece[]; back: Piece[] }>();
  for (const edge of alone) {
    const triangle = Math.floor(edge / 3);
    const a = (triangles[edge] as number) * 3;
    const b = (triangles[next(edge)] as number) * 3;
    const along = [0, 1, 2].map((axis) => (positions[b + axis] as number) - (positions[a + axis] as number));
    const length = Math.hypot(...along);
    const isAhead = (along.find((value) => Math.abs(value) > length * 0.01) ?? 0) > 0;
    const way = along.map((value) => (isAhead ? value : -value) / length);
    const from = dot(way, 0, positions, a);
    const to = dot(way, 0, positions, b);
    // Where the line is nearest to the middle of the world, and which way its plane faces.
    const foot = way.map((value, axis) => round(((positions[a + axis] as number) - value * from) / (NEAR * 2)));
    const face = [0, 1, 2].map((axis) => round((normals[triangle * 3 + axis] as number) * 20));
    const key = [...way.map((value) => round(value * 100)), ...foot, ...face].join();
    const line = lines.get(key) ?? { ahead: [], back: [] };
    lines.set(key, line);
    (isAhead ? line.ahead : line.back).push({ triangle, corner: edge % 3, from: Math.min(from, to), to: Math.max(from, to) });
  }
  for (const { ahead, back } of lines.values()) {
    for (const [side, others] of [
      [ahead, back],
      [back, ahead],
    ] as const) {
      const sorted = others.toSorted((a, b) => a.from - b.from);
      for (const piece of side) if (isCovered(piece, sorted, alike)) soften(edges, piece.triangle * 3 + piece.corner);
    }
  }
  return edges;
}

/** Whether pieces, sorted by where they begin, leave nothing of one free. */
function isCovered(piece: Piece, others: readonly Piece[], alike: (a: number, b: number) => number): boolean {
  let free = piece.from;
  for (const other of others) {
    if (other.from > free + NEAR) break;
    if (other.to > free && alike(piece.triangle, other.triangle) > FLAT) free = other.to;
  }
  return free >= piece.to - NEAR;
}

function next(edge: number): number {
  return edge % 3 === 2 ? edge - 2 : edge + 1;
}

function soften(edges: Uint8Array, edge: number): void {
  const triangle = Math.floor(edge / 3);
  edges[triangle] = (edges[triangle] as number) & ~(1 << (edge % 3));
}

/** Without a zero below zero, which would be another key. */
function round(value: number): number {
  return Math.round(value) + 0;
}

function dot(a: ArrayLike<number>, i: number, b: ArrayLike<number>, j: number): number {
  return (a[i] as number) * (b[j] as number) + (a[i + 1] as number) * (b[j + 1] as number) + (a[i + 2] as number) * (b[j + 2] as number);
}
