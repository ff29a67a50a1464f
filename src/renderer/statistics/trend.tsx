/** A value over weeks as a line with its mean of four, and how many matches each week had as bars behind it. Arrow keys walk the weeks. */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useSize, useTheme } from '../replay/timeline/use-surface.ts';
import { DASH } from '../ui/format.ts';
import { useWords } from '../words/words.ts';
import { meanOf, type TrendPoint } from './trend-points.ts';
import styles from './trend.module.css';

export interface TrendProps {
  /** For those who do not see it. */
  readonly label: string;
  /** In order. */
  readonly points: readonly TrendPoint[];
  /** How a value is written. */
  readonly words: (value: number) => string;
  /** Of the value, as the tooltip names it: "K/D". */
  readonly short: string;
  /** How a point is named: "Week of 28 Sep". */
  readonly when: (at: number) => string;
  /** On the axis: "28 Sep". */
  readonly date: (at: number) => string;
}

/** Bars take the lower part of the height. */
const BARS = 4;
const DAY = 86_400;
/** Room at both ends, of the distance between two points: that of half a bar. */
const MARGIN = 0.4;
const STEPS = [7, 14, 28, 56, 84, 182, 364].map((days) => days * DAY);
const TIP_WIDTH = 168;

export function Trend({ label, points, words: value, short, when, date }: TrendProps) {
  const says = useWords().statistics.trend;
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  const theme = useTheme(box);
  const plot = useRef<uPlot | null>(null);
  const [hover, setHover] = useState<{ readonly at: number; readonly left: number; readonly top: number } | null>(null);
  const mean = useMemo(() => meanOf(points), [points]);

  useEffect(() => {
    const element = box.current;
    if (element === null || theme === null || width === 0 || height === 0) return undefined;
    const axis = {
      stroke: theme.t2,
      grid: { stroke: theme.line, width: 1 },
      ticks: { show: false },
      font: theme.caption,
    };
    const made = new uPlot(
      {
        width,
        height,
        padding: [10, 12, 0, 0],
        legend: { show: false },
        cursor: {
          drag: { x: false, y: false },
          y: false,
          points: { size: 9, width: 0, show: (_, series) => (series === 2 ? dotOf(theme.accent) : '') as HTMLElement },
        },
        scales: {
          x: { time: true, range: () => rangeOf(points) },
          matches: { range: (_, __, max) => [0, Math.max(1, max) * BARS] },
          y: { range: (_, min, max) => roomAround(min, max) },
        },
        axes: [
          {
            ...axis,
            grid: { show: false },
            size: 26,
            space: 88,
            incrs: STEPS,
            splits: (_, __, min, max, step) => weeksBetween(points, min, max, step),
            values: (_, splits) => splits.map((at) => date(at * 1000)),
          },
          { ...axis, size: 44, space: 44, values: (_, splits) => splits.map(value) },
        ],
        series: [
          {},
          {
            scale: 'matches',
            fill: theme.field,
            width: 0,
            points: { show: false },
            paths: (uPlot.paths.bars as NonNullable<typeof uPlot.paths.bars>)({ size: [0.5, 28], align: 0 }),
          },
          { stroke: theme.accent, width: 1.75, spanGaps: true, points: { show: true, size: 5, fill: theme.accent, width: 0 } },
          { stroke: theme.t3, width: 1.25, dash: [4, 4], spanGaps: true, points: { show: false } },
        ],
        hooks: {
          setCursor: [
            (moved) => {
              const { cursor, data, over } = moved;
              const { idx } = cursor;
              if (idx === null || idx === undefined || (cursor.left ?? -1) < 0) return setHover(null);
              const left = over.offsetLeft + moved.valToPos((data[0] as number[])[idx] as number, 'x');
              const y = data[2]?.[idx];
              return setHover({
                at: idx,
                left,
                top: over.offsetTop + (typeof y === 'number' ? moved.valToPos(y, 'y') : over.clientHeight / 2),
              });
            },
          ],
        },
      },
      [points.map(({ at }) => at / 1000), points.map(({ matches }) => matches), points.map((point) => point.value), [...mean]],
      element,
    );
    plot.current = made;
    return () => {
      plot.current = null;
      setHover(null);
      made.destroy();
    };
  }, [points, mean, value, date, theme, width, height]);

  const walk = (event: KeyboardEvent): void => {
    const last = points.length - 1;
    const from = hover?.at ?? (event.key === 'ArrowRight' ? -1 : last + 1);
    const to = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: last }[event.key];
    const made = plot.current;
    if (to === undefined || made === null || last < 0) return;
    event.preventDefault();
    const at = Math.min(last, Math.max(0, to));
    made.setCursor({ left: made.valToPos((points[at] as TrendPoint).at / 1000, 'x'), top: 1 });
  };
  const told = (at: number): string => {
    const point = points[at];
    return point === undefined
      ? ''
      : `${when(point.at)}: ${says.point(short, point.value === null ? DASH : value(point.value), point.matches)}`;
  };
  const shown = hover === null ? undefined : points[hover.at];
  return (
    <div
      ref={box}
      className={styles.trend}
      role="slider"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, points.length - 1)}
      aria-valuenow={hover?.at ?? Math.max(0, points.length - 1)}
      aria-valuetext={told(hover?.at ?? points.length - 1)}
      tabIndex={0}
      onKeyDown={walk}
    >
      {hover !== null && shown !== undefined && (
        <div
          className={styles.tip}
          role="status"
          style={{
            left: Math.min(Math.max(0, hover.left + 12), width - TIP_WIDTH),
            top: Math.min(hover.top + 12, height - 72),
            width: TIP_WIDTH,
          }}
        >
          <b>{when(shown.at)}</b>
          <span>{says.point(short, shown.value === null ? DASH : value(shown.value), shown.matches)}</span>
        </div>
      )}
    </div>
  );
}

/** Unix seconds from the first to the last point, with room for half a bar at both ends. */
function rangeOf(points: readonly TrendPoint[]): [number, number] {
  const [first, second] = points;
  const step = first === undefined || second === undefined ? 7 * DAY : (second.at - first.at) / 1000;
  return [(first?.at ?? 0) / 1000 - MARGIN * step, (points.at(-1)?.at ?? 0) / 1000 + MARGIN * step];
}

/** So that the line neither touches its ends nor lies in the bars. */
function roomAround(min: number, max: number): [number, number] {
  if (!Number.isFinite(min) || !Number.isFinite(max)) return [0, 1];
  const span = Math.max(max - min, Math.abs(max) * 0.2, 1e-3);
  return [Math.max(0, min - span * 0.6), max + span * 0.15];
}

/** Some of the points' own moments, evenly. */
function weeksBetween(points: readonly TrendPoint[], min: number, max: number, step: number): number[] {
  const there = points.map(({ at }) => at / 1000).filter((at) => at >= min && at <= max);
  const [first] = there;
  if (first === undefined) return [];
  return there.filter((at) => Math.round((at - first) / (7 * DAY)) % Math.max(1, Math.round(step / (7 * DAY))) === 0);
}

function dotOf(colour: string): HTMLElement {
  const dot = document.createElement('div');
  dot.style.background = colour;
  return dot;
}
