/** What a plan is drawn over: the walls of a world at a height, or a picture of it, out of the library; where it has neither, the ways that people took in its sessions. */
import { useEffect, useState } from 'react';
import type { EngineClient } from '../../shared/engine-api.ts';
import { PROFILES } from '../../shared/games/profiles.ts';
import { placementOf, type GroundInfo, type Placement } from '../../shared/ground.ts';
import { decodeChunk } from '../../shared/session/chunk.ts';
import { useEngine } from '../engine/engine-context.tsx';
import { loadZstd } from '../engine/zstd.ts';
import { picturePlan, pictureSubject } from '../library/picture-plan.ts';
import { GroundThread } from '../replay/ground/ground-thread.ts';

/** Walls are cut so high above the floor that somebody stands on, metres. */
const EYES = 1.5;
/** Pixels along the longer side of a picture. */
const MOST_PX = 2048;
/** Sessions whose ways are drawn. */
const WALKED = 4;

export interface PlanGround {
  /** x, z of both ends of each line, metres. */
  readonly lines: Float32Array;
  /** x, z of the three corners of each triangle, metres. */
  readonly floors: Float32Array;
  readonly picture: { readonly bitmap: ImageBitmap; readonly placement: Placement } | null;
  /** x, z of each way, metres; NaN pairs between its stretches. */
  readonly ways: readonly (readonly number[])[];
}

const NONE: PlanGround = { lines: new Float32Array(0), floors: new Float32Array(0), picture: null, ways: [] };

/** `height`: metres at which people stand; null for the lowest floor. */
export function usePlanGround(game: string, world: string, height: number | null): PlanGround {
  const client = useEngine();
  const [ground, setGround] = useState(NONE);
  useEffect(() => {
    const thread = new GroundThread();
    let wanted = true;
    readGround(client, thread, { game, world }, height).then(
      (read) => wanted && setGround(read),
      () => wanted && setGround(NONE), // a plan without a ground is still a plan
    );
    return () => {
      wanted = false;
      thread.dispose();
    };
  }, [client, game, world, height]);
  return ground;
}

async function readGround(
  client: EngineClient,
  thread: GroundThread,
  world: { readonly game: string; readonly world: string },
  height: number | null,
): Promise<PlanGround> {
  const { mesh, picture } = await client.call('ground.get', world);
  const [shape, drawn] = await Promise.all([shapeOf(client, thread, world, mesh, height), pictureOf(client, thread, world, picture)]);
  const ways = shape === null && drawn === null ? await waysOf(client, world) : NONE.ways;
  return { lines: shape?.lines ?? NONE.lines, floors: shape?.floors ?? NONE.floors, picture: drawn, ways };
}

type World = Parameters<typeof readGround>[2];

async function shapeOf(client: EngineClient, thread: GroundThread, world: World, mesh: GroundInfo['mesh'], height: number | null) {
  if (mesh === null) return null;
  const bytes = await client.call('ground.mesh', { ...world, version: mesh.version });
  if (bytes === null) return null;
  await thread.ask('mesh', { bytes });
  return await thread.ask('section', { height: (height ?? mesh.storeys[0] ?? mesh.min[1]) + EYES, terrain: false });
}

async function pictureOf(client: EngineClient, thread: GroundThread, world: World, picture: GroundInfo['picture']) {
  if (picture?.kind !== 'image' || picture.calibration === null) return null;
  const placement = placementOf(picture.calibration);
  const bytes = placement === null ? null : await client.call('ground.image', { ...world, version: picture.version });
  if (placement === null || bytes === null) return null;
  const bitmap = await thread.ask('image', { bytes, type: picture.type, most: MOST_PX });
  const scale = picture.width / bitmap.width;
  return { bitmap, placement: { ...placement, along: placement.along * scale, across: placement.across * scale } };
}

/** Of the newest sessions on it. */
async function waysOf(client: EngineClient, { game, world }: World): Promise<PlanGround['ways']> {
  const profile = PROFILES[game];
  if (profile === undefined) return NONE.ways;
  const { rows } = await client.call('sessions.list', { filter: { game, world }, sort: 'newest', offset: 0, limit: WALKED });
  const zstd = await loadZstd();
  const ways: (readonly number[])[] = [];
  for (const { id } of rows) {
    const { overview, info, entities } = await client.call('sessions.overview', { id });
    if (overview === null) continue;
    const { traces } = picturePlan(decodeChunk(overview, zstd), pictureSubject(info, entities, profile));
    ways.push(...traces.map(({ points }) => points));
  }
  return ways;
}
