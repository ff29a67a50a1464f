/** All of a game at once: how much is played, who leads, what with and where. */
import { useMemo } from 'react';
import type { CareerOverview } from '../../shared/career.ts';
import { gameName } from '../library/session-words.ts';
import { useWords } from '../words/words.ts';
import { exportTables, figureTable, matchTable } from './export-tables.ts';
import { Figures } from './figures.tsx';
import { Filters } from './filters.tsx';
import { headline } from './headline.ts';
import { MatchTable } from './match-table.tsx';
import { PageHead } from './page-head.tsx';
import { Panel } from './panel.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { AnswerState } from './states.tsx';
import { TablePanel } from './table-panel.tsx';
import { TopPanel } from './top-panel.tsx';
import { TrendPanel } from './trend-panel.tsx';
import { useCareer, useStatistics } from './use-career.ts';
import styles from './statistics.module.css';

export function OverviewPage() {
  const { game, filter } = useStatistics();
  const says = useWords().statistics;
  const answer = useCareer('career.overview', { filter });
  const { data } = answer;
  const name = gameName(game.game);
  const exported = useMemo(
    () =>
      data === null
        ? null
        : {
            name,
            tables: () => [
              figureTable(says.player.figures, data.figures),
              ...data.tables.map((table) => exportTables(table)),
              matchTable(says.player.recent, says.matches, data.matches),
            ],
            json: () => data,
          },
    [data, name, says],
  );
  return (
    <>
      <PageHead title={name} took={answer.took} exported={exported}>
        <Filters without={['weapon']} />
      </PageHead>
      <AnswerState answer={answer} />
      {data !== null && <Body overview={data} />}
    </>
  );
}

function Body({ overview }: { readonly overview: CareerOverview }) {
  const says = useWords().statistics;
  const { figures, trend, tops, tables, matches } = overview;
  return (
    <div className={styles.scroll} data-testid="overview">
      <Figures label={says.player.figures} figures={headline(figures, says.player.against)} />
      <div className={styles.pairGrid}>
        <TrendPanel trend={trend} area="trend" />
        <PlanPanel area="plan" />
      </div>
      <div className={styles.moreGrid}>
        {tops.map((top) => (
          <TopPanel key={top.columns[0]?.id} top={top} />
        ))}
        {tables.map((table) => (
          <TablePanel key={table.id} table={table} />
        ))}
      </div>
      <Panel title={says.player.recent}>
        <MatchTable label={says.player.recent} matches={matches} />
      </Panel>
    </div>
  );
}
