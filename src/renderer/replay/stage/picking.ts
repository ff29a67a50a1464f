/** Which glyph is under the pointer. */
import type { Projected } from './projector.ts';

/** Pixels around a glyph's middle that still mean it. */
export const PICK_RADIUS = 14;

/** The entity whose glyph is nearest to the pointer (CSS pixels), within PICK_RADIUS or its own size; 0 when there is none. Equal distances go to what lies in front. */
export function pick(projected: Projected, count: number, x: number, y: number): number {
  let best = 0;
  let bestDistance = Infinity;
  for (let i = 1; i < count; i++) {
    const radius = projected.radius[i] as number;
    if (!(radius > 0)) continue;
    const dx = (projected.x[i] as number) - x;
    const dy = (projected.y[i] as number) - y;
    const distance = dx * dx + dy * dy;
    const reach = Math.max(PICK_RADIUS, radius);
    if (distance > bestDistance || distance > reach * reach) continue;
    if (distance === bestDistance && best !== 0 && (projected.depth[i] as number) >= (projected.depth[best] as number)) continue;
    best = i;
    bestDistance = distance;
  }
  return best;
}
