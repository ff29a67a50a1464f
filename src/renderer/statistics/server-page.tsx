/** One server: how many people it has when, what is played there, who is best there. */
import { useMemo } from 'react';
import type { CareerServer } from '../../shared/career.ts';
import { useNow } from '../library/use-now.ts';
import { formatWhen } from '../ui/format.ts';
import { useWords } from '../words/words.ts';
import { exportTables, figureTable, matchTable } from './export-tables.ts';
import { Figures } from './figures.tsx';
import { Filters } from './filters.tsx';
import { headline } from './headline.ts';
import { MatchTable } from './match-table.tsx';
import { PageHead } from './page-head.tsx';
import { Panel } from './panel.tsx';
import { Population } from './population.tsx';
import { AnswerState } from './states.tsx';
import { TablePanel } from './table-panel.tsx';
import { TopPanel } from './top-panel.tsx';
import { useCareer, useStatistics } from './use-career.ts';
import styles from './statistics.module.css';

export function ServerPage({ id }: { readonly id: string }) {
  const { filter } = useStatistics();
  const says = useWords().statistics;
  const now = useNow();
  const answer = useCareer('career.server', { filter: { ...filter, server: id } });
  const { data } = answer;
  const exported = useMemo(
    () =>
      data === null
        ? null
        : {
            name: data.row.server.label,
            tables: () => [
              figureTable(says.player.figures, data.figures),
              ...data.tables.map((table) => exportTables(table)),
              matchTable(says.player.recent, says.matches, data.matches),
            ],
            json: () => data,
          },
    [data, says],
  );
  return (
    <>
      <PageHead
        title={data?.row.server.label ?? says.server.server}
        took={answer.took}
        exported={exported}
        {...(data === null
          ? {}
          : {
              plate: data.row.live && (
                <span className={styles.plate} data-live="true">
                  {says.match.live}
                </span>
              ),
              about: `${says.server.lastSeen} ${formatWhen(data.row.lastSeen, now)}`,
            })}
      >
        <Filters without={['server', 'weapon']} />
      </PageHead>
      <AnswerState answer={answer} />
      {data !== null && <Body server={data} />}
    </>
  );
}

function Body({ server }: { readonly server: CareerServer }) {
  const says = useWords().statistics;
  const { figures, population, tops, tables, matches } = server;
  return (
    <div className={styles.scroll} data-testid="server">
      <Figures label={says.player.figures} figures={headline(figures, says.player.against)} />
      <Population population={population} />
      <div className={styles.moreGrid}>
        {tops.map((top) => (
          <TopPanel key={top.columns[0]?.id} top={top} />
        ))}
        {tables.map((table) => (
          <TablePanel key={table.id} table={table} />
        ))}
      </div>
      <Panel title={says.player.recent}>
        <MatchTable label={says.player.recent} matches={matches} withServer={false} />
      </Panel>
    </div>
  );
}
