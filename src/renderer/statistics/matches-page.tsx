/** All matches that answer to the filters, the newest first. */
import { useCallback, useState } from 'react';
import { useEngine } from '../engine/engine-context.tsx';
import { Button } from '../ui/button.tsx';
import { formatCount } from '../ui/format.ts';
import { useWords } from '../words/words.ts';
import { matchTable } from './export-tables.ts';
import { Filters } from './filters.tsx';
import { MatchTable } from './match-table.tsx';
import { PageHead } from './page-head.tsx';
import { AnswerState, NothingFound } from './states.tsx';
import { useAnswer } from './use-answer.ts';
import { useStatistics } from './use-career.ts';
import styles from './statistics.module.css';

const STEP = 100;
/** Of one question. */
const MOST_AT_ONCE = 500;

export function MatchesPage() {
  const client = useEngine();
  const { at, filter, version } = useStatistics();
  const says = useWords().statistics;
  const [wanted, setWanted] = useState(STEP);
  const key = JSON.stringify(filter);
  const ask = useCallback(
    async () => {
      const first = await client.call('career.matches', { filter, offset: 0, limit: Math.min(MOST_AT_ONCE, wanted) });
      const rows = [...first.rows];
      while (rows.length < Math.min(first.total, wanted)) {
        const more = await client.call('career.matches', {
          filter,
          offset: rows.length,
          limit: Math.min(MOST_AT_ONCE, wanted - rows.length),
        });
        if (more.rows.length === 0) break;
        rows.push(...more.rows);
      }
      return { ...first, rows };
    },
    // oxlint-disable-next-line react/exhaustive-deps -- the key stands for the filter; another version is another question
    [client, key, wanted, version],
  );
  const answer = useAnswer(ask);
  const { data } = answer;
  return (
    <>
      <PageHead
        title={says.matches.title}
        took={answer.took}
        {...(data === null ? {} : { about: says.matchesOf(data.total, formatCount(data.total)) })}
        exported={
          data === null || data.total === 0
            ? null
            : { name: says.matches.title, tables: () => [matchTable(says.matches.title, says.matches, data)], json: () => data }
        }
      >
        <Filters without={['weapon']} />
      </PageHead>
      <AnswerState answer={answer} />
      {data !== null && data.total === 0 && <NothingFound at={at} />}
      {data !== null && data.total > 0 && (
        <div className={styles.scroll}>
          <MatchTable label={says.matches.title} matches={data} />
          {data.rows.length < data.total && (
            <div className={styles.moreRow}>
              <Button kind="outline" onClick={() => setWanted(data.rows.length + STEP)}>
                {says.matches.more}
              </Button>
            </div>
          )}
        </div>
      )}
    </>
  );
}
