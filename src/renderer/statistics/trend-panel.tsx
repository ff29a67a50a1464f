/** How some numbers went over time, one of them at a time. */
import { useCallback, useMemo, useState } from 'react';
import type { CareerStat, CareerTrend } from '../../shared/career.ts';
import { formatDay, formatMonth } from '../ui/format.ts';
import { Segmented } from '../ui/segmented.tsx';
import { useWords } from '../words/words.ts';
import { Panel } from './panel.tsx';
import { statWords } from './stat-words.ts';
import { Trend } from './trend.tsx';
import styles from './statistics.module.css';

export interface TrendPanelProps {
  readonly trend: CareerTrend;
  readonly area?: string;
  /** Whose it is, where there are several. */
  readonly of?: string;
}

export function TrendPanel({ trend, area, of }: TrendPanelProps) {
  const says = useWords().statistics.trend;
  const [chosen, setChosen] = useState<string | null>(null);
  const at = Math.max(
    0,
    trend.stats.findIndex(({ id }) => id === chosen),
  );
  const stat = trend.stats[at];
  const points = useMemo(
    () =>
      trend.at.map((day, i) => ({
        at: Date.parse(`${day}T00:00:00Z`),
        value: trend.values[at]?.[i] ?? null,
        matches: trend.sessions?.[i] ?? null,
      })),
    [trend, at],
  );
  const value = useCallback((number: number) => (stat === undefined ? '' : statWords(number, stat)), [stat]);
  const { step } = trend;
  const date = useCallback((ms: number) => (step === 'month' ? formatMonth(ms, 'UTC') : formatDay(ms, 'UTC')), [step]);
  if (stat === undefined) return null;
  const title = says.title(stat.label, says.steps[trend.step]);
  const named = of === undefined ? title : `${of}: ${title}`;
  return (
    <Panel
      title={named}
      about={says.about}
      {...(area === undefined ? {} : { area })}
      end={
        trend.stats.length > 1 && (
          <Segmented
            label={says.which}
            value={stat.id}
            options={trend.stats.map(({ id, short }: CareerStat) => ({ id, label: short }))}
            onChoose={setChosen}
          />
        )
      }
    >
      <div className={styles.chart}>
        <Trend label={named} points={points} words={value} short={stat.short} when={(ms) => says.spans[trend.step](date(ms))} date={date} />
      </div>
    </Panel>
  );
}
