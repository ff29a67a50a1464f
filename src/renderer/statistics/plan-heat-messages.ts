/** What a plan asks of its heat worker, and what that answers. */
import type { HeightRange } from '../heat/heat-bins.ts';
import type { Bounds } from '../heat/heat-points.ts';
import type { PlanHeat, PlanHeatQuery } from './plan-heat.ts';

export type PlanHeatRequest =
  /** Session metres, 3 per point. */
  { readonly kind: 'points'; readonly place: Float32Array } | { readonly kind: 'heat'; readonly id: number; readonly query: PlanHeatQuery };

export type PlanHeatReply =
  | { readonly kind: 'points'; readonly bounds: Bounds | null; readonly floors: readonly HeightRange[] }
  | { readonly kind: 'heat'; readonly id: number; readonly heat: PlanHeat | null };
