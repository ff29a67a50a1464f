/** Draws the timeline's still layer: chapters, ruler ticks, lanes, graph, whole session, in/out. Coordinates are CSS pixels; the caller scaled the context. */
import type { TeamColour } from '../../../shared/games/profile.ts';
import { binEvents, lowerBound, type Bins } from './bins.ts';
import type { Chapter } from './chapters.ts';
import { drawCuts, type CutBlock } from './cuts.ts';
import { fitText } from './fit-text.ts';
import type { Graph } from './graph.ts';
import type { Lane } from './lanes.ts';
import { drawComments, drawFlags, type Marks } from './marks.ts';
import type { Row } from './rows.ts';
import type { TimelineTheme } from './theme.ts';
import { tickStep, timeToX, type Span } from './time-scale.ts';

export interface Scene {
  readonly rows: readonly Row[];
  readonly chapters: readonly Chapter[];
  readonly marks: Marks;
  /** Of the director; none while it is off. */
  readonly cuts: readonly CutBlock[];
  readonly graph: Graph | null;
  /** All events of importance 1 and more, for the strip. */
  readonly overview: Bins;
  readonly teamColours: readonly TeamColour[];
  readonly span: Span;
  readonly durationMs: number;
  readonly width: number;
  readonly height: number;
  readonly inPoint: number | null;
  readonly outPoint: number | null;
  /** seq of the chosen event. */
  readonly chosen: number | null;
  readonly rangeLabel: (lane: Lane, index: number) => string;
}

/** Labels of the ruler lie at least this far apart, px. */
export const LABEL_PX = 84;

type Context = CanvasRenderingContext2D;

export function drawStill(c: Context, scene: Scene, theme: TimelineTheme): void {
  c.clearRect(0, 0, scene.width, scene.height);
  drawTicks(c, scene, theme);
  for (const row of scene.rows) {
    switch (row.kind) {
      case 'chapters':
        drawChapters(c, scene, row, theme);
        break;
      case 'lane':
        if (row.lane !== null) drawLane(c, scene, row, row.lane, theme);
        break;
      case 'graph':
        if (scene.graph !== null) drawGraph(c, scene, row, scene.graph, theme);
        break;
      case 'strip':
        drawStrip(c, scene, row, theme);
        break;
      case 'ruler':
        drawCuts(c, scene.cuts, row, scene.span, scene.width, theme);
        drawFlags(c, scene.marks.bookmarks, row, scene.span, scene.width);
        break;
      case 'comments':
        drawComments(c, scene.marks.comments, row, scene.span, scene.width, theme);
        break;
    }
    c.fillStyle = theme.line;
    c.fillRect(0, row.y + row.height - 1, scene.width, 1);
  }
  drawRange(c, scene, theme);
}

function drawTicks(c: Context, scene: Scene, theme: TimelineTheme): void {
  const ruler = scene.rows.find((row) => row.kind === 'ruler');
  const strip = scene.rows.find((row) => row.kind === 'strip');
  if (ruler === undefined || strip === undefined) return;
  const step = tickStep(scene.span, scene.width, LABEL_PX);
  c.fillStyle = theme.line;
  for (let t = Math.ceil(scene.span.from / step) * step; t <= scene.span.to; t += step) {
    c.fillRect(Math.round(timeToX(t, scene.span, scene.width)), ruler.y, 1, strip.y - ruler.y);
  }
}

function drawChapters(c: Context, scene: Scene, row: Row, theme: TimelineTheme): void {
  c.textBaseline = 'middle';
  for (const chapter of scene.chapters) {
    const from = Math.max(0, timeToX(chapter.from, scene.span, scene.width));
    const to = Math.min(scene.width, timeToX(chapter.to, scene.span, scene.width));
    if (to - from < 1) continue;
    c.fillStyle = chapter.quiet ? theme.panel : theme.field;
    c.fillRect(from, row.y, Math.max(1, to - from - 1), row.height - 1);
    if (to - from < 30) continue;
    c.font = chapter.quiet ? theme.caption : theme.captionStrong;
    c.fillStyle = chapter.quiet ? theme.t2 : theme.t1;
    fitText(c, chapter.label, from + 6, row.y + row.height / 2, to - from - 12);
  }
}

function drawLane(c: Context, scene: Scene, row: Row, lane: Lane, theme: TimelineTheme): void {
  if (lane.mark === 'range') drawRanges(c, scene, row, lane, theme);
  else drawMarks(c, scene, row, lane, theme);
}

function markColour(lane: Lane, index: number, scene: Scene, theme: TimelineTheme): string {
  const team = lane.teams[index] as number;
  return theme.team[scene.teamColours[team] ?? 'none'];
}

/** More marks than this per px of width, and they are no longer drawn one by one. */
const CROWDED = 0.2;
/** Width of a bar and its gap in a crowded lane, px. */
const CROWDED_PX = 3;

function drawMarks(c: Context, scene: Scene, row: Row, lane: Lane, theme: TimelineTheme): void {
  const inView = lowerBound(lane.t, scene.span.to) - lowerBound(lane.t, scene.span.from);
  if (lane.mark === 'bar' && inView > scene.width * CROWDED) {
    drawCrowd(c, scene, row, lane, theme);
    return;
  }
  const columns = Math.max(1, Math.floor(scene.width));
  const bins = binEvents(lane, scene.span, columns);
  drawDensity(c, scene, row, lane, theme);
  const middle = row.y + (row.height - 1) / 2;
  const size = Math.min(6.5, row.height / 2 - 2);
  for (let x = 0; x < columns; x++) {
    const index = bins.best[x] as number;
    if (index < 0) continue;
    const importance = (bins.top[x] as number) - 1;
    const chosen = lane.seqs[index] === scene.chosen;
    c.fillStyle = chosen ? theme.accent : markColour(lane, index, scene, theme);
    if (lane.mark === 'diamond') {
      diamond(c, x + 0.5, middle, chosen ? size + 1 : size);
      continue;
    }
    const tall = (row.height - 6) * (importance >= 3 ? 1 : importance === 2 ? 0.72 : 0.46);
    c.globalAlpha = chosen || importance >= 2 ? 1 : importance === 1 ? 0.85 : 0.6;
    c.fillRect(x - 1, middle - tall / 2, 2, tall);
    c.globalAlpha = 1;
  }
}

/** Bars whose height is how many events there are, in the colour of the most important of them. */
function drawCrowd(c: Context, scene: Scene, row: Row, lane: Lane, theme: TimelineTheme): void {
  const columns = Math.max(1, Math.ceil(scene.width / CROWDED_PX));
  const bins = binEvents(lane, scene.span, columns);
  const foot = row.y + row.height - 3;
  for (let i = 0; i < columns; i++) {
    const index = bins.best[i] as number;
    if (index < 0) continue;
    const tall = Math.max(3, Math.sqrt((bins.count[i] as number) / bins.max) * (row.height - 6));
    c.fillStyle = markColour(lane, index, scene, theme);
    c.fillRect(i * CROWDED_PX, foot - tall, CROWDED_PX - 1, tall);
  }
}

/** How many events lie behind the marks, as low blocks at the foot of the lane. */
const DENSITY_PX = 14;

function drawDensity(c: Context, scene: Scene, row: Row, lane: Lane, theme: TimelineTheme): void {
  if (lane.mark === 'diamond') return;
  const columns = Math.max(1, Math.ceil(scene.width / DENSITY_PX));
  const bins = binEvents(lane, scene.span, columns);
  if (bins.max < 2) return;
  c.fillStyle = lane.team === null ? theme.t3 : theme.team[lane.team];
  c.globalAlpha = 0.26;
  for (let i = 0; i < columns; i++) {
    const n = bins.count[i] as number;
    if (n < 2) continue;
    // A handful is a low block; only what is truly dense rises to the full height.
    const height = Math.max(3, Math.min(1, Math.sqrt(n / Math.max(bins.max, 12))) * (row.height - 4));
    c.fillRect(i * DENSITY_PX, row.y + row.height - 1 - height, DENSITY_PX, height);
  }
  c.globalAlpha = 1;
}

function drawRanges(c: Context, scene: Scene, row: Row, lane: Lane, theme: TimelineTheme): void {
  const ends = lane.ends;
  if (ends === null) return;
  c.textBaseline = 'middle';
  c.font = theme.caption;
  const top = row.y + 2;
  const height = row.height - 5;
  let drawnTo = -1;
  for (let i = Math.max(0, lowerBound(lane.t, scene.span.from) - 1); i < lane.t.length; i++) {
    const start = lane.t[i] as number;
    if (start > scene.span.to) break;
    const from = timeToX(start, scene.span, scene.width);
    const to = timeToX(ends[i] as number, scene.span, scene.width);
    // Several within one pixel look like one.
    if (to < 0 || to <= from || to < drawnTo + 0.5) continue;
    drawnTo = to;
    const left = Math.max(0, from);
    const width = Math.max(1, Math.min(scene.width, to) - left - 1);
    const colour = lane.seqs[i] === scene.chosen ? theme.accent : markColour(lane, i, scene, theme);
    c.fillStyle = colour;
    c.globalAlpha = 0.3;
    c.beginPath();
    c.roundRect(left, top, width, height, 2);
    c.fill();
    c.globalAlpha = 1;
    if (from >= 0) c.fillRect(from, top, Math.min(2, width), height);
    if (width > 64) {
      c.fillStyle = theme.t1;
      fitText(c, scene.rangeLabel(lane, i), left + 7, top + height / 2, width - 12);
    }
  }
}

function drawGraph(c: Context, scene: Scene, row: Row, graph: Graph, theme: TimelineTheme): void {
  const top = row.y + 4;
  const height = row.height - 9;
  const valueY = (value: number): number => top + height - ((value - graph.min) / Math.max(graph.max - graph.min, 1)) * height;
  c.save();
  c.beginPath();
  c.rect(0, row.y, scene.width, row.height);
  c.clip();
  if (graph.fill) {
    c.fillStyle = theme.line2;
    c.fillRect(0, Math.round(valueY(0)), scene.width, 1);
  }
  for (const line of graph.lines) {
    const colour = theme.team[line.colour];
    c.beginPath();
    let i = Math.max(0, lowerBound(line.t, scene.span.from) - 1);
    let y = valueY(line.value[i] ?? 0);
    let drawnX = 0;
    c.moveTo(0, y);
    for (; i < line.t.length && (line.t[i] as number) <= scene.span.to; i++) {
      const x = timeToX(line.t[i] as number, scene.span, scene.width);
      // Several changes within half a pixel are one.
      if (x > drawnX + 0.5) {
        c.lineTo(x, y);
        drawnX = x;
      }
      y = valueY(line.value[i] as number);
      c.lineTo(drawnX, y);
    }
    c.lineTo(scene.width, y);
    if (graph.fill) {
      c.lineTo(scene.width, valueY(0));
      c.lineTo(0, valueY(0));
      c.fillStyle = colour;
      c.globalAlpha = 0.6;
      c.fill();
      c.globalAlpha = 1;
    } else {
      c.strokeStyle = colour;
      c.lineWidth = 1.5;
      c.stroke();
    }
  }
  c.restore();
}

function drawStrip(c: Context, scene: Scene, row: Row, theme: TimelineTheme): void {
  const bins = scene.overview;
  const columns = bins.count.length;
  const step = scene.width / columns;
  c.fillStyle = theme.line2;
  for (let i = 0; i < columns; i++) {
    const n = bins.count[i] as number;
    const height = n === 0 ? 1 : 2 + Math.sqrt(n / bins.max) * (row.height - 8);
    c.fillRect(i * step, row.y + row.height - 2 - height, Math.max(1, step - 1), height);
  }
  if (scene.span.to - scene.span.from >= scene.durationMs) return;
  const from = (scene.span.from / scene.durationMs) * scene.width;
  const width = Math.max(3, ((scene.span.to - scene.span.from) / scene.durationMs) * scene.width);
  c.fillStyle = theme.accent;
  c.globalAlpha = 0.14;
  c.fillRect(from, row.y, width, row.height - 1);
  c.globalAlpha = 1;
  c.strokeStyle = theme.accent;
  c.lineWidth = 1;
  c.strokeRect(Math.round(from) + 0.5, row.y + 0.5, Math.round(width) - 1, row.height - 2);
}

function drawRange(c: Context, scene: Scene, theme: TimelineTheme): void {
  if (scene.inPoint === null && scene.outPoint === null) return;
  const ruler = scene.rows.find((row) => row.kind === 'ruler');
  const strip = scene.rows.find((row) => row.kind === 'strip');
  if (ruler === undefined || strip === undefined) return;
  const top = ruler.y + ruler.height;
  const height = strip.y - top - 1;
  const from = timeToX(scene.inPoint ?? 0, scene.span, scene.width);
  const to = timeToX(scene.outPoint ?? scene.durationMs, scene.span, scene.width);
  c.fillStyle = theme.accent;
  c.globalAlpha = 0.07;
  c.fillRect(Math.max(0, from), top, Math.min(scene.width, to) - Math.max(0, from), height);
  c.globalAlpha = 1;
  if (scene.inPoint !== null) bracket(c, Math.round(from), top, height, 1);
  if (scene.outPoint !== null) bracket(c, Math.round(to), top, height, -1);
}

function bracket(c: Context, x: number, top: number, height: number, side: 1 | -1): void {
  c.fillRect(side === 1 ? x : x - 2, top, 2, height);
  c.fillRect(side === 1 ? x : x - 6, top, 6, 2);
  c.fillRect(side === 1 ? x : x - 6, top + height - 2, 6, 2);
}

function diamond(c: Context, x: number, y: number, r: number): void {
  c.beginPath();
  c.moveTo(x, y - r);
  c.lineTo(x + r, y);
  c.lineTo(x, y + r);
  c.lineTo(x - r, y);
  c.closePath();
  c.fill();
}
