/** The picture of a match's timeline, and what lies under the pointer in it. */
import type { Chapter } from '../replay/timeline/chapters.ts';
import type { Lane } from '../replay/timeline/lanes.ts';
import type { TimelineTheme } from '../replay/timeline/theme.ts';

/** Of a lane what mattered. */
export interface NotableLane extends Pick<Lane, 'id' | 'label' | 'team' | 'mark'> {
  readonly seqs: readonly number[];
  /** ms */
  readonly t: readonly number[];
  readonly importance: readonly number[];
}

const LEAST_IMPORTANCE = 2;

export function notableLanes(lanes: readonly Lane[]): readonly NotableLane[] {
  return lanes.flatMap(({ id, label, team, mark, seqs, t, importance }) => {
    const kept = Array.from(seqs, (_, i) => i).filter((i) => (importance[i] as number) >= LEAST_IMPORTANCE);
    if (kept.length === 0) return [];
    const of = (list: ArrayLike<number>): number[] => kept.map((i) => list[i] as number);
    return [{ id, label, team, mark, seqs: of(seqs), t: of(t), importance: of(importance) }];
  });
}

/** The event of a row that is nearest to t; null when none is within `reach` ms. */
export function laneAt(
  lanes: readonly NotableLane[],
  row: number,
  t: number,
  reach: number,
): { readonly lane: number; readonly index: number } | null {
  const lane = lanes[row];
  if (lane === undefined) return null;
  let [best, least] = [-1, reach];
  for (const [i, at] of lane.t.entries()) {
    const away = Math.abs(at - t);
    if (away > least) continue;
    best = i;
    least = away;
  }
  return best < 0 ? null : { lane: row, index: best };
}

export interface TimelineSize {
  readonly width: number;
  readonly height: number;
  /** Of a row. */
  readonly lane: number;
  /** Where the rows begin. */
  readonly top: number;
}

/** CSS px. */
export function drawTimeline(
  context: CanvasRenderingContext2D,
  size: TimelineSize,
  durationMs: number,
  lanes: readonly NotableLane[],
  chapters: readonly Chapter[],
  theme: TimelineTheme,
  chosen: { readonly lane: number; readonly index: number } | null,
): void {
  const x = (t: number): number => (t / Math.max(1, durationMs)) * size.width;
  context.clearRect(0, 0, size.width, size.height);
  drawChapters(context, size, chapters, x, theme);
  for (const [row, lane] of lanes.entries()) {
    const top = size.top + row * size.lane;
    context.fillStyle = theme.line;
    context.fillRect(0, top, size.width, 1);
    context.fillStyle = theme.team[lane.team ?? 'none'];
    for (const [i, t] of lane.t.entries()) drawMark(context, lane, x(t), top, size.lane, lane.importance[i] ?? 0);
    if (chosen?.lane !== row) continue;
    context.fillStyle = theme.accent;
    context.fillRect(Math.round(x(lane.t[chosen.index] ?? 0)) - 1.5, top + 1, 3, size.lane - 1);
  }
}

function drawMark(
  context: CanvasRenderingContext2D,
  { mark }: NotableLane,
  x: number,
  top: number,
  lane: number,
  importance: number,
): void {
  if (mark === 'diamond') {
    const [middle, half] = [top + lane / 2, 4];
    context.beginPath();
    context.moveTo(x, middle - half);
    context.lineTo(x + half, middle);
    context.lineTo(x, middle + half);
    context.lineTo(x - half, middle);
    context.fill();
    return;
  }
  const height = importance >= 3 ? lane - 6 : lane - 11;
  context.fillRect(x - 1, top + lane - 2 - height, 2, height);
}

function drawChapters(
  context: CanvasRenderingContext2D,
  { width, top, height }: TimelineSize,
  chapters: readonly Chapter[],
  x: (t: number) => number,
  theme: TimelineTheme,
): void {
  context.font = theme.caption;
  context.textBaseline = 'middle';
  for (const { label, from, to, quiet } of chapters) {
    const [left, right] = [x(from), Math.min(width, x(to))];
    context.fillStyle = quiet ? theme.panel : theme.field;
    context.fillRect(left, 3, Math.max(0, right - left - 1), top - 6);
    context.fillStyle = theme.line2;
    if (!quiet) context.fillRect(left, 3, 1, height - 3);
    context.fillStyle = quiet ? theme.t3 : theme.t2;
    if (context.measureText(label).width + 12 < right - left) context.fillText(label, left + 6, top / 2);
  }
}
