/** Composes a shot: of all places where a camera could stand the best one from which everybody who has to be seen is seen, and where it looks meanwhile. */
import { camerasFor, type Camera, type Style } from './cameras.ts';
import { ASPECT, KEY, type Cut, type ShotKind } from './cut-list.ts';
import { aim, minus, plus, View, type Vector } from './geometry.ts';
import { LOWEST_EYE, type Sight } from './sight.ts';
import { MUST, pointsAt, SHOULD, smoothed, type Task } from './task.ts';

/** Whoever has to be seen is this far within the picture, across and up: a scoreboard lies over its top, and what the director says over its foot. */
const WITHIN = 0.82;
const WITHIN_HIGH = 0.68;
/** What it costs when somebody who must be seen is not for once, when nobody ever is, and when nobody is who should be. */
const MISSED_ONCE = 5;
const MISSED = 100;
const LOST = 1.6;
/** Variety: what a kind costs right after itself, and one later. */
const AGAIN = [0.22, 0.1] as const;

export type Composed = Pick<Cut, 'kind' | 'fov' | 'open' | 'keys' | 'preset'>;

/** `before`: the kinds of the shots before it, latest first. Null when there is nobody to look at. */
export function compose(task: Task, sight: Sight, style: Style, before: readonly ShotKind[]): Composed | null {
  const cameras = camerasFor(task, sight, style)
    .map((camera) => ({ camera, cost: camera.cost + AGAIN.reduce((sum, price, n) => sum + (before[n] === camera.kind ? price : 0), 0) }))
    .toSorted((a, b) => a.cost - b.cost);
  let best: { readonly camera: Camera; readonly looks: readonly Vector[] } | null = null;
  let least = Infinity;
  for (const { camera, cost } of cameras) {
    // Nothing that follows can be better.
    if (cost >= least) break;
    if (!stands(camera, sight)) continue;
    const looks = looksOf(camera, task);
    const price = cost + missed(camera, looks, task, sight, least - cost);
    if (price >= least) continue;
    least = price;
    best = { camera, looks };
  }
  if (best === null) return null;
  const { kind, fov, open, preset } = best.camera;
  return { kind, fov, open, preset, keys: keysOf(best.camera, best.looks, task) };
}

/** Over the ground, out of walls, and without going through one. */
function stands({ eyes, open, kind }: Camera, sight: Sight): boolean {
  for (const [k, eye] of eyes.entries()) {
    // Walls of an arena are not drawn before a camera of the profile that stands outside.
    if (kind === 'preset' ? eye[1] < sight.ground(eye[0], eye[2]) + LOWEST_EYE : !sight.isFree(...eye)) return false;
    const last = eyes[k - 1];
    if (last !== undefined && !sight.isClear(...last, ...eye, open)) return false;
  }
  return true;
}

/** Where it looks at each moment: always the same way, when that shows everybody. */
function looksOf({ eyes, fov }: Camera, task: Task): readonly Vector[] {
  const all = task.times.flatMap((_, k) => pointsAt(task, k, SHOULD));
  const [eye] = eyes;
  if (eyes.length === 1 && eye !== undefined) {
    const ahead = aim(eye, all);
    const view = new View(eye, ahead, fov, ASPECT, WITHIN, WITHIN_HIGH);
    if (all.every((point) => view.shows(point))) return [plus(eye, ahead, nearness(eye, all))];
  }
  const places = task.times.map((_, k): Vector => {
    const from = eyes[Math.min(k, eyes.length - 1)] as Vector;
    const must = pointsAt(task, k, MUST);
    const points = must.length > 0 ? must : pointsAt(task, k, SHOULD);
    const seen = points.length > 0 ? points : all;
    return plus(from, aim(from, seen), nearness(from, seen));
  });
  return smoothed(places, task.smooth);
}

function nearness(eye: Vector, points: readonly Vector[]): number {
  return Math.max(1, points.reduce((sum, point) => sum + Math.hypot(...minus(point, eye)), 0) / points.length);
}

/** What is not seen, as a price; no more exact than `most`. */
function missed(camera: Camera, looks: readonly Vector[], task: Task, sight: Sight, most: number): number {
  const { eyes, fov, open } = camera;
  const { tracks, due, times } = task;
  let must = 0;
  let should = 0;
  for (const row of due)
    for (const degree of row) {
      if (degree === MUST) must++;
      if (degree >= SHOULD) should++;
    }
  let price = 0;
  let isMissed = false;
  for (let k = 0; k < times.length; k++) {
    const eye = eyes[Math.min(k, eyes.length - 1)] as Vector;
    const view = new View(eye, minus(looks[Math.min(k, looks.length - 1)] as Vector, eye), fov, ASPECT, WITHIN, WITHIN_HIGH);
    for (const [n, { place }] of tracks.entries()) {
      const degree = (due[n] as Uint8Array)[k] as number;
      if (degree === 0) continue;
      const point: Vector = [place[k * 3] as number, place[k * 3 + 1] as number, place[k * 3 + 2] as number];
      // Where relief was guessed from people, some stand a little under it.
      const ground = sight.ground(point[0], point[2]);
      if (point[1] < ground + LOWEST_EYE) point[1] = ground + LOWEST_EYE;
      if (view.shows(point) && sight.isClear(...eye, ...point, open)) continue;
      if (degree === MUST && !isMissed) price += MISSED_ONCE;
      isMissed ||= degree === MUST;
      price += LOST / should + (degree === MUST ? MISSED / must : 0);
      if (price >= most) return price;
    }
  }
  return price;
}

function keysOf({ eyes }: Camera, looks: readonly Vector[], { times, from }: Task): Float32Array {
  const isStill = eyes.length === 1 && looks.length === 1;
  const moments = isStill ? times.slice(0, 1) : times;
  const keys = new Float32Array(moments.length * KEY);
  for (const [k, t] of moments.entries()) {
    keys[k * KEY] = t - from;
    keys.set(eyes[Math.min(k, eyes.length - 1)] as Vector, k * KEY + 1);
    keys.set(looks[Math.min(k, looks.length - 1)] as Vector, k * KEY + 4);
  }
  return keys;
}
