/** Takes the shape of a world in: the game finds it in what a person chose, and it is written as the library keeps it. */
import { writeFile } from 'node:fs/promises';
import type { GroundMesh } from '../../../shared/ground.ts';
import { storeys } from '../../../shared/mesh-slice.ts';
import { encodeWorldMesh } from '../../../shared/world-mesh.ts';
import { RefusedInput } from '../game-adapter.ts';
import { zstd } from '../zstd.ts';
import { bakeMesh } from './bake-mesh.ts';
import type { GroundOrder } from './ground-messages.ts';
import type { WorldSource } from './world-source.ts';

const MOST_STOREYS = 12;
const MOST_WARNINGS = 20;

/** Rejects with RefusedInput, one sentence; what was written then is the caller's to remove. `worlds`: what the world's game brings. */
export async function takeMesh(
  order: GroundOrder,
  worlds: WorldSource | undefined,
  step: (step: string, done: number, total: number) => void,
): Promise<GroundMesh> {
  if (worlds === undefined) throw new RefusedInput('Sandtable cannot read the worlds of this game.');
  if ('files' in order.source) throw new RefusedInput('Choose one file or the folder of the game.');
  const native = await worlds.read(order.world, { path: order.source.path, name: order.name }, step);
  step('Preparing the world', 0, 0);
  const mesh = bakeMesh(native);
  if (mesh.surfaces.length === 0) throw new RefusedInput('This world holds nothing that can be drawn; its file is damaged.');
  await writeFile(order.out, encodeWorldMesh(mesh, zstd));
  return {
    version: order.version,
    name: native.name.slice(-255),
    triangles: mesh.surfaces.length,
    ...boundsOf(mesh.positions),
    storeys: storeys(mesh, MOST_STOREYS),
    warnings: native.warnings.slice(0, MOST_WARNINGS).map((warning) => warning.slice(0, 400)),
  };
}

function boundsOf(positions: Float32Array): Pick<GroundMesh, 'min' | 'max'> {
  const min: [number, number, number] = [Infinity, Infinity, Infinity];
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (const [i, value] of positions.entries()) {
    const axis = (i % 3) as 0 | 1 | 2;
    if (value < min[axis]) min[axis] = value;
    if (value > max[axis]) max[axis] = value;
  }
  return { min, max };
}
