/** The director's cuts as a strip at the foot of the ruler: a block a shot, in the colour of whom it is on when something happens, quiet when nothing does. */
import type { TeamColour } from '../../../shared/games/profile.ts';
import type { Row } from './rows.ts';
import type { TimelineTheme } from './theme.ts';
import { timeToX, type Span } from './time-scale.ts';

export interface CutBlock {
  /** ms; Infinity for one at the edge of a live session. */
  readonly from: number;
  readonly to: number;
  /** Null while nothing of importance happens. */
  readonly colour: TeamColour | null;
  /** What the director says of it. */
  readonly title: string;
}

const HEIGHT = 4;
const GAP = 1;
/** Narrower blocks become one. */
const NARROWEST = 2;
const QUIET_ALPHA = 0.45;

export function drawCuts(
  c: CanvasRenderingContext2D,
  cuts: readonly CutBlock[],
  row: Row,
  span: Span,
  width: number,
  theme: TimelineTheme,
): void {
  const top = row.y + row.height - 1 - HEIGHT;
  let left = Number.NaN;
  let shown: TeamColour | null = null;
  for (const { from, to, colour } of cuts) {
    if (to <= span.from) continue;
    if (from >= span.to) break;
    if (Number.isNaN(left)) left = Math.max(0, timeToX(from, span, width));
    const right = Math.min(width, timeToX(Math.min(to, span.to), span, width));
    shown = colour ?? shown;
    if (right - left < NARROWEST) continue;
    c.fillStyle = shown === null ? theme.t3 : theme.team[shown];
    c.globalAlpha = shown === null ? QUIET_ALPHA : 1;
    c.fillRect(left, top, right - left - GAP, HEIGHT);
    left = right;
    shown = null;
  }
  c.globalAlpha = 1;
}
