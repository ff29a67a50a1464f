/** How many people were on a server when: people below, bots on top of them. */
import { useEffect, useMemo, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { CareerPopulation } from '../../shared/career.ts';
import { useSize, useTheme } from '../replay/timeline/use-surface.ts';
import { formatCount, formatDay, formatTime } from '../ui/format.ts';
import { useWords } from '../words/words.ts';
import { Panel } from './panel.tsx';
import styles from './statistics.module.css';

const HOUR = 3_600_000;

/** Of Unix seconds: midnight is the day that begins. */
function timeWords(seconds: number): string {
  const date = new Date(seconds * 1000);
  return date.getHours() === 0 && date.getMinutes() === 0 ? formatDay(seconds * 1000) : formatTime(seconds * 1000);
}

export function Population({ population }: { readonly population: CareerPopulation }) {
  const says = useWords().statistics.server;
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  const theme = useTheme(box);
  const { stepMs, start, players, bots } = population;
  const data = useMemo((): uPlot.AlignedData => {
    const at = players.map((_, i) => (start + i * stepMs) / 1000);
    return [at, players.map((count, i) => count + (bots[i] ?? 0)), [...players]];
  }, [stepMs, start, players, bots]);
  useEffect(() => {
    const element = box.current;
    if (element === null || theme === null || width === 0 || height === 0) return undefined;
    const axis = { stroke: theme.t2, grid: { stroke: theme.line, width: 1 }, ticks: { show: false }, font: theme.caption };
    const steps = (uPlot.paths.stepped as NonNullable<typeof uPlot.paths.stepped>)({ align: 1 });
    const made = new uPlot(
      {
        width,
        height,
        padding: [8, 12, 0, 0],
        legend: { show: false },
        cursor: { show: false },
        scales: { y: { range: (_, __, max) => [0, max > 0 ? max * 1.15 : 1] } },
        axes: [
          { ...axis, size: 26, space: 88, grid: { show: false }, values: (_, splits) => splits.map(timeWords) },
          { ...axis, size: 36, space: 36 },
        ],
        series: [
          {},
          { stroke: theme.line2, fill: theme.field, width: 1, points: { show: false }, paths: steps },
          { stroke: theme.accent, fill: `${theme.accent}33`, width: 1.5, points: { show: false }, paths: steps },
        ],
      },
      data,
      element,
    );
    return () => made.destroy();
  }, [data, theme, width, height]);
  if (players.length === 0) return null;
  const most = Math.max(...players);
  const step = stepMs >= HOUR ? says.hours(Math.round(stepMs / HOUR)) : says.minutes(Math.round(stepMs / 60_000));
  return (
    <Panel title={says.population} about={says.populationAbout(step)}>
      <div className={styles.population}>
        <div ref={box} className={styles.fill} role="img" aria-label={says.populationMost(formatCount(Math.round(most)))} />
      </div>
    </Panel>
  );
}
