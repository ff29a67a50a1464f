/** At which height a world is cut open, so that those inside are seen: above the heads of those whom the camera looks at, or of a chosen storey. */
import type { GroundLook } from '../ground/ground-look.ts';
import type { CameraMode } from '../replay-view.ts';

/** Metres over a floor: above heads, below what carries the next storey. */
const OVER_FLOOR = 2.25;
/** Somebody is of a storey from this far under its floor, on the way up, to this far above it. */
const UNDER = 1;
const ABOVE = 3;
/** So much further one may go before the plan changes: stairs do not make it flicker. */
const SLACK = 0.5;
/** Beside all storeys the heights of plans are this far apart. */
const STEP = 0.5;

/** Height of the plan, metres. `before`: that of the last frame, NaN at first; `focus`: of what the camera looks at; `storeys`: of the world, from below. */
export function planHeight(before: number, cut: GroundLook['cut'], focus: number, storeys: readonly number[]): number {
  if (typeof cut === 'number') return cut + OVER_FLOOR;
  const floor = storeys.findLast((height) => height <= focus + UNDER + (height + OVER_FLOOR === before ? SLACK : 0));
  if (floor !== undefined && focus <= floor + ABOVE) return floor + OVER_FLOOR;
  const wanted = focus + OVER_FLOOR;
  return Math.abs(wanted - before) < STEP ? before : Math.round(wanted / STEP) * STEP;
}

/** Whether what is above the plan is left out: not for somebody who looks from within. */
export function isCutOpen(cut: GroundLook['cut'], camera: CameraMode, eyes: number): boolean {
  return cut !== 'none' && (typeof cut === 'number' || (camera !== 'free' && eyes === 0));
}
