/** At which height a world is cut open, so that those inside are seen: above the heads of those whom the camera looks at, or of a chosen storey. */
import type { GroundLook } from '../ground/ground-look.ts';
import type { CameraMode } from '../replay-view.ts';

/** Metres over a floor: above heads, below what carries the next storey. */
export const OVER_FLOOR = 2.25;
/** Heights of the cut are this far apart, so that stairs do not make it crawl. */
const STEP = 0.5;
/** So far, in steps, what is looked at may leave the middle of one. */
const SLACK = 0.8;

/** Height of the plan, metres. `before`: that of the last frame, NaN at first; `focus`: of what the camera looks at. */
export function planHeight(before: number, cut: GroundLook['cut'], focus: number): number {
  if (typeof cut === 'number') return cut + OVER_FLOOR;
  const wanted = focus + OVER_FLOOR;
  return Math.abs(wanted - before) <= STEP * SLACK ? before : Math.round(wanted / STEP) * STEP;
}

/** Whether what is above the plan is left out: not for somebody who looks from within. */
export function isCutOpen(cut: GroundLook['cut'], camera: CameraMode, eyes: number): boolean {
  return cut !== 'none' && (typeof cut === 'number' || (camera !== 'free' && eyes === 0));
}
