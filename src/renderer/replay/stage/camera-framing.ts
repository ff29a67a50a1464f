/** Where a camera should stand: pure arithmetic from positions to a place to look at and a distance. */

export interface Framing {
  /** Metres. */
  x: number;
  y: number;
  z: number;
  /** Metres around it that should be in the picture. */
  radius: number;
}

/** What a human weighs against anything else. */
const HUMAN_WEIGHT = 5;
/** Metres within which things belong to one action. */
const TOGETHER = 350;
const MOST_CENTRES = 96;

/**
 * Frames the action: of all places where something is, the one with most around it within TOGETHER metres, humans weighing more and more than one team weighing more again.
 * `place` has 3 numbers per entity; `drawn` is 0 for what is not in the picture. False when nothing is.
 */
export function frameAction(
  place: Float32Array,
  drawn: Uint8Array,
  humans: Uint8Array,
  team: Int8Array,
  count: number,
  smallest: number,
  out: Framing,
): boolean {
  let others = 0;
  let any = false;
  for (let i = 1; i < count; i++) {
    if (drawn[i] === 0) continue;
    any = true;
    if (humans[i] === 0) others++;
  }
  if (!any) return false;
  // Every human is tried as the middle, and as many of the others as keep this quick.
  const stride = Math.max(1, Math.ceil(others / MOST_CENTRES));
  let best = -1;
  let centre = 0;
  let seen = 0;
  for (let i = 1; i < count; i++) {
    if (drawn[i] === 0 || (humans[i] === 0 && seen++ % stride !== 0)) continue;
    const score = around(place, drawn, humans, team, count, i);
    if (score <= best) continue;
    best = score;
    centre = i;
  }
  const cx = place[centre * 3] as number;
  const cz = place[centre * 3 + 2] as number;
  let x = 0;
  let y = 0;
  let z = 0;
  let weights = 0;
  for (let i = 1; i < count; i++) {
    if (drawn[i] === 0 || Math.hypot((place[i * 3] as number) - cx, (place[i * 3 + 2] as number) - cz) > TOGETHER) continue;
    const weight = humans[i] === 0 ? 1 : HUMAN_WEIGHT;
    x += (place[i * 3] as number) * weight;
    y += (place[i * 3 + 1] as number) * weight;
    z += (place[i * 3 + 2] as number) * weight;
    weights += weight;
  }
  out.x = x / weights;
  out.y = y / weights;
  out.z = z / weights;
  let spread = 0;
  for (let i = 1; i < count; i++) {
    if (drawn[i] === 0) continue;
    const away = Math.hypot((place[i * 3] as number) - out.x, (place[i * 3 + 2] as number) - out.z);
    if (away <= TOGETHER) spread += away * away * (humans[i] === 0 ? 1 : HUMAN_WEIGHT);
  }
  // One and a half standard deviations: nearly everybody, no straggler.
  out.radius = Math.max(smallest, 1.5 * Math.sqrt(spread / weights));
  return true;
}

function around(place: Float32Array, drawn: Uint8Array, humans: Uint8Array, team: Int8Array, count: number, centre: number): number {
  const cx = place[centre * 3] as number;
  const cz = place[centre * 3 + 2] as number;
  let score = 0;
  let first = -2;
  let mixed = 1;
  for (let i = 1; i < count; i++) {
    if (drawn[i] === 0) continue;
    const dx = (place[i * 3] as number) - cx;
    const dz = (place[i * 3 + 2] as number) - cz;
    if (dx * dx + dz * dz > TOGETHER * TOGETHER) continue;
    score += humans[i] === 0 ? 1 : HUMAN_WEIGHT;
    const side = team[i] as number;
    if (side < 0) continue;
    if (first === -2) first = side;
    else if (side !== first) mixed = 1.6;
  }
  return score * mixed;
}

/** Metres from which a sphere of `radius` fills a picture of this field of view (degrees, vertical) and shape. */
export function distanceFor(radius: number, verticalFov: number, aspect: number): number {
  const half = (verticalFov * Math.PI) / 360;
  const narrow = Math.min(half, Math.atan(Math.tan(half) * aspect));
  return radius / Math.sin(narrow);
}

/** Ease-out for camera moves: fast first, then settling. */
export function easeOut(share: number): number {
  const left = 1 - Math.min(1, Math.max(0, share));
  return 1 - left * left * left;
}
