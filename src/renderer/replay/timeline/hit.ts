/** What lies under the pointer: a mark of a lane, an edge of the in/out range, the nearest event. */
import { nearestIndex, type Lane } from './lanes.ts';
import type { TimelineModel } from './model.ts';
import { timeToX, xToTime, type Span } from './time-scale.ts';

/** Reach of a click, px. */
const MARK_PX = 6;
/** Reach of the hover, px. */
const NEAR_PX = 28;
const EDGE_PX = 5;

/** seq of the lane's event at x, null when the pointer is on none. A range is hit over its whole length. */
export function eventAt(lane: Lane, x: number, span: Span, width: number): number | null {
  const t = xToTime(x, span, width);
  const nearest = nearestIndex(lane.t, t);
  if (nearest < 0) return null;
  if (lane.ends !== null) {
    const started = (lane.t[nearest] as number) <= t ? nearest : nearest - 1;
    if (started >= 0 && t <= (lane.ends[started] as number)) return lane.seqs[started] as number;
  }
  return Math.abs(timeToX(lane.t[nearest] as number, span, width) - x) <= MARK_PX ? (lane.seqs[nearest] as number) : null;
}

/** For the hover: the lane's own event, else the nearest notable one; null when none is near. */
export function eventNear(model: TimelineModel, lane: Lane | null, x: number, span: Span, width: number): number | null {
  const own = lane === null ? null : eventAt(lane, x, span, width);
  if (own !== null) return own;
  const nearest = nearestIndex(model.notable.t, xToTime(x, span, width));
  if (nearest < 0) return null;
  return Math.abs(timeToX(model.notable.t[nearest] as number, span, width) - x) <= NEAR_PX ? (model.notable.seqs[nearest] as number) : null;
}

export function rangeEdgeAt(x: number, inPoint: number | null, outPoint: number | null, span: Span, width: number): 'in' | 'out' | null {
  const near = (t: number | null): boolean => t !== null && Math.abs(timeToX(t, span, width) - x) <= EDGE_PX;
  if (near(outPoint)) return 'out';
  return near(inPoint) ? 'in' : null;
}
