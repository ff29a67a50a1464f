/** What a page shows in the place of its numbers: that it waits, that it failed, that there is nothing. */
import { go } from '../app/app-store.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../words/words.ts';
import { NO_FILTER, type StatisticsPlace } from './statistics-route.ts';
import type { Answer } from './use-answer.ts';
import { clearFilter } from './use-career.ts';
import styles from './statistics.module.css';

/** Above or in the place of what was answered; nothing while all is well. */
export function AnswerState({ answer }: { readonly answer: Pick<Answer<unknown>, 'failure' | 'isWaiting' | 'again'> }) {
  const says = useWords().statistics.states;
  if (answer.failure !== null) {
    return (
      <div className={styles.failure} role="alert">
        <span>{answer.failure}</span>
        <Button size="small" kind="outline" onClick={answer.again}>
          {says.again}
        </Button>
      </div>
    );
  }
  if (!answer.isWaiting) return null;
  return (
    <div className={styles.waiting} role="status">
      <span className={styles.unseen}>{says.waiting}</span>
    </div>
  );
}

/** Nothing answers to the filters. */
export function NothingFound({ at, text }: { readonly at: StatisticsPlace; readonly text?: string }) {
  const says = useWords().statistics;
  const { search, period, world, weapon, server } = at.filter;
  const isFiltered = search !== '' || period !== NO_FILTER.period || world !== null || weapon !== null || server !== null;
  return (
    <div className={styles.empty}>
      <p>{text ?? says.states.nothingFound}</p>
      {isFiltered && (
        <Button kind="outline" onClick={() => clearFilter(at)}>
          {says.filters.clear}
        </Button>
      )}
    </div>
  );
}

/** No game has been counted yet. */
export function NoStatistics() {
  const says = useWords().statistics.states;
  return (
    <div className={styles.empty} data-testid="no-statistics">
      <h1>{says.nothingYet}</h1>
      <p>{says.nothingYetAbout}</p>
      <div className={styles.row}>
        <Button kind="primary" icon="antenna" onClick={() => go({ place: 'capture' })}>
          {says.toCapture}
        </Button>
        <Button kind="outline" icon="library" onClick={() => go({ place: 'library' })}>
          {says.toLibrary}
        </Button>
      </div>
    </div>
  );
}
