/** Lines over session time with the playhead on them: a click goes there. The one chart of the replay, under the timeline and among the statistics. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { formatClock } from '../../ui/format.ts';
import type { Playback } from '../playback/types.ts';
import { useClock } from '../playback/use-clock.ts';
import type { Span } from '../timeline/time-scale.ts';
import { useSize, useTheme } from '../timeline/use-surface.ts';
import styles from './charts.module.css';

export interface PlotLine {
  readonly label: string;
  /** Design token: "--team-blue". */
  readonly colour: string;
  /** ms, ascending; the value holds until the next. */
  readonly t: ArrayLike<number>;
  readonly value: ArrayLike<number>;
}

export interface PlotProps {
  readonly playback: Playback;
  /** For those who do not see it. */
  readonly label: string;
  readonly lines: readonly PlotLine[];
  /** ms */
  readonly durationMs: number;
  /** What of it is seen. */
  readonly span: Span;
  /** px */
  readonly height: number;
  /** Without axes it lies under the timeline and shares that one's; the highest value then stands in the corner. */
  readonly axes: boolean;
  /** Moment under the pointer, ms; null when it has left. */
  readonly onHover?: (t: number | null) => void;
}

/** Between marks of the time axis, ms. */
const STEPS = [1, 5, 10, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400].map((seconds) => seconds * 1000);

export function Plot({ playback, label, lines, durationMs, span, height, axes, onHover }: PlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  const theme = useTheme(box);
  const [plot, setPlot] = useState<uPlot | null>(null);
  const { from, to } = span;
  const range = useRef<[number, number]>([from, to]);
  const hovered = useEffectEvent((t: number | null) => onHover?.(t));

  useEffect(() => {
    const element = box.current;
    if (element === null || theme === null || width === 0) return undefined;
    const style = getComputedStyle(element);
    const colour = (variable: string): string => style.getPropertyValue(variable).trim();
    const axis = {
      show: axes,
      stroke: colour('--t3'),
      grid: { stroke: colour('--line'), width: 1 },
      ticks: { show: false },
      font: '11px Inter Variable',
    };
    const made = new uPlot(
      {
        width,
        height,
        padding: axes ? [8, 8, 0, 0] : [4, 0, 1, 0],
        legend: { show: false },
        cursor: { drag: { x: false, y: false }, y: false, points: { show: false } },
        scales: {
          x: { time: false, range: () => range.current },
          y: { range: (_, __, max) => [0, Math.max(1, max * 1.05)] },
        },
        hooks: {
          ready: [
            (ready) => {
              setPlot(ready); // laid out only now
              ready.over.addEventListener('click', (event) => {
                playback.clock.seek(ready.posToVal(event.clientX - ready.over.getBoundingClientRect().left, 'x'));
              });
            },
          ],
          setCursor: [
            (moved) => hovered(moved.cursor.left === undefined || moved.cursor.left < 0 ? null : moved.posToVal(moved.cursor.left, 'x')),
          ],
          draw: axes ? [] : [(drawn) => writeHighest(drawn, colour('--t3'))],
        },
        axes: [
          { ...axis, size: 24, space: 64, incrs: STEPS, values: (_, splits) => splits.map((ms) => formatClock(ms)) },
          { ...axis, size: 40 },
        ],
        series: [
          {},
          ...lines.map(({ label: name, colour: token }) => ({
            label: name,
            stroke: colour(token),
            width: 1.5,
            points: { show: false },
            paths: (uPlot.paths.stepped as NonNullable<typeof uPlot.paths.stepped>)({ align: 1 }),
          })),
        ],
      },
      plotData(lines, durationMs),
      element,
    );
    return () => {
      setPlot(null);
      made.destroy();
    };
  }, [playback, lines, durationMs, width, height, axes, theme]);

  useEffect(() => {
    range.current = [from, to];
    plot?.setScale('x', { min: from, max: to });
  }, [plot, from, to]);

  return (
    <div ref={box} className={styles.plot} style={{ height }} role="img" aria-label={label}>
      {plot !== null && <Playhead plot={plot} playback={playback} span={span} />}
    </div>
  );
}

function Playhead({ plot, playback, span }: { readonly plot: uPlot; readonly playback: Playback; readonly span: Span }) {
  const now = useClock(playback, ({ t }) => t);
  const { offsetLeft, offsetTop, clientHeight, clientWidth } = plot.over;
  if (now < span.from || now > span.to) return null;
  const left = offsetLeft + ((now - span.from) / (span.to - span.from)) * clientWidth;
  return <div className={styles.playhead} style={{ left, top: offsetTop, height: clientHeight }} />;
}

/** All lines over the moments at which any of them changes; null before a line begins. */
function plotData(lines: readonly PlotLine[], durationMs: number): uPlot.AlignedData {
  const moments = [...new Set([0, ...lines.flatMap(({ t }) => Array.from(t)), durationMs])].toSorted((a, b) => a - b);
  const columns = lines.map(({ t, value }) => {
    let i = -1;
    return moments.map((moment) => {
      while (i + 1 < t.length && (t[i + 1] as number) <= moment) i++;
      return i < 0 ? null : (value[i] as number);
    });
  });
  return [moments, ...columns];
}

function writeHighest({ ctx, bbox, scales }: uPlot, colour: string): void {
  const max = scales['y']?.max;
  if (max === undefined) return;
  ctx.save();
  ctx.font = `${Math.round(10 * devicePixelRatio)}px Inter Variable`;
  ctx.fillStyle = colour;
  ctx.textBaseline = 'top';
  ctx.fillText(String(Math.round(max / 1.05)), bbox.left + 4 * devicePixelRatio, bbox.top);
  ctx.restore();
}
