/** Native coordinates in Session metres, for what is printed. */
import type { Space } from '../../../shared/session/model.ts';

/** A coordinate that the source lacks is null. */
export type Coordinates = readonly (number | null)[];

export function toMetres(native: ArrayLike<number>, space: Space): Coordinates {
  return space.axis.map((axis, i) => {
    const metres = (native[axis] ?? Number.NaN) * (space.sign[i] ?? 1) * space.metresPerUnit;
    return Number.isNaN(metres) ? null : metres + 0; // never -0
  });
}
