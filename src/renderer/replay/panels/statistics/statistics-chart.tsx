/** A chart of counted values over the whole session, with the playhead on it; a click goes there. */
import { useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { lastPoint, type ChartSection } from '../../../../shared/statistics.ts';
import { formatClock } from '../../../ui/format.ts';
import { teamVariable } from '../../../ui/team-colours.ts';
import type { Playback } from '../../playback/types.ts';
import { useClock } from '../../playback/use-clock.ts';
import { useReplay } from '../../replay-context.tsx';
import { useSize, useTheme } from '../../timeline/use-surface.ts';
import { valueWords } from './value-words.ts';
import styles from './statistics.module.css';

const HEIGHT = 180;
/** Between marks of the time axis, ms. */
const STEPS = [1, 5, 10, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400].map((seconds) => seconds * 1000);

/** `t`: ms of the values beside the names, Infinity for the last. */
export function StatisticsChart({
  section,
  durationMs,
  t,
}: {
  readonly section: ChartSection;
  readonly durationMs: number;
  readonly t: number;
}) {
  const { playback } = useReplay();
  const { profile } = playback.session;
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  const theme = useTheme(box);
  const [plot, setPlot] = useState<uPlot | null>(null);

  useEffect(() => {
    const element = box.current;
    if (element === null || theme === null || width === 0) return undefined;
    const style = getComputedStyle(element);
    const colour = (variable: string): string => style.getPropertyValue(variable).trim();
    const axis = {
      stroke: colour('--t3'),
      grid: { stroke: colour('--line'), width: 1 },
      ticks: { show: false },
      font: '11px Inter Variable',
    };
    const made = new uPlot(
      {
        width,
        height: HEIGHT,
        legend: { show: false },
        cursor: { drag: { x: false, y: false }, y: false, points: { show: false } },
        scales: { x: { time: false, range: [0, Math.max(1, durationMs)] }, y: { range: (_, __, max) => [0, Math.max(1, max * 1.05)] } },
        hooks: {
          ready: [
            (ready) => {
              setPlot(ready); // laid out only now
              ready.over.addEventListener('click', (event) => {
                playback.clock.seek(ready.posToVal(event.clientX - ready.over.getBoundingClientRect().left, 'x'));
              });
            },
          ],
        },
        axes: [
          { ...axis, size: 24, space: 64, incrs: STEPS, values: (_, splits) => splits.map((ms) => formatClock(ms)) },
          { ...axis, size: 40 },
        ],
        series: [
          {},
          ...section.lines.map(({ label, team }) => ({
            label,
            stroke: colour(`--team-${profile.teams.find(({ id }) => id === team)?.colour ?? 'none'}`),
            width: 1.5,
            points: { show: false },
            paths: (uPlot.paths.stepped as NonNullable<typeof uPlot.paths.stepped>)({ align: 1 }),
          })),
        ],
      },
      chartData(section, durationMs),
      element,
    );
    return () => {
      setPlot(null);
      made.destroy();
    };
  }, [section, durationMs, width, theme, profile, playback]);

  return (
    <div className={styles.chart}>
      <dl className={styles.legend}>
        {section.lines.map(({ label, team, t: times, value }) => {
          const found = profile.teams.find(({ id }) => id === team);
          const index = lastPoint(times, t);
          return (
            <div key={label}>
              <dt style={{ color: teamVariable(found?.colour ?? 'none') }}>{found?.label ?? label}</dt>
              <dd>{valueWords(index < 0 ? 0 : (value[index] ?? 0), section.format)}</dd>
            </div>
          );
        })}
      </dl>
      <div ref={box} className={styles.plot} role="img" aria-label={section.title}>
        {plot !== null && <Playhead plot={plot} playback={playback} />}
      </div>
    </div>
  );
}

function Playhead({ plot, playback }: { readonly plot: uPlot; readonly playback: Playback }) {
  const now = useClock(playback, ({ t }) => t);
  const { offsetLeft, offsetTop, clientHeight } = plot.over;
  return <div className={styles.playhead} style={{ left: offsetLeft + plot.valToPos(now, 'x'), top: offsetTop, height: clientHeight }} />;
}

/** All lines over the moments at which any of them changes; null before a line begins. */
function chartData({ lines }: ChartSection, durationMs: number): uPlot.AlignedData {
  const moments = [...new Set([0, ...lines.flatMap(({ t }) => [...t]), durationMs])].toSorted((a, b) => a - b);
  const columns = lines.map(({ t, value }) => {
    let i = -1;
    return moments.map((moment) => {
      while (i + 1 < t.length && (t[i + 1] as number) <= moment) i++;
      return i < 0 ? null : (value[i] as number);
    });
  });
  return [moments, ...columns];
}
