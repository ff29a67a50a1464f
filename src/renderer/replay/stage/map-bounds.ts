/** How large the world is, and which part of it the play happens in. */
import type { LoadedSession } from '../playback/types.ts';
import type { GroundBounds } from './ground-layer.ts';

/** The whole world: what the source says, else what is known of the map, else nothing (null). */
export function worldBounds({ info, profile }: LoadedSession): GroundBounds | null {
  const hull = profile.world.boxes.find((box) => box.role === 'hull');
  if (hull !== undefined) return { minX: hull.min[0], minZ: hull.min[2], maxX: hull.max[0], maxZ: hull.max[2] };
  const size = info.worldSize ?? profile.world.sizes[info.world.toLowerCase()];
  if (size === undefined || size <= 0) return null;
  // Native axes start in a corner of the map; Session z may point the other way.
  const [signX, , signZ] = info.space.sign;
  return {
    minX: Math.min(0, signX * size),
    minZ: Math.min(0, signZ * size),
    maxX: Math.max(0, signX * size),
    maxZ: Math.max(0, signZ * size),
  };
}

/** Least side of the part that the minimap shows, metres; and in squares of the grid, for worlds of houses rather than islands. */
const SMALLEST_SIDE = 300;
const SMALLEST_SQUARES = 1.5;

/** Square around where the play happens: all events of the session and whoever stands at `place` now, without the outermost few. */
export function playBounds(session: LoadedSession, place: Float32Array, drawn: Uint8Array, count: number): GroundBounds {
  const { events } = session;
  const xs: number[] = [];
  const zs: number[] = [];
  const stride = Math.max(1, Math.ceil(events.count / 4000));
  for (let i = 0; i < events.count; i += stride) add(xs, zs, events.position[i * 3], events.position[i * 3 + 2]);
  for (let i = 1; i < count; i++) if (drawn[i] !== 0) add(xs, zs, place[i * 3], place[i * 3 + 2]);
  const [minX, maxX] = middleMost(xs);
  const [minZ, maxZ] = middleMost(zs);
  const smallest = Math.min(SMALLEST_SIDE, (session.profile.world.grid.steps[0] ?? SMALLEST_SIDE) * SMALLEST_SQUARES);
  const half = Math.max(maxX - minX, maxZ - minZ, smallest) * 0.62;
  const x = (minX + maxX) / 2;
  const z = (minZ + maxZ) / 2;
  return { minX: x - half, minZ: z - half, maxX: x + half, maxZ: z + half };
}

function add(xs: number[], zs: number[], x: number | undefined, z: number | undefined): void {
  if (x === undefined || z === undefined || !Number.isFinite(x) || !Number.isFinite(z)) return;
  xs.push(x);
  zs.push(z);
}

function middleMost(values: number[]): [number, number] {
  if (values.length === 0) return [0, 0];
  values.sort((a, b) => a - b);
  const cut = Math.floor(values.length * 0.01);
  return [values[cut] ?? 0, values[values.length - 1 - cut] ?? 0];
}
