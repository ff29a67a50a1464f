/** Plans the cuts of a recording as a replay does, and measures them with means of its own: the projection of the real camera, everybody's place anew, and the world as it truly is. */
import { PerspectiveCamera, Vector3 } from 'three';
import { MemorySource } from '../src/main/engine/byte-source.ts';
import { ADAPTERS } from '../src/main/engine/games/registry.ts';
import type { MemorySession } from '../src/main/engine/memory-session.ts';
import { readIntoMemory } from '../src/main/engine/read-into-memory.ts';
import { zstd } from '../src/main/engine/zstd.ts';
import { createPose, cutAt, poseAt, type Cut } from '../src/renderer/replay/director/cut-list.ts';
import { directorSubject, styleOf } from '../src/renderer/replay/director/director-session.ts';
import { DirectorPlanner } from '../src/renderer/replay/director/planner.ts';
import { Sight, type WorldShape } from '../src/renderer/replay/director/sight.ts';
import { holdAround, PictureReader, type DirectorSubject } from '../src/renderer/replay/director/tracks.ts';
import { EventTableBuilder } from '../src/renderer/replay/playback/event-table.ts';
import type { EventTable } from '../src/renderer/replay/playback/types.ts';
import type { GameProfile } from '../src/shared/games/profile.ts';
import { PROFILES } from '../src/shared/games/profiles.ts';
import { decodeChunk, type Chunk } from '../src/shared/session/chunk.ts';
import { decodeEvents } from '../src/shared/session/event-block.ts';
import { EVENT_IMPORTANCE } from '../src/shared/session/event-types.ts';

export interface Film {
  readonly subject: DirectorSubject;
  readonly events: EventTable;
  readonly chunks: readonly Chunk[];
  readonly profile: GameProfile;
}

/** The sessions of a recording, as a page has them. */
export async function filmsOf(name: string, bytes: Uint8Array): Promise<readonly Film[]> {
  const sessions = await readIntoMemory(new MemorySource(name, bytes), ADAPTERS);
  return await Promise.all(sessions.map(filmOf));
}

async function filmOf(session: MemorySession): Promise<Film> {
  const info = session.info();
  const profile = PROFILES[info.game];
  if (profile === undefined) throw new Error(`no profile of ${info.game}`);
  const blocks = session.eventBlocks();
  const table = new EventTableBuilder(
    blocks.reduce((sum, { count }) => sum + count, 0),
    info.space,
  );
  for (const { index } of blocks) table.add(decodeEvents(await session.eventColumns(index), zstd));
  const chunks: Chunk[] = [];
  for (const { layer, index } of session.chunks()) if (layer === 0) chunks.push(decodeChunk(await session.chunk(0, index), zstd));
  const subject = directorSubject({ info, profile, entities: session.entities(), strings: session.strings() }, false);
  return { subject, events: table.finish(), chunks, profile };
}

export function planned({ subject, events, chunks, profile }: Film, shape: Omit<WorldShape, 'boxes'>): readonly Cut[] {
  const sight = new Sight({ ...shape, boxes: profile.world.boxes });
  const planner = new DirectorPlanner(subject, events, sight, styleOf(profile));
  return [...chunks, null].flatMap((chunk) => planner.feed(chunk));
}

export interface Figures {
  readonly cuts: number;
  /** Of importance 3, with somebody in them. */
  readonly events: number;
  /** Of those: everybody in them is seen all the time from 1.5 s before to 1 s after. */
  readonly seen: number;
  /** Of shots, ms; and of cuts in any minute. */
  readonly shortest: number;
  readonly most: number;
  /** Of the session's time, by kind of shot. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Moments at which the camera is in the ground or in a wall. */
  readonly stuck: number;
  /** What went wrong, for people. */
  readonly misses: readonly string[];
}

/** Whether nothing of the world lies between an eye and a place: by whoever knows it best. */
export type Clear = (eye: Vector3, place: Vector3, open: number) => boolean;

const STEP = 100;

export function measured(film: Film, cuts: readonly Cut[], isClear: Clear, isFree: (eye: Vector3) => boolean): Figures {
  const { subject, events, chunks } = film;
  const { durationMs } = subject.info;
  const ends = cuts.slice(1).map(({ from }) => from);
  const most = Math.max(0, ...ends.map((from) => ends.filter((t) => t >= from && t <= from + 60_000).length));
  const kinds: Record<string, number> = {};
  for (const { kind, from, to } of cuts) kinds[kind] = (kinds[kind] ?? 0) + (to - from) / Math.max(1, durationMs);
  const misses: string[] = [];
  const [camera, pose] = [new PerspectiveCamera(40, 16 / 9, 0.05, 400_000), createPose()];
  let [count, seen, stuck] = [0, 0, 0];
  for (let t = 0; t <= durationMs; t += 500) {
    const cut = cuts[cutAt(cuts, t)];
    if (cut === undefined) break;
    poseAt(cut, t, pose);
    const isOutside = cut.preset !== null && cut.kind === 'preset';
    if (!isOutside && !isFree(new Vector3(pose.eyeX, pose.eyeY, pose.eyeZ))) stuck++;
  }
  for (let seq = 0; seq < events.count; seq++) {
    const t = events.t[seq] as number;
    const people = [...new Set([events.actor[seq] as number, events.target[seq] as number])].filter((entity) => entity > 0);
    if ((EVENT_IMPORTANCE[events.type[seq] as number] ?? 0) < 3 || people.length === 0 || t > durationMs) continue;
    count++;
    const times: number[] = [];
    for (let at = Math.max(0, t - 1500); at <= Math.min(durationMs, t + 1000); at += STEP) times.push(at);
    const ways = people.map((entity) =>
      wayOf(
        subject,
        chunks,
        entity,
        times,
        times.findLastIndex((at) => at <= t),
      ),
    );
    const bad = times.flatMap((at, k) => {
      const cut = cuts[cutAt(cuts, at)];
      if (cut === undefined) return ['no cut'];
      poseAt(cut, at, pose);
      camera.fov = cut.fov;
      camera.position.set(pose.eyeX, pose.eyeY, pose.eyeZ);
      camera.lookAt(pose.x, pose.y, pose.z);
      camera.updateMatrixWorld();
      camera.updateProjectionMatrix();
      return ways.flatMap((way, n) => {
        if (way === null) return [];
        const place = way[k] as Vector3;
        const shown = place.clone().project(camera);
        const who = `${n === 0 ? 'actor' : 'target'} ${((at - t) / 1000).toFixed(1)} s in ${cut.kind}`;
        if (shown.z > 1 || Math.abs(shown.x) > 1 || Math.abs(shown.y) > 1) return [`${who} out of the picture`];
        return isClear(camera.position, place, cut.open) ? [] : [`${who} hidden`];
      });
    });
    if (bad.length === 0) seen++;
    else misses.push(`${seq} at ${(t / 1000).toFixed(1)}: ${bad.length} of ${times.length * people.length}: ${bad[0] ?? ''}`);
  }
  const shortest = Math.min(...cuts.map(({ from, to }) => to - from));
  return { cuts: cuts.length, events: count, seen, shortest, most, kinds, stuck, misses };
}

/** Null where nothing is known of somebody. */
function wayOf(
  subject: DirectorSubject,
  chunks: readonly Chunk[],
  entity: number,
  times: readonly number[],
  anchor: number,
): Vector3[] | null {
  const reader = new PictureReader(subject);
  const track = { entity, place: new Float32Array(times.length * 3).fill(Number.NaN), stretch: new Int32Array(times.length) };
  const first = chunks.findLastIndex(({ t0 }) => t0 <= (times[0] as number));
  const rest: (Chunk | null)[] = [...chunks.slice(Math.max(0, first)), null];
  for (const [k, t] of times.entries()) {
    while (t >= reader.until && rest.length > 0) reader.feed(rest.shift() ?? null);
    reader.read(t);
    reader.put(track, k, () => Number.NaN);
  }
  if (holdAround(track, Math.max(0, anchor)) === 0) return null;
  return times.map((_, k) => new Vector3().fromArray(track.place, k * 3));
}
