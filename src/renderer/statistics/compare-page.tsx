/** Players side by side: every number, how they went over time, and what they did to each other. */
import { useMemo, useState } from 'react';
import type { CareerComparison, CareerPlayerRef, CareerStat } from '../../shared/career.ts';
import { go } from '../app/app-store.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { useWords } from '../words/words.ts';
import { Filters } from './filters.tsx';
import { PageHead } from './page-head.tsx';
import { Panel } from './panel.tsx';
import { PlayerPicker } from './player-picker.tsx';
import { statWords } from './stat-words.ts';
import { AnswerState } from './states.tsx';
import { hrefTo, MOST_COMPARED } from './statistics-route.ts';
import { TrendPanel } from './trend-panel.tsx';
import { useCareer, useStatistics } from './use-career.ts';
import { Versus } from './versus.tsx';
import styles from './compare.module.css';
import page from './statistics.module.css';

export function ComparePage({ ids }: { readonly ids: readonly string[] }) {
  const { at, filter } = useStatistics();
  const says = useWords().statistics;
  const answer = useCareer('career.compare', { filter, players: [...ids] });
  const { data } = answer;
  const [isAdding, setAdding] = useState(false);
  const show = (next: readonly string[]): void =>
    go({
      place: 'statistics',
      at: { ...at, page: next.length < 2 ? { view: 'player', id: next[0] ?? '' } : { view: 'compare', ids: next } },
    });
  const title = data === null ? says.compare.title : data.players.map(({ name }) => name).join(', ');
  const exported = useMemo(() => (data === null ? null : exportOf(title, says.compare.number, data)), [data, title, says]);
  return (
    <>
      <PageHead title={title} took={answer.took} exported={exported}>
        <Filters />
        <Button icon="user-plus" disabled={ids.length >= MOST_COMPARED} onClick={() => setAdding(true)}>
          {says.compare.add}
        </Button>
      </PageHead>
      <AnswerState answer={answer} />
      {data !== null && (
        <div className={page.scroll} data-testid="comparison">
          <Numbers comparison={data} onRemove={(id) => show(ids.filter((one) => one !== id))} />
          <div className={page.moreGrid}>
            <Panel title={says.compare.versus} about={says.match.versusAbout(data.versus.stat.label)}>
              <Versus people={data.players} counts={data.versus.counts} />
            </Panel>
          </div>
          <div className={page.moreGrid}>
            {data.trends.map((trend, i) => (
              <TrendPanel key={data.players[i]?.id ?? i} trend={trend} of={data.players[i]?.name ?? ''} />
            ))}
          </div>
        </div>
      )}
      {isAdding && <PlayerPicker without={ids} onClose={() => setAdding(false)} onPick={(id) => show([...ids, id])} />}
    </>
  );
}

function Numbers({ comparison, onRemove }: { readonly comparison: CareerComparison; readonly onRemove: (id: string) => void }) {
  const { at } = useStatistics();
  const says = useWords().statistics.compare;
  const { players, stats, values } = comparison;
  return (
    <table className={styles.numbers} aria-label={says.title}>
      <thead>
        <tr>
          <th scope="col">{says.number}</th>
          {players.map(({ id, name, bot }) => (
            <th key={id} scope="col">
              <span className={styles.player}>
                <a href={hrefTo(at, { view: 'player', id }, bot ? { bots: true } : {})}>{name}</a>
                <IconButton icon="x" iconSize={14} size="small" label={says.remove(name)} onClick={() => onRemove(id)} />
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {stats.map((stat, row) => (
          <StatRow key={stat.id} stat={stat} players={players} values={values[row] ?? []} isFirst={stats[row - 1]?.group !== stat.group} />
        ))}
      </tbody>
    </table>
  );
}

interface StatRowProps {
  readonly stat: CareerStat;
  readonly players: readonly CareerPlayerRef[];
  readonly values: readonly (number | null)[];
  /** Of its group. */
  readonly isFirst: boolean;
}

function StatRow({ stat, players, values, isFirst }: StatRowProps) {
  const known = values.flatMap((value) => (value === null ? [] : [value]));
  const best = known.length < 2 || stat.higherIsBetter === undefined ? null : stat.higherIsBetter ? Math.max(...known) : Math.min(...known);
  const most = Math.max(0, ...known);
  // All the same is no lead.
  const isLead = (value: number | null): boolean => value !== null && value === best && known.some((other) => other !== value);
  return (
    <>
      {isFirst && (
        <tr className={styles.group}>
          <th scope="colgroup" colSpan={players.length + 1}>
            {stat.group}
          </th>
        </tr>
      )}
      <tr>
        <th scope="row" title={stat.about}>
          {stat.label}
        </th>
        {players.map(({ id }, i) => {
          const value = values[i] ?? null;
          return (
            <td key={id} data-lead={isLead(value)}>
              <span className={styles.value}>{statWords(value, stat)}</span>
              <span className={styles.bar} aria-hidden="true">
                <span style={{ width: `${most <= 0 ? 0 : (Math.max(0, value ?? 0) / most) * 100}%` }} />
              </span>
            </td>
          );
        })}
      </tr>
    </>
  );
}

function exportOf(name: string, rowLabel: string, { players, stats, values }: CareerComparison) {
  return {
    name,
    tables: () => [
      {
        title: name,
        rowLabels: [rowLabel],
        columns: stats,
        rows: players.map(({ name: player }, column) => ({
          labels: [player],
          values: stats.map((_, row) => values[row]?.[column] ?? null),
        })),
      },
    ],
    json: () => ({ players, stats, values }),
  };
}
