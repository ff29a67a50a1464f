/** The best few by one number; its title leads to all of them. */
import { useMemo } from 'react';
import type { Leaderboard } from '../../shared/career.ts';
import { useWords } from '../words/words.ts';
import { Panel } from './panel.tsx';
import { StatTable, type StatTableRow } from './stat-table.tsx';
import { hrefTo } from './statistics-route.ts';
import { useStatistics } from './use-career.ts';
import styles from './statistics.module.css';

export function TopPanel({ top: { columns, rows } }: { readonly top: Leaderboard }) {
  const { at } = useStatistics();
  const says = useWords().statistics;
  const [stat] = columns;
  const shown = useMemo(
    () =>
      rows.map(({ player, values }): StatTableRow => ({
        key: player.id,
        label: player.name,
        ...(player.bot ? { note: says.board.bot } : {}),
        href: hrefTo(at, { view: 'player', id: player.id }),
        values,
      })),
    [rows, at, says],
  );
  if (stat === undefined) return null;
  const server = at.page.view === 'server' ? { server: at.page.id } : {};
  return (
    <Panel
      title={says.server.top(stat.label)}
      end={
        <a className={styles.link} href={hrefTo(at, { view: 'players' }, { sort: stat.id, ...server })}>
          {says.views.players}
        </a>
      }
    >
      <StatTable label={says.server.top(stat.label)} rowLabel={says.board.player} columns={columns} rows={shown} bar="share" isNarrow />
    </Panel>
  );
}
