/** A world's triangles as the stage draws them: corner by corner, so that each knows the direction of its face and how far its edges are. */
import type { WorldMesh } from '../../../shared/world-mesh.ts';

export interface MeshCorners {
  /** x, y, z of each corner, Session metres. */
  readonly positions: Float32Array;
  /** Four a corner: the direction that the face looks (127 is 1), and its index in SURFACES. */
  readonly faces: Int8Array;
  /** Four a corner: how far from the three edges of its triangle (255 is as far as it can be; an edge that is not drawn is that far from all), and nothing. */
  readonly edges: Uint8Array;
}

const FAR = 255;

export function meshCorners({ positions, triangles, surfaces, edges }: WorldMesh): MeshCorners {
  const count = surfaces.length;
  const corners = { positions: new Float32Array(count * 9), faces: new Int8Array(count * 12), edges: new Uint8Array(count * 12) };
  const side = (from: number, to: number, axis: number): number => (positions[to + axis] as number) - (positions[from + axis] as number);
  for (let triangle = 0; triangle < count; triangle++) {
    const [a, b, c] = [0, 1, 2].map((n) => (triangles[triangle * 3 + n] as number) * 3) as [number, number, number];
    const across = (n: number, m: number): number => side(a, b, n) * side(a, c, m) - side(a, b, m) * side(a, c, n);
    const normal = [across(1, 2), across(2, 0), across(0, 1)];
    const length = Math.hypot(...normal) || 1;
    const drawn = edges[triangle] as number;
    for (const [n, from] of [a, b, c].entries()) {
      const corner = triangle * 3 + n;
      corners.positions.set(positions.subarray(from, from + 3), corner * 3);
      for (let axis = 0; axis < 3; axis++) corners.faces[corner * 4 + axis] = Math.round(((normal[axis] as number) / length) * 127);
      corners.faces[corner * 4 + 3] = surfaces[triangle] as number;
      // The edge from corner k to the next one is farthest from the one after that.
      for (let edge = 0; edge < 3; edge++) corners.edges[corner * 4 + edge] = (drawn & (1 << edge)) === 0 || n === (edge + 2) % 3 ? FAR : 0;
    }
  }
  return corners;
}
