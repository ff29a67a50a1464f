/** Where a goal went in: pure geometry. */
import type { WorldProfile } from '../../../shared/games/profile.ts';

type Ring = WorldProfile['rings'][number];

/** From the middle of a mark to its corners, metres. */
export const GOAL_MARK = 0.34;
/** A position farther from every goal than this says nothing about where it went in, metres. */
const NEAR = 9;

/** The place in the plane of the nearest goal, within its ring; null when none is near. */
export function markAt(goals: readonly Ring[], x: number, y: number, z: number): { at: [number, number, number]; goal: Ring } | null {
  let goal: Ring | null = null;
  let nearest = NEAR;
  for (const ring of goals) {
    const away = Math.hypot(ring.centre[0] - x, ring.centre[1] - y, ring.centre[2] - z);
    if (!(away <= nearest)) continue;
    goal = ring;
    nearest = away;
  }
  if (goal === null) return null;
  const at: [number, number, number] = [x, y, z];
  const normal = goal.axis === 'x' ? 0 : goal.axis === 'y' ? 1 : 2;
  at[normal] = goal.centre[normal];
  const off = Math.hypot(at[0] - goal.centre[0], at[1] - goal.centre[1], at[2] - goal.centre[2]);
  const reach = Math.max(0, goal.radius - GOAL_MARK);
  if (off <= reach) return { at, goal };
  for (const i of [0, 1, 2] as const) at[i] = goal.centre[i] + ((at[i] - goal.centre[i]) * reach) / off;
  return { at, goal };
}
