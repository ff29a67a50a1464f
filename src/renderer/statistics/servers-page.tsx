/** All servers that matches were played on. */
import { useMemo } from 'react';
import { useNow } from '../library/use-now.ts';
import { formatWhen } from '../ui/format.ts';
import { useWords } from '../words/words.ts';
import { Filters } from './filters.tsx';
import { PageHead } from './page-head.tsx';
import { StatTable, type StatTableRow } from './stat-table.tsx';
import { AnswerState, NothingFound } from './states.tsx';
import { hrefTo } from './statistics-route.ts';
import { useCareer, useStatistics } from './use-career.ts';
import styles from './statistics.module.css';

export function ServersPage() {
  const { at, filter } = useStatistics();
  const says = useWords().statistics;
  const now = useNow();
  const answer = useCareer('career.servers', { filter });
  const { data } = answer;
  const rows = useMemo(
    () =>
      data?.rows.map(({ server, live, lastSeen, values }): StatTableRow => ({
        key: server.id,
        label: server.label,
        note: live ? says.server.live : `${says.server.lastSeen} ${formatWhen(lastSeen, now)}`,
        href: hrefTo(at, { view: 'server', id: server.id }),
        values,
      })) ?? [],
    [data, at, now, says],
  );
  return (
    <>
      <PageHead
        title={says.server.title}
        took={answer.took}
        exported={
          data === null
            ? null
            : {
                name: says.server.title,
                tables: () => [
                  {
                    title: says.server.title,
                    rowLabels: [says.server.server, says.server.lastSeen],
                    columns: data.columns,
                    rows: data.rows.map(({ server, lastSeen, values }) => ({ labels: [server.label, lastSeen], values })),
                  },
                ],
                json: () => data,
              }
        }
      >
        <Filters without={['server', 'weapon', 'bots']} />
      </PageHead>
      <AnswerState answer={answer} />
      {data !== null && rows.length === 0 && <NothingFound at={at} />}
      {data !== null && rows.length > 0 && (
        <div className={styles.scroll}>
          <StatTable label={says.server.title} rowLabel={says.server.server} columns={data.columns} rows={rows} bar="share" />
        </div>
      )}
    </>
  );
}
