/** A shot that is to be composed: whom it is on, where they are, and when they have to be in the picture. */
import type { Vector } from './geometry.ts';
import type { Track } from './tracks.ts';

/** In the picture as a rule, or at any price. */
export const SHOULD = 1;
export const MUST = 2;

export interface Task {
  readonly from: number;
  readonly to: number;
  /** Moments at which it is composed, ms, both ends with it. */
  readonly times: readonly number[];
  readonly tracks: readonly Track[];
  /** Per track, per moment: 0, SHOULD or MUST. */
  readonly due: readonly Uint8Array[];
  /** Tracks of those of whom one does something to the other. */
  readonly pair: readonly [number, number] | null;
  /** A camera that stands beside the whole play may be used, whether it is within an arena or not. */
  readonly isQuiet: boolean;
  /** Moments before and after one that count for where a camera is that follows. */
  readonly smooth: number;
}

export function pointOf({ place }: Track, k: number): Vector {
  return [place[k * 3] as number, place[k * 3 + 1] as number, place[k * 3 + 2] as number];
}

/** Whoever is to be in the picture at a moment, at least as much as `least`. */
export function pointsAt({ tracks, due }: Task, k: number, least: number): Vector[] {
  const points: Vector[] = [];
  for (const [n, track] of tracks.entries()) if (((due[n] as Uint8Array)[k] as number) >= least) points.push(pointOf(track, k));
  return points;
}

/** Means over some moments before and after, so that a camera does not shake with those whom it follows. */
export function smoothed(points: readonly Vector[], reach: number): Vector[] {
  return points.map((_, k) => {
    const near = points.slice(Math.max(0, k - reach), k + reach + 1);
    return ([0, 1, 2] as const).map((axis) => near.reduce((sum, point) => sum + point[axis], 0) / near.length) as Vector;
  });
}
