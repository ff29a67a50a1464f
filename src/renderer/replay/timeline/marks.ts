import { fitText } from './fit-text.ts';
/** What people added at moments: bookmarks as flags on the ruler, comments as a row of their own. */
import type { Row } from './rows.ts';
import type { TimelineTheme } from './theme.ts';
import { timeToX, type Span } from './time-scale.ts';

export interface Mark {
  /** ms */
  readonly t: number;
  /** "" for a bookmark without a name. */
  readonly text: string;
  /** CSS */
  readonly colour: string;
}

/** Each in order of t. */
export interface Marks {
  readonly bookmarks: readonly Mark[];
  readonly comments: readonly Mark[];
}

export const NO_MARKS: Marks = { bookmarks: [], comments: [] };

/** Half of a flag's width, px; labels of the ruler keep away from it. */
export const FLAG_PX = 5;
const FLAG_HEIGHT = 12;
/** Reach of the pointer, px. */
const REACH_PX = 6;
/** A comment's words take at most so much room, px. */
const WORDS_PX = 160;
const GAP_PX = 6;

type Context = CanvasRenderingContext2D;

/** A ribbon with a notch at its foot, on each bookmark that is in view. */
export function drawFlags(c: Context, bookmarks: readonly Mark[], row: Row, span: Span, width: number): void {
  const top = row.y + (row.height - FLAG_HEIGHT) / 2;
  for (const { t, colour } of bookmarks) {
    const x = Math.round(timeToX(t, span, width));
    if (x < -FLAG_PX || x > width + FLAG_PX) continue;
    c.fillStyle = colour;
    c.beginPath();
    c.moveTo(x - 4, top);
    c.lineTo(x + 4, top);
    c.lineTo(x + 4, top + FLAG_HEIGHT);
    c.lineTo(x, top + FLAG_HEIGHT - 4);
    c.lineTo(x - 4, top + FLAG_HEIGHT);
    c.closePath();
    c.fill();
  }
}

/** A bar at its moment and, as far as there is room before the next one, its words. */
export function drawComments(c: Context, comments: readonly Mark[], row: Row, span: Span, width: number, theme: TimelineTheme): void {
  c.textBaseline = 'middle';
  c.font = theme.caption;
  comments.forEach(({ t, text, colour }, index) => {
    const x = timeToX(t, span, width);
    if (x < -WORDS_PX || x > width) return;
    const room = wordsWidth(comments, index, span, width);
    if (room > 24) {
      c.fillStyle = theme.field;
      c.fillRect(x, row.y + 2, room, row.height - 5);
      c.fillStyle = theme.t1;
      fitText(c, text, x + 7, row.y + 2 + (row.height - 5) / 2, room - 12);
    }
    c.fillStyle = colour;
    c.fillRect(Math.round(x), row.y + 2, 2, row.height - 5);
  });
}

function wordsWidth(comments: readonly Mark[], index: number, span: Span, width: number): number {
  const x = timeToX(comments[index]?.t ?? 0, span, width);
  const next = comments[index + 1];
  const end = next === undefined ? Infinity : timeToX(next.t, span, width) - GAP_PX;
  return Math.min(WORDS_PX, end - x);
}

/** The mark under the pointer: on the ruler a bookmark, in the row of comments one of those with its words; null for none. */
export function markAt(marks: Marks, row: Row, x: number, span: Span, width: number): Mark | null {
  if (row.kind === 'ruler') {
    const near = marks.bookmarks.filter(({ t }) => Math.abs(timeToX(t, span, width) - x) <= REACH_PX);
    return near.at(-1) ?? null;
  }
  if (row.kind !== 'comments') return null;
  const { comments } = marks;
  const index = comments.findLastIndex(({ t }) => timeToX(t, span, width) <= x + REACH_PX);
  const mark = comments[index];
  return mark !== undefined && x <= timeToX(mark.t, span, width) + Math.max(REACH_PX, wordsWidth(comments, index, span, width))
    ? mark
    : null;
}
