/** Pieces of terrain: nine by nine heights over 512 by 512 inches. Drawn by the game with as many of them as the distance asks for; here with all. */
import type { BspFile } from './bsp-file.ts';
import type { Material } from './materials.ts';
import type { MeshBuilder, Tally } from './mesh-builder.ts';

const SIDE = 9;
/** Inches between samples, and per step of a height. */
const CELL = 64;
const STEP = 2;

export function readTerrain(bsp: BspFile, materials: readonly Material[], mesh: MeshBuilder, tally: Tally): void {
  const { count, start, size } = bsp.records('terrain');
  const { view } = bsp;
  for (let i = 0; i < count; i++) {
    const at = start + i * size;
    const west = view.getInt8(at + 36) * CELL;
    const south = view.getInt8(at + 37) * CELL;
    const base = view.getInt16(at + 38, true);
    const shader = view.getUint16(at + 40, true);
    const material = materials[shader];
    if (material === undefined) {
      tally.add('{n} pieces of terrain name a material that is not in the map; they are left out.');
      continue;
    }
    if (material.unseen) continue;
    const numbers = Array.from({ length: SIDE * SIDE }, (_, n) => {
      const height = base + view.getUint8(at + 304 + n) * STEP;
      return mesh.vertex(west + (n % SIDE) * CELL, south + Math.floor(n / SIDE) * CELL, height);
    });
    for (let row = 0; row + 1 < SIDE; row++)
      for (let column = 0; column + 1 < SIDE; column++) {
        const first = row * SIDE + column;
        const [a, b, c, d] = [first, first + 1, first + SIDE, first + SIDE + 1].map((n) => numbers[n]) as [number, number, number, number];
        // Halving triangles, as the game does, the last cuts run from the odd corners to the even ones.
        if ((row + column) % 2 === 0) {
          mesh.triangle(a, b, d, shader, true);
          mesh.triangle(a, d, c, shader, true);
        } else {
          mesh.triangle(a, b, c, shader, true);
          mesh.triangle(b, d, c, shader, true);
        }
      }
  }
}
