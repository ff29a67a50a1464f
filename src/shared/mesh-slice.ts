/** A world cut open at a height: the lines of its walls, which are its plan, and the heights at which it has floors. */
import { SURFACE_FLOOR, SURFACE_TERRAIN, type WorldMesh } from './world-mesh.ts';

type Shape = Pick<WorldMesh, 'positions' | 'triangles' | 'surfaces'>;

/**
 * Where a level plane cuts the triangles: x, z of both ends of each line, metres. A point exactly on the plane counts as above it, so that the lines around a
 * closed body close. `terrain`: cut that as well.
 */
export function sliceMesh({ positions, triangles, surfaces }: Shape, height: number, terrain: boolean): Float32Array {
  let lines = new Float32Array(4096);
  let length = 0;
  const corners = [0, 0, 0];
  for (let triangle = 0; triangle < surfaces.length; triangle++) {
    if (surfaces[triangle] === SURFACE_TERRAIN && !terrain) continue;
    let above = 0;
    for (let n = 0; n < 3; n++) {
      const vertex = triangles[triangle * 3 + n] as number;
      corners[n] = vertex;
      if ((positions[vertex * 3 + 1] as number) >= height) above |= 1 << n;
    }
    if (above === 0 || above === 7) continue;
    if (length + 4 > lines.length) {
      const longer = new Float32Array(lines.length * 2);
      longer.set(lines);
      lines = longer;
    }
    for (let n = 0; n < 3; n++) {
      const next = (n + 1) % 3;
      if (((above >> n) & 1) === ((above >> next) & 1)) continue;
      length = cross(positions, corners[n] as number, corners[next] as number, height, lines, length);
    }
  }
  return lines.slice(0, length);
}

/** Adds where the edge between two vertices meets the plane. The same for both triangles that share it, to the bit. */
function cross(positions: Float32Array, a: number, b: number, height: number, out: Float32Array, at: number): number {
  const [from, to] = a < b ? [a * 3, b * 3] : [b * 3, a * 3];
  const low = positions[from + 1] as number;
  const share = (height - low) / ((positions[to + 1] as number) - low);
  const x = positions[from] as number;
  const z = positions[from + 2] as number;
  out[at] = x + share * ((positions[to] as number) - x);
  out[at + 1] = z + share * ((positions[to + 2] as number) - z);
  return at + 2;
}

/** Metres between the steps in which heights are counted. */
const STEP = 0.5;
/** Floors nearer to each other than somebody who stands are one storey. */
const STOREY = 2.5;
/** Of the whole floor, at least this much makes a storey: crates and window sills do not. */
const LEAST_SHARE = 0.03;

/** Heights of the storeys, metres, from below: where floors are widest. At most `most`, those with the most floor. */
export function storeys({ positions, triangles, surfaces }: Shape, most: number): readonly number[] {
  const areas = new Map<number, number>();
  let whole = 0;
  for (let triangle = 0; triangle < surfaces.length; triangle++) {
    if (surfaces[triangle] !== SURFACE_FLOOR) continue;
    const [a, b, c] = [triangle * 3, triangle * 3 + 1, triangle * 3 + 2].map((n) => (triangles[n] as number) * 3) as [
      number,
      number,
      number,
    ];
    const along = (from: number, to: number, axis: number): number => (positions[to + axis] as number) - (positions[from + axis] as number);
    const area = Math.abs(along(a, b, 0) * along(a, c, 2) - along(a, b, 2) * along(a, c, 0)) / 2;
    const height = ((positions[a + 1] as number) + (positions[b + 1] as number) + (positions[c + 1] as number)) / 3;
    const step = Math.round(height / STEP);
    areas.set(step, (areas.get(step) ?? 0) + area);
    whole += area;
  }
  const found: number[] = [];
  for (const [step, area] of [...areas].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])) {
    if (area < whole * LEAST_SHARE || found.length === most) break;
    if (found.every((height) => Math.abs(height - step * STEP) >= STOREY)) found.push(step * STEP);
  }
  return found.toSorted((a, b) => a - b);
}

/** What lies below a height and belongs to its storey, and all open ground below it: x, z of the three corners of each triangle, metres. */
export function floorsBelow({ positions, triangles, surfaces }: Shape, height: number): Float32Array {
  const corners: number[] = [];
  for (let triangle = 0; triangle < surfaces.length; triangle++) {
    const surface = surfaces[triangle];
    if (surface !== SURFACE_FLOOR && surface !== SURFACE_TERRAIN) continue;
    let lowest = Infinity;
    for (let n = 0; n < 3; n++) lowest = Math.min(lowest, positions[(triangles[triangle * 3 + n] as number) * 3 + 1] as number);
    if (lowest > height || (surface === SURFACE_FLOOR && lowest < height - STOREY * 1.5)) continue;
    for (let n = 0; n < 3; n++) {
      const at = (triangles[triangle * 3 + n] as number) * 3;
      corners.push(positions[at] as number, positions[at + 2] as number);
    }
  }
  return Float32Array.from(corners);
}
