import type { CareerTable } from '../../shared/career.ts';
/** Everything of a kind that the game counts by: all weapons, all maps. */
import { useWords } from '../words/words.ts';
import { exportTables } from './export-tables.ts';
import { Filters } from './filters.tsx';
import { PageHead } from './page-head.tsx';
import { StatTable } from './stat-table.tsx';
import { AnswerState, NothingFound } from './states.tsx';
import { useTableRows } from './table-panel.tsx';
import { useCareer, useStatistics } from './use-career.ts';
import styles from './statistics.module.css';

export function DimensionPage({ id }: { readonly id: string }) {
  const { at, game, filter } = useStatistics();
  const says = useWords().statistics;
  const answer = useCareer('career.table', { filter, dimension: id });
  const { data } = answer;
  const dimension = game.dimensions.find((one) => one.id === id);
  const title = dimension?.plural ?? data?.title ?? says.title;
  return (
    <>
      <PageHead
        title={title}
        took={answer.took}
        {...(data === null ? {} : { about: data.about })}
        exported={data === null ? null : { name: title, tables: () => [exportTables(data)], json: () => data }}
      >
        <Filters without={id === 'map' ? ['world'] : id === 'weapon' ? ['weapon'] : []} />
      </PageHead>
      <AnswerState answer={answer} />
      {data !== null && data.rows.length === 0 && <NothingFound at={at} />}
      {data !== null && data.rows.length > 0 && (
        <div className={styles.scroll}>
          <Whole table={data} />
        </div>
      )}
    </>
  );
}

function Whole({ table }: { readonly table: CareerTable }) {
  const rows = useTableRows(table);
  return <StatTable label={table.title} rowLabel={table.rowLabel} columns={table.columns} rows={rows} bar={table.bar ?? 'share'} />;
}
