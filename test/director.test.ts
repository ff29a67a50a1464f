/** The director on sessions of all three simulators, in the world as the simulator has it: who matters is seen, shots are not short, cuts not many, and always the same. */
import { afterAll, describe, expect, it, vi } from 'vitest';
import { height } from '../simulators/arma/terrain.ts';
import { writeOcap } from '../simulators/arma/write-ocap.ts';
import { simulateEcho } from '../simulators/echovr/simulate.ts';
import { writeMohaaLog } from '../simulators/mohaa/write-log.ts';
import { writeMohaaMap } from '../simulators/mohaa/write-map.ts';
import { readMap } from '../src/main/engine/games/mohaa/maps/read-map.ts';
import { bakeMesh } from '../src/main/engine/ground/bake-mesh.ts';
import { MOST_CUTS, SHORTEST_MS } from '../src/renderer/replay/director/partition.ts';
import { Sight, type WorldShape } from '../src/renderer/replay/director/sight.ts';
import type { HeightGrid } from '../src/shared/height-grid.ts';
import { buildMeshTree } from '../src/shared/mesh-rays.ts';
import { storeys } from '../src/shared/mesh-slice.ts';
import { filmsOf, measured, planned, type Film, type Figures } from './director-check.ts';

const LONG = process.env['SANDTABLE_LONG'] === '1';
vi.setConfig({ testTimeout: LONG ? 600_000 : 30_000 });

/** Looked at along a line of sight over hills. */
const STEPS = 200;

type Shape = Omit<WorldShape, 'boxes'>;
const NOTHING: Shape = { relief: null, tree: null, storeys: [] };
const SEEDS = LONG ? [1, 2, 3, 4, 5] : [2];

async function recorded(write: (out: (bytes: Uint8Array) => Promise<void>) => Promise<unknown>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  await write((bytes) => {
    parts.push(bytes);
    return Promise.resolve();
  });
  return Buffer.concat(parts);
}

const said: string[] = [];
afterAll(() => {
  if (LONG) console.info(said.join('\n'));
});

/** `truth`: height of the ground where the world is hills, whatever the director knew of them. */
function filmed(name: string, film: Film, shape: Shape, truth: ((x: number, z: number) => number) | null): Figures {
  const cuts = planned(film, shape);
  expect(planned(film, shape)).toEqual(cuts);
  const sight = new Sight({ ...shape, relief: null, boxes: film.profile.world.boxes });
  const figures = measured(
    film,
    cuts,
    (eye, place, open) => {
      const isUnderground = (_: unknown, n: number): boolean => {
        const at = eye.clone().lerp(place, (n + 1) / STEPS);
        return truth !== null && at.y < truth(at.x, at.z);
      };
      if (Array.from({ length: STEPS - 2 }).some(isUnderground)) return false;
      return sight.isClear(eye.x, eye.y, eye.z, place.x, place.y, place.z, open);
    },
    (eye) => sight.isFree(eye.x, eye.y, eye.z) && (truth === null || eye.y > truth(eye.x, eye.z)),
  );
  said.push(
    `${name}: ${figures.seen} of ${figures.events} seen, ${figures.cuts} shots, shortest ${figures.shortest} ms, at most ${figures.most} cuts in a minute`,
  );
  expect(cuts[0]?.from).toBe(0);
  expect(cuts.at(-1)?.to).toBe(film.subject.info.durationMs);
  for (const [i, cut] of cuts.slice(1).entries()) expect(cut.from).toBe(cuts[i]?.to);
  expect(figures.events).toBeGreaterThan(0);
  expect(figures.seen / figures.events >= 0.95 ? [] : figures.misses).toEqual([]);
  expect(figures.shortest).toBeGreaterThanOrEqual(SHORTEST_MS);
  expect(figures.most).toBeLessThanOrEqual(MOST_CUTS);
  expect(figures.stuck).toBe(0);
  return figures;
}

describe.each(SEEDS)('seed %i', (seed) => {
  it('of Echo VR', async () => {
    const match = await recorded((out) => simulateEcho(out, { format: 'text', seconds: LONG ? 600 : 120, hz: 10, seed }));
    for (const film of await filmsOf('match.echoreplay', match))
      expect(filmed(`Echo VR ${seed}`, film, NOTHING, null).seen).toBeGreaterThan(0);
  });

  it('of ArmA, with a height map and without', async () => {
    const operation = await recorded((out) => writeOcap(out, { minutes: LONG ? 40 : 8, seed }));
    const [film] = await filmsOf('operation.json', operation);
    if (film === undefined) throw new Error('no session');
    expect(filmed(`ArmA ${seed}`, film, { ...NOTHING, relief: island() }, (x, z) => height(x, -z)).seen).toBeGreaterThan(0);
    expect(filmed(`ArmA ${seed} on a plane`, film, NOTHING, null).seen).toBeGreaterThan(0);
  });

  it('of MOHAA, in its map and without it', async () => {
    const log = await recorded((out) => writeMohaaLog(out, { seed, minutes: LONG ? 6 : 1.5, players: 4, bots: 2, matches: 1 }));
    const [film] = await filmsOf('match.ndjson', log);
    if (film === undefined) throw new Error('no session');
    const mesh = bakeMesh(readMap(writeMohaaMap(), 'sandbox'));
    expect(
      filmed(`MOHAA ${seed}`, film, { relief: null, tree: buildMeshTree(mesh), storeys: storeys(mesh, 12) }, null).seen,
    ).toBeGreaterThan(0);
    expect(filmed(`MOHAA ${seed} without its map`, film, NOTHING, null).seen).toBeGreaterThan(0);
  });
});

/** The island as somebody's height map has it. */
function island(): HeightGrid {
  const [x, z, cell, columns, rows] = [3000, -6000, 10, 260, 300];
  const heights = Float32Array.from({ length: columns * rows }, (_, i) =>
    height(x + (i % columns) * cell, -(z + Math.floor(i / columns) * cell)),
  );
  return { x, z, cell, columns, rows, heights };
}
