/** A chart of counted values over the whole session. */
import { useMemo } from 'react';
import { lastPoint, type ChartSection } from '../../../../shared/statistics.ts';
import { teamVariable } from '../../../ui/team-colours.ts';
import { Plot, type PlotLine } from '../../charts/plot.tsx';
import { useReplay } from '../../replay-context.tsx';
import { visibleSpan } from '../../timeline/time-scale.ts';
import { valueWords } from './value-words.ts';
import styles from './statistics.module.css';

const HEIGHT = 180;

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
  const lines = useMemo(
    () =>
      section.lines.map(({ team, ...line }): PlotLine => {
        const colour = profile.teams.find(({ id }) => id === team)?.colour ?? 'none';
        return { ...line, colour: `--team-${colour}` };
      }),
    [section, profile],
  );
  const span = useMemo(() => visibleSpan(null, durationMs), [durationMs]);
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
      <Plot playback={playback} label={section.title} lines={lines} durationMs={durationMs} span={span} height={HEIGHT} axes />
    </div>
  );
}
