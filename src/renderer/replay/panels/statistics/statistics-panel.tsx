/** What was counted over the session, a section at a time, at the playhead or in total. */
import { useMemo } from 'react';
import type { Statistics, StatisticsSection } from '../../../../shared/statistics.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { useWords } from '../../../words/words.ts';
import { useClock } from '../../playback/use-clock.ts';
import { useSession } from '../../playback/use-session.ts';
import { useReplay } from '../../replay-context.tsx';
import { gridOf } from './grid-model.ts';
import { StatisticsChart } from './statistics-chart.tsx';
import { StatisticsGrid } from './statistics-grid.tsx';
import { useStatistics } from './use-statistics.ts';
import styles from './statistics.module.css';

const MODES = ['now', 'total'] as const;
type Mode = (typeof MODES)[number];

/** What the person looks at; kept while the panel moves or is closed. */
export interface StatisticsChoice {
  /** Section; null for the first. */
  readonly section: string | null;
  readonly mode: Mode;
}
export const FIRST_CHOICE: StatisticsChoice = { section: null, mode: 'now' };

export interface StatisticsPanelProps {
  /** Shown over the stage, where there is room for all columns. */
  readonly large: boolean;
  readonly onLarge: (large: boolean) => void;
  readonly choice: StatisticsChoice;
  readonly onChoice: (choice: StatisticsChoice) => void;
}

export function StatisticsPanel({ large, onLarge, choice, onChoice }: StatisticsPanelProps) {
  const { statistics, failure, again } = useStatistics();
  const says = useWords().panels.statistics;
  const { mode } = choice;
  const section = statistics?.sections.find(({ id }) => id === choice.section) ?? statistics?.sections[0];
  return (
    <section className={styles.panel} aria-label={says.name} data-large={large}>
      <header className={styles.bar}>
        {statistics !== null && section !== undefined && (
          <Menu
            label={section.title}
            name={says.section}
            items={statistics.sections.map(({ id, title, kind, ...rest }) => ({
              id,
              label: title,
              checked: id === section.id,
              ...(kind === 'moments' && 't' in rest ? { hint: String(rest.t.length) } : {}),
              run: () => onChoice({ ...choice, section: id }),
            }))}
          />
        )}
        <span className={styles.spring} />
        <Segmented
          label={says.until}
          value={mode}
          options={MODES.map((id) => ({ id, label: says.modes[id] }))}
          onChoose={(next) => onChoice({ ...choice, mode: next })}
        />
        <IconButton
          icon={large ? 'minimize-2' : 'maximize-2'}
          size="small"
          label={large ? says.small : says.large}
          onClick={() => onLarge(!large)}
        />
      </header>
      {failure !== null && (
        <div className={styles.message} role="alert">
          <p>{failure}</p>
          <Button kind="outline" onClick={again}>
            {says.again}
          </Button>
        </div>
      )}
      {statistics === null && failure === null && (
        <p className={styles.message} role="status">
          {says.counting}
        </p>
      )}
      {statistics?.sections.length === 0 && <p className={styles.message}>{says.nothing}</p>}
      {statistics !== null && section !== undefined && <Section statistics={statistics} section={section} mode={mode} />}
    </section>
  );
}

function Section({
  statistics,
  section,
  mode,
}: {
  readonly statistics: Statistics;
  readonly section: StatisticsSection;
  readonly mode: Mode;
}) {
  const { playback } = useReplay();
  const session = useSession(playback, 'entities');
  const now = useClock(playback, ({ t }) => t);
  const t = mode === 'now' ? now : Number.POSITIVE_INFINITY;
  const grid = useMemo(() => (section.kind === 'chart' ? null : gridOf(section, statistics, session)), [section, statistics, session]);
  return (
    <>
      <p className={styles.about} title={section.about}>
        {section.about}
      </p>
      {section.kind === 'chart' && <StatisticsChart section={section} durationMs={statistics.durationMs} t={t} />}
      {grid !== null && <StatisticsGrid key={section.id} grid={grid} label={section.title} t={t} now={now} />}
    </>
  );
}
