/** What a session's picture is drawn from: its traces on the ground plane, fitted to a rectangle. Pure; the worker draws it. */
import type { TeamColour, WorldProfile } from '../../shared/games/profile.ts';
import type { Chunk, Column } from '../../shared/session/chunk.ts';
import { CHANNEL, LIFE, type EntityInfo, type SessionInfo } from '../../shared/session/model.ts';
import { lastAtOrBefore, rowOf } from '../../shared/session/sampler.ts';

/** Plain data, small enough to send to a worker. */
export interface PictureSubject {
  readonly space: SessionInfo['space'];
  /** Channel ids, -1 when the session has none. */
  readonly position: number;
  readonly segment: number;
  readonly life: number;
  readonly worldSize: number | null;
  readonly world: WorldProfile;
  readonly teams: readonly TeamColour[];
  /** By EntityId: index into `teams`, or NOT_DRAWN. */
  readonly team: Uint8Array;
  /** By EntityId: see WEIGHT. */
  readonly weight: Uint8Array;
}

export const NOT_DRAWN = 255;
export const WEIGHT = { crowd: 0, person: 1, disc: 2 } as const;

export function pictureSubject(
  info: SessionInfo,
  entities: readonly EntityInfo[],
  profile: { readonly world: WorldProfile; readonly teams: readonly { readonly id: string; readonly colour: TeamColour }[] },
): PictureSubject {
  const channel = (name: string): number => info.channels.find((def) => def.name === name)?.id ?? -1;
  const last = entities.reduce((most, { id }) => Math.max(most, id), 0);
  const team = new Uint8Array(last + 1).fill(NOT_DRAWN);
  const weight = new Uint8Array(last + 1);
  const teams: TeamColour[] = [...profile.teams.map(({ colour }) => colour), 'none'];
  for (const { id, kind, team: name } of entities) {
    if (kind !== 'player' && kind !== 'ai' && kind !== 'vehicle' && kind !== 'disc') continue;
    const index = profile.teams.findIndex((known) => known.id === name);
    team[id] = index < 0 ? teams.length - 1 : index;
    weight[id] = kind === 'disc' ? WEIGHT.disc : kind === 'ai' ? WEIGHT.crowd : WEIGHT.person;
  }
  return {
    space: info.space,
    position: channel(CHANNEL.position),
    segment: channel(CHANNEL.segment),
    life: channel(CHANNEL.life),
    worldSize: info.worldSize,
    world: profile.world,
    teams,
    team,
    weight,
  };
}

interface Trace {
  readonly entity: number;
  /** x, z pairs in Session metres; NaN pairs between stretches. */
  readonly points: readonly number[];
}

export interface PicturePlan {
  readonly traces: readonly Trace[];
  /** x, z pairs where somebody died. */
  readonly deaths: readonly number[];
}

const DEAD = LIFE.indexOf('dead');

export function picturePlan(chunk: Chunk, subject: PictureSubject): PicturePlan {
  const positions = chunk.columns[subject.position];
  if (positions === undefined || positions.width < 3) return { traces: [], deaths: [] };
  const segments = chunk.columns[subject.segment];
  const life = chunk.columns[subject.life];
  const traces: Trace[] = [];
  const deaths: number[] = [];
  for (const [i, entity] of positions.entities.entries()) {
    if ((subject.team[entity] ?? NOT_DRAWN) === NOT_DRAWN) continue;
    const points = stretches(positions, i, segments, subject.space);
    if (points.length > 0) traces.push({ entity, points });
    if (life !== undefined) addDeaths(deaths, positions, i, life, entity, subject.space);
  }
  return { traces, deaths };
}

function stretches(positions: Column, i: number, segments: Column | undefined, space: SessionInfo['space']): number[] {
  const entity = positions.entities[i] ?? -1;
  const own = segments === undefined ? -1 : rowOf(segments, entity);
  let at = own < 0 ? 0 : (segments?.starts[own] ?? 0);
  const end = own < 0 ? 0 : (segments?.starts[own + 1] ?? 0);
  let before = -1;
  const points: number[] = [];
  for (let k = positions.starts[i] ?? 0; k < (positions.starts[i + 1] ?? 0); k++) {
    const t = positions.times[k] ?? 0;
    while (at + 1 < end && (segments?.times[at + 1] ?? 0) <= t) at++;
    const segment = own < 0 || (segments?.times[at] ?? 0) > t ? 1 : (segments?.values[at] ?? 1);
    const x = ground(positions, k, space, 0);
    const z = ground(positions, k, space, 2);
    if (segment === 0 || Number.isNaN(x) || Number.isNaN(z)) {
      before = -1;
      continue;
    }
    if (segment !== before && points.length > 0) points.push(Number.NaN, Number.NaN);
    points.push(x, z);
    before = segment;
  }
  return points;
}

function addDeaths(deaths: number[], positions: Column, i: number, life: Column, entity: number, space: SessionInfo['space']): void {
  const own = rowOf(life, entity);
  if (own < 0) return;
  const first = life.starts[own] ?? 0;
  for (let k = first; k < (life.starts[own + 1] ?? 0); k++) {
    if (life.values[k] !== DEAD || (k > first && life.values[k - 1] === DEAD)) continue;
    const from = positions.starts[i] ?? 0;
    const at = lastAtOrBefore(positions.times, from, positions.starts[i + 1] ?? 0, life.times[k] ?? 0);
    if (at < from) continue;
    const x = ground(positions, at, space, 0);
    const z = ground(positions, at, space, 2);
    if (!Number.isNaN(x) && !Number.isNaN(z)) deaths.push(x, z);
  }
}

function ground(column: Column, sample: number, { axis, sign, metresPerUnit }: SessionInfo['space'], component: 0 | 2): number {
  return sign[component] * (column.values[sample * column.width + axis[component]] ?? Number.NaN) * metresPerUnit;
}

/** Session x, z to picture pixels; north (-z) is up, but an arena lies along the picture with its -z end at the left. */
export interface Fit {
  readonly turned: boolean;
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

export function project(fit: Fit, x: number, z: number): readonly [number, number] {
  return fit.turned ? [fit.left + z * fit.scale, fit.top - x * fit.scale] : [fit.left + x * fit.scale, fit.top + z * fit.scale];
}

/** Least extent of ground in a picture, metres. */
const LEAST = 60;
/** This share of samples at each end may be let go, */
const OUTLIERS = 0.02;
/** but only where it shrinks the rest by this much: units parked in a corner of the map. */
const WORTH = 1.5;
/** Ground shown beyond an arena's walls at most, as a share of its extent. */
const ROOM = 0.25;

export function fitPicture({ traces }: PicturePlan, subject: PictureSubject, width: number, height: number): Fit {
  const arena = subject.world.kind === 'arena' ? arenaBounds(subject.world) : null;
  const bounds = arena === null ? traceBounds(traces) : around(arena, traceBounds(traces));
  const spanX = Math.max(arena === null ? LEAST : 1, bounds.maxX - bounds.minX);
  const spanZ = Math.max(arena === null ? LEAST : 1, bounds.maxZ - bounds.minZ);
  const turned = arena !== null && spanZ > spanX;
  const margin = arena === null ? 0.1 : 0.12;
  const scale = Math.min((width * (1 - margin)) / (turned ? spanZ : spanX), (height * (1 - margin)) / (turned ? spanX : spanZ));
  const middleX = (bounds.minX + bounds.maxX) / 2;
  const middleZ = (bounds.minZ + bounds.maxZ) / 2;
  return turned
    ? { turned, scale, left: width / 2 - middleZ * scale, top: height / 2 + middleX * scale }
    : { turned, scale, left: width / 2 - middleX * scale, top: height / 2 - middleZ * scale };
}

interface Bounds {
  readonly minX: number;
  readonly maxX: number;
  readonly minZ: number;
  readonly maxZ: number;
}

/** The arena and what goes on just outside of it (launch tubes), but not how far somebody drifted off. */
function around(arena: Bounds, traces: Bounds): Bounds {
  const roomX = (arena.maxX - arena.minX) * ROOM;
  const roomZ = (arena.maxZ - arena.minZ) * ROOM;
  return {
    minX: Math.max(arena.minX - roomX, Math.min(arena.minX, traces.minX)),
    maxX: Math.min(arena.maxX + roomX, Math.max(arena.maxX, traces.maxX)),
    minZ: Math.max(arena.minZ - roomZ, Math.min(arena.minZ, traces.minZ)),
    maxZ: Math.min(arena.maxZ + roomZ, Math.max(arena.maxZ, traces.maxZ)),
  };
}

function arenaBounds({ boxes, lines }: WorldProfile): Bounds | null {
  const hulls = boxes.filter(({ role }) => role === 'hull');
  const corners = hulls.length > 0 ? hulls.flatMap(({ min, max }) => [min, max]) : lines.flatMap(({ points }) => points);
  if (corners.length === 0) return null;
  const xs = corners.map(([x]) => x);
  const zs = corners.map(([, , z]) => z);
  return { minX: Math.min(...xs), maxX: Math.max(...xs), minZ: Math.min(...zs), maxZ: Math.max(...zs) };
}

function traceBounds(traces: readonly Trace[]): Bounds {
  const xs: number[] = [];
  const zs: number[] = [];
  for (const { points } of traces) {
    for (let i = 0; i < points.length; i += 2) {
      const x = points[i] ?? Number.NaN;
      if (Number.isNaN(x)) continue;
      xs.push(x);
      zs.push(points[i + 1] ?? 0);
    }
  }
  if (xs.length === 0) return { minX: 0, maxX: 0, minZ: 0, maxZ: 0 };
  const [minX, maxX] = withoutOutliers(xs);
  const [minZ, maxZ] = withoutOutliers(zs);
  return { minX, maxX, minZ, maxZ };
}

function withoutOutliers(values: number[]): readonly [number, number] {
  values.sort((a, b) => a - b);
  const cut = Math.floor(values.length * OUTLIERS);
  const whole = [values[0] ?? 0, values.at(-1) ?? 0] as const;
  const most = [values[cut] ?? 0, values[values.length - 1 - cut] ?? 0] as const;
  return whole[1] - whole[0] > WORTH * (most[1] - most[0]) ? most : whole;
}
