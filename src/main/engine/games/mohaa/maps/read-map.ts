/** A map of the game, from the bytes of its .bsp to the world's shape in inches. */
import { RefusedInput } from '../../../game-adapter.ts';
import type { NativeWorld } from '../../../ground/world-source.ts';
import { SPACE } from '../session/channels.ts';
import { BspFile } from './bsp-file.ts';
import { placesOf, readEntities, standingModels } from './entities.ts';
import { readMaterials } from './materials.ts';
import { MeshBuilder, Tally } from './mesh-builder.ts';
import { readSolids } from './solids.ts';
import { readSurfaces } from './surfaces.ts';
import { readTerrain } from './terrain.ts';

const MOST_WARNINGS = 20;

/** `name`: what it is called for people. Throws RefusedInput when nothing of it can be used. */
export function readMap(bytes: Uint8Array, name: string): NativeWorld {
  const warnings: string[] = [];
  const warn = (sentence: string): void => void (warnings.includes(sentence) || warnings.push(sentence));
  const bsp = new BspFile(bytes, warn);
  const tally = new Tally();
  const mesh = new MeshBuilder();
  const materials = readMaterials(bsp);
  const entities = readEntities(bsp);
  const models = readModels(bsp);
  // A map without its list of parts is the world alone.
  const world = models[0] ?? { firstSurface: 0, surfaces: Infinity, firstBrush: 0, brushes: Infinity };
  readSurfaces(bsp, { first: world.firstSurface, count: world.surfaces, origin: [0, 0, 0] }, materials, mesh, tally);
  for (const { model, origin } of standingModels(entities)) {
    const part = models[model];
    if (part === undefined || model === 0) tally.add('{n} entities name parts that are not in the map.');
    else readSurfaces(bsp, { first: part.firstSurface, count: part.surfaces, origin }, materials, mesh, tally);
  }
  if (mesh.count === 0) {
    readSolids(bsp, world.firstBrush, world.brushes, materials, mesh, tally);
    if (mesh.count > 0) warn('The map has no surfaces that can be drawn; it is shown by the solids that it was built of.');
  }
  readTerrain(bsp, materials, mesh, tally);
  if (mesh.count === 0) throw new RefusedInput('This map holds nothing that can be drawn; it is damaged.');
  if (mesh.beyond > 0) warn(`The map is larger than can be shown: ${mesh.beyond} triangles are left out.`);
  warnings.push(...tally.sentences());
  return {
    name,
    space: SPACE,
    ...mesh.build(),
    names: materials.map((material) => material.name),
    places: placesOf(entities),
    warnings: warnings.slice(0, MOST_WARNINGS),
  };
}

interface Model {
  readonly firstSurface: number;
  readonly surfaces: number;
  readonly firstBrush: number;
  readonly brushes: number;
}

function readModels(bsp: BspFile): readonly Model[] {
  const { count, start, size } = bsp.records('models');
  return Array.from({ length: count }, (_, i) => {
    const int = (n: number): number => Math.max(0, bsp.view.getInt32(start + i * size + n, true));
    return { firstSurface: int(24), surfaces: int(28), firstBrush: int(32), brushes: int(36) };
  });
}
