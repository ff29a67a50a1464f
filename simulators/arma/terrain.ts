/** A made-up island: heights in metres above the sea, and the places where the operation happens. */

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Metres; hills around a town in a shallow valley that opens to the south. */
export function height(x: number, y: number): number {
  const hills = 38 * Math.sin(x / 410 + 0.7) * Math.cos(y / 530 - 0.4) + 17 * Math.sin(x / 170 - y / 210) + 6 * Math.cos(x / 63 + y / 81);
  const valley = 30 * Math.exp(-((x - ANVIL.x) ** 2 + (y - ANVIL.y) ** 2) / (2 * 320 ** 2));
  return Math.max(1, 74 + hills - valley);
}

export const ANVIL: Place = { x: 4120, y: 4690 };
export const WEST_BASE: Place = { x: 3380, y: 3560 };
export const WEST_DISMOUNT: Place = { x: 3935, y: 4330 };
export const WEST_LANDING: Place = { x: 3660, y: 4820 };
export const EAST_BASE: Place = { x: 4720, y: 5580 };
export const GUER_CAMP: Place = { x: 4650, y: 4930 };
/** Where the road from the western base turns toward the town. */
export const ROAD: readonly Place[] = [{ x: 3480, y: 3700 }, { x: 3640, y: 3940 }, { x: 3800, y: 4140 }, WEST_DISMOUNT];
export const EAST_ROAD: readonly Place[] = [
  { x: 4610, y: 5360 },
  { x: 4480, y: 5110 },
  { x: 4320, y: 4900 },
  { x: 4210, y: 4790 },
];
export const PHASE_LINE: readonly Place[] = [
  { x: 3800, y: 4480 },
  { x: 4010, y: 4440 },
  { x: 4230, y: 4480 },
  { x: 4380, y: 4560 },
];

export function distance(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Degrees clockwise from north, 0 … 359. */
export function bearing(from: Place, to: Place): number {
  return (Math.round((Math.atan2(to.x - from.x, to.y - from.y) * 180) / Math.PI) + 360) % 360;
}
