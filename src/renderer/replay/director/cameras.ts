/** Where a camera could stand for a shot, each place with what it costs to prefer another one. Whether it sees anything is for the composer to find out. */
import type { CameraPreset } from '../../../shared/games/profile.ts';
import { planHeight } from '../stage/mesh-cut.ts';
import { ASPECT, type ShotKind } from './cut-list.ts';
import { aim, direction, dot, minus, plus, sphere, unit, View, type Vector } from './geometry.ts';
import { FROM_WALL, type Sight } from './sight.ts';
import { pointOf, pointsAt, smoothed, SHOULD, type Task } from './task.ts';

/** What a game's shots are like. */
export interface Style {
  readonly isArena: boolean;
  /** Vertical field of view, degrees. */
  readonly fov: number;
  /** Nearest to a single one, metres. */
  readonly near: number;
  readonly presets: readonly CameraPreset[];
}

export interface Camera {
  readonly kind: ShotKind;
  readonly cost: number;
  readonly fov: number;
  readonly open: number;
  readonly preset: string | null;
  /** One place, or one per moment. */
  readonly eyes: readonly Vector[];
}

/** Over the shoulder: behind, beside and above the middle of a body, metres. */
const BEHIND = 4.2;
const BESIDE = 1.4;
const OVER = 1.1;
/** Two are one picture from behind one's shoulder up to this far apart, metres. */
const SHOULDER_REACH = 250;
const DIRECTIONS = 8;
/** Over the horizon, and what that costs. */
const RISES: readonly (readonly [radians: number, cost: number])[] = [
  [0.3, 0],
  [0.52, 0.08],
  [0.85, 0.3],
  [1.25, 0.75],
];
const FLOATING: readonly (readonly [radians: number, cost: number])[] = [
  [0.2, 0],
  [0.6, 0.1],
  [-0.35, 0.15],
  [1.1, 0.5],
];
const COARSE = 5;
/** Of the picture, so much from its middle is filled. */
const COMFORT = 0.7;
/** The world is cut open only when there is no other way. */
const OPENED = 0.35;
/** Below the middle of bodies: floors stay, walls go, metres. */
const WALLESS = 0.4;
/** Half a turn in so many ms, round those who stand. */
const ORBIT_MS = 120_000;

export function camerasFor(task: Task, sight: Sight, style: Style): Camera[] {
  const cameras = [...shoulders(task, sight, style), ...around(task, sight, style), ...beside(task, style), ...within(task, sight, style)];
  return cameras.toSorted((a, b) => a.cost - b.cost);
}

/**
 * Heights above which the world may be left out, and what that costs: not at all, above the heads of the highest, of the lowest, and all walls, so that those of
 * several rooms and storeys are one picture.
 */
function openings(task: Task, sight: Sight): readonly (readonly [height: number, cost: number])[] {
  if (sight.shape.tree === null) return [[Infinity, 0]];
  let [lowest, highest] = [Infinity, -Infinity];
  for (let k = 0; k < task.times.length; k++)
    for (const [, y] of pointsAt(task, k, SHOULD)) {
      lowest = Math.min(lowest, y);
      highest = Math.max(highest, y);
    }
  const [low, high] = [lowest, highest].map((y) => planHeight(Number.NaN, 'auto', y, sight.shape.storeys)) as [number, number];
  const heights: (readonly [number, number])[] = [
    [Infinity, 0],
    [high, OPENED],
  ];
  if (low < high) heights.push([low, OPENED * 2]);
  heights.push([lowest - WALLESS, OPENED * 3.5]);
  return heights;
}

function shoulders(task: Task, sight: Sight, { fov, isArena }: Style): Camera[] {
  if (task.pair === null) return [];
  const [a, b] = task.pair.map((n) => task.times.map((_, k) => pointOf(task.tracks[n] as Task['tracks'][number], k))) as [
    Vector[],
    Vector[],
  ];
  let mean: Vector = [0, 0, 0];
  for (const [k, from] of a.entries()) mean = plus(mean, minus(b[k] as Vector, from), 1 / a.length);
  const apart = Math.hypot(...mean);
  if (apart < 2 || apart > SHOULDER_REACH) return [];
  // On the ground it stays behind, whoever stands on a tower.
  const level = isArena ? 0.8 : 0.35;
  const ahead = unit([mean[0], Math.max(-level * apart, Math.min(level * apart, mean[1])), mean[2]]);
  const side = unit([-ahead[2], 0, ahead[0]]);
  const still = smoothed(a, task.smooth);
  return [BESIDE, -BESIDE].map((across, n) => {
    const back = plus(plus([0, OVER, 0], ahead, -BEHIND), side, across);
    // In a room there may be less space behind somebody: as much as there is all the time.
    const length = Math.hypot(...back);
    const space = Math.min(...still.map((one) => sight.reach(...one, ...plus(one, back), Infinity)));
    const share = space >= 1 ? 1 : Math.max(0.2, space - FROM_WALL / length);
    return {
      kind: 'shoulder',
      cost: 0.02 * n + apart / 400,
      fov,
      open: Infinity,
      preset: null,
      eyes: still.map((one) => plus(one, back, share)),
    };
  });
}

/** Round everybody, from all sides and heights: standing still, going along, or slowly turning. */
function around(task: Task, sight: Sight, style: Style): Camera[] {
  const each = interestsOf(task);
  const all = each.flat();
  if (all.length === 0) return [];
  // For a first estimate a few are enough: whoever composes looks at all of them.
  const few = task.times.map((_, k) => k).filter((k) => k % COARSE === 0);
  const some = few.flatMap((k) => each[k] ?? []);
  const whole = sphere(all);
  const spheres = each.map(sphere);
  const way = smoothed(
    spheres.map(({ middle }) => middle),
    task.smooth,
  );
  const largest = spheres.reduce(
    (most, { middle, radius }, k) => Math.max(most, radius + Math.hypot(...minus(middle, way[k] as Vector))),
    0,
  );
  // Rooms are smaller than fields.
  const near = sight.shape.tree === null ? style.near : style.near * 0.55;
  const first = bearingOf(task, way) + (task.pair === null || whole.radius < 1 ? Math.PI : Math.PI / 2);
  const cameras: Camera[] = [];
  // Where nobody has to be seen, and nothing is in the way, some are enough.
  const isEasy = task.isQuiet && sight.shape.tree === null;
  for (const [rise, dear] of (style.isArena ? FLOATING : RISES).slice(0, isEasy ? 2 : 4))
    for (let n = 0; n < (isEasy ? 3 : DIRECTIONS); n++) {
      // The side that was first, then those next to it on either hand.
      const turn = (n % 2 === 0 ? n / 2 : -(n + 1) / 2) * ((2 * Math.PI) / DIRECTIONS);
      const isSide = task.pair !== null && n === 0 && rise < 0.6;
      const kind = rise > 1 ? 'top' : isSide ? 'two' : 'wide';
      const from = direction(first + turn, rise);
      const far = nearest(whole.radius, near, style.fov, (away) => [[plus(whole.middle, from, away), some]]);
      const along = nearest(largest, near, style.fov, (away) => few.map((k) => [plus(way[k] as Vector, from, away), each[k] ?? all]));
      const turning = task.times.map((t) => direction(first + turn + ((t - task.from) * Math.PI) / ORBIT_MS, rise));
      for (const [open, opened] of openings(task, sight)) {
        const price = dear + 0.012 * n + opened;
        const base = { fov: style.fov, open, preset: null };
        const stands = standing(sight, whole.middle, from, far, open);
        cameras.push({ ...base, kind, cost: price + (isSide ? 0.1 : 0.3) + far / 400, eyes: [stands] });
        // From where a sphere around everybody is in the picture, should the estimate have been too near.
        if (!task.isQuiet) {
          const safe = Math.max(near, sphereDistance(whole.radius, style.fov));
          cameras.push({ ...base, kind, cost: price + 0.6 + safe / 400, eyes: [standing(sight, whole.middle, from, safe, open)] });
        }
        if (task.isQuiet && !style.isArena && task.tracks.length !== 1 && rise < 0.6) {
          const eyes = turning.map((one) => plus(whole.middle, one, far));
          cameras.push({ ...base, kind: 'orbit', cost: price + 0.2 + far / 400, eyes });
        }
        if (far > along * 1.3 || task.isQuiet) {
          const eyes = way.map((middle) => plus(middle, from, along));
          cameras.push({ ...base, kind: task.tracks.length <= 2 ? 'follow' : kind, cost: price + 0.3 + along / 400, eyes });
        }
      }
    }
  return cameras;
}

/** Who is to be in the picture at each moment; all of them where there is nobody. */
function interestsOf(task: Task): readonly Vector[][] {
  const each = task.times.map((_, k) => pointsAt(task, k, SHOULD));
  const all = each.flat();
  return each.map((points) => (points.length > 0 ? points : all));
}

/** From how near all views show all of their points, metres: no nearer than `near`, no farther than a sphere around them asks for. */
function nearest(
  radius: number,
  near: number,
  fov: number,
  views: (away: number) => readonly (readonly [eye: Vector, points: readonly Vector[]])[],
): number {
  const farthest = sphereDistance(radius, fov);
  for (const share of [0.4, 0.5, 0.65, 0.8]) {
    const away = Math.max(near, farthest * share);
    const isEnough = views(away).every(([eye, points]) => {
      const view = new View(eye, aim(eye, points), fov, ASPECT, COMFORT);
      return points.every((point) => view.shows(point));
    });
    if (isEnough) return away;
  }
  return Math.max(near, farthest);
}

/** Metres from which a sphere fills a good part of the picture's height. */
export function sphereDistance(radius: number, fov: number): number {
  return radius / Math.sin(((fov * Math.PI) / 360) * 0.8);
}

/** So far away along a direction, or as far as the world lets it. */
function standing(sight: Sight, middle: Vector, from: Vector, far: number, open: number): Vector {
  const [x, y, z] = middle;
  const eye = plus(middle, from, far);
  const share = sight.reach(x, y, z, ...eye, open);
  return share >= 1 ? eye : plus(middle, from, Math.max(0.5, share * far - FROM_WALL));
}

/** From one of a pair to the other, or where everybody goes; radians clockwise from -z. */
function bearingOf({ pair, tracks, times }: Task, way: readonly Vector[]): number {
  const [from, to] =
    pair === null
      ? [way[0] as Vector, way.at(-1) as Vector]
      : (pair.map((n) => pointOf(tracks[n] as Task['tracks'][number], Math.floor(times.length / 2))) as [Vector, Vector]);
  const go = minus(to, from);
  return Math.hypot(go[0], go[2]) < 0.5 ? 0.6 : Math.atan2(go[0], -go[2]);
}

/** The profile's own cameras. */
function beside(task: Task, { presets, isArena }: Style): Camera[] {
  if (!isArena) return [];
  const each = interestsOf(task);
  if (each.flat().length === 0) return [];
  const way = smoothed(
    each.map((points) => sphere(points).middle),
    task.smooth,
  );
  return presets.flatMap((preset): Camera[] => {
    const base = { kind: 'preset', fov: preset.fov ?? 40, open: Infinity, preset: preset.id } as const;
    if (preset.mode === 'fixed') return task.isQuiet ? [{ ...base, cost: 0.55, eyes: [[...preset.position]] }] : [];
    if (preset.mode !== 'rail') return [];
    const { across, reach, rise } = preset.rail;
    const eyes = way.map(([, , z]): Vector => {
      const along = Math.min(reach, Math.max(-reach, z));
      return [across, rise * along * along, along];
    });
    return [{ ...base, cost: task.isQuiet ? 0.1 : 0.35, eyes }];
  });
}

/** All over an arena, the nearer the better. */
function within(task: Task, sight: Sight, { isArena, fov }: Style): Camera[] {
  const hull = sight.shape.boxes.find(({ role }) => role === 'hull');
  const all = task.times.flatMap((_, k) => pointsAt(task, k, SHOULD));
  if (!isArena || hull === undefined || all.length === 0) return [];
  const { middle } = sphere(all);
  const cameras: Camera[] = [];
  const place = (axis: 0 | 1 | 2, share: number): number => hull.min[axis] + (hull.max[axis] - hull.min[axis]) * share;
  for (const x of [0.07, 0.3, 0.7, 0.93])
    for (const y of [0.3, 0.5, 0.75])
      for (const z of [0.03, 0.15, 0.3, 0.42, 0.58, 0.7, 0.85, 0.97]) {
        const eye: Vector = [place(0, x), place(1, y), place(2, z)];
        const away = minus(middle, eye);
        cameras.push({ kind: 'wide', cost: 0.4 + Math.sqrt(dot(away, away)) / 90, fov, open: Infinity, preset: null, eyes: [eye] });
      }
  return cameras;
}
