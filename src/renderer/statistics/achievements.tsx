/** What somebody has reached, and how far the next of each set is. */
import { useMemo } from 'react';
import type { CareerAchievement } from '../../shared/career.ts';
import { formatCount } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.ts';
import { ProgressBar } from './bars.tsx';
import { Panel } from './panel.tsx';
import { statWords } from './stat-words.ts';
import styles from './achievements.module.css';

export function Achievements({ achievements }: { readonly achievements: readonly CareerAchievement[] }) {
  const says = useWords().statistics.player;
  const shown = useMemo(() => nextOfEach(achievements), [achievements]);
  const done = achievements.filter((one) => one.done).length;
  return (
    <Panel title={says.achievements} about={says.done(formatCount(done), formatCount(achievements.length))}>
      <ul className={styles.list}>
        {shown.map(({ next, reached }) => (
          <li key={next.set} title={next.about}>
            <Icon name={reached === 0 ? 'medal' : 'trophy'} />
            <span className={styles.name} data-done={next.done}>
              {next.label}
            </span>
            <span className={styles.tier} data-tier={next.tier}>
              {next.tier}
            </span>
            <ProgressBar label={next.label} share={next.target === 0 ? 1 : next.value / next.target} />
            <span className={styles.value}>
              {statWords(next.value, next.stat)} / {statWords(next.target, next.stat)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface SetState {
  /** The first that is not reached, or the last of all. */
  readonly next: CareerAchievement;
  readonly reached: number;
}

/** Nearest to its end first. */
function nextOfEach(achievements: readonly CareerAchievement[]): readonly SetState[] {
  const sets = Map.groupBy(achievements, ({ set }) => set);
  const share = ({ value, target, done }: CareerAchievement): number => (done ? 2 : target === 0 ? 1 : value / target);
  return [...sets.values()]
    .flatMap((all): SetState[] => {
      const next = all.find(({ done }) => !done) ?? all.at(-1);
      return next === undefined ? [] : [{ next, reached: all.filter(({ done }) => done).length }];
    })
    .toSorted((a, b) => share(b.next) - share(a.next));
}
