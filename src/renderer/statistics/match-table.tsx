/** Matches, each with what was counted in it: its name leads to its page, the button to its replay. */
import type { CareerMatches, CareerMatchRow } from '../../shared/career.ts';
import { openReplay } from '../app/app-store.ts';
import { resultColour } from '../library/session-words.ts';
import { useNow } from '../library/use-now.ts';
import { IconButton } from '../ui/button.tsx';
import { DASH, formatClock, formatCount, formatDateTime, formatWhen } from '../ui/format.ts';
import { useWords } from '../words/words.ts';
import { statWords } from './stat-words.ts';
import { hrefTo } from './statistics-route.ts';
import { useStatistics } from './use-career.ts';
import styles from './table.module.css';

export interface MatchTableProps {
  readonly label: string;
  readonly matches: Pick<CareerMatches, 'columns' | 'rows'>;
  /** On a server's own page it would say the same in every row. */
  readonly withServer?: boolean;
}

export function MatchTable({ label, matches, withServer = true }: MatchTableProps) {
  const all = useWords().statistics;
  const says = all.matches;
  const { columns, rows } = matches;
  if (rows.length === 0) return <p className={styles.none}>{all.table.none}</p>;
  return (
    <div className={styles.scroll}>
      <table className={styles.table} data-kind="matches" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{says.match}</th>
            <th scope="col" data-text="true">
              {says.map}
            </th>
            {withServer && (
              <th scope="col" data-text="true">
                {says.server}
              </th>
            )}
            <th scope="col">{says.when}</th>
            <th scope="col">{says.length}</th>
            <th scope="col">{says.players}</th>
            <th scope="col">{says.result}</th>
            {columns.map(({ id, short, about }) => (
              <th key={id} scope="col" title={about}>
                {short}
              </th>
            ))}
            <th scope="col">
              <span className={styles.unseen}>{all.match.watch}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} columns={columns} withServer={withServer} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  row,
  columns,
  withServer,
}: {
  readonly row: CareerMatchRow;
  readonly columns: CareerMatches['columns'];
  readonly withServer: boolean;
}) {
  const { at, game } = useStatistics();
  const says = useWords().statistics;
  const now = useNow();
  const { id, title, map, server, startedAt, durationMs, players, result, live, values } = row;
  const colour = resultColour({ game: game.game, result });
  return (
    <tr>
      <th scope="row" title={title}>
        <span className={styles.label}>
          <a href={hrefTo(at, { view: 'match', id })}>{title}</a>
          {live && <span className={styles.live}>{says.match.live}</span>}
        </span>
      </th>
      <td data-text="true">{map.label}</td>
      {withServer && (
        <td data-text="true">{server === null ? DASH : <a href={hrefTo(at, { view: 'server', id: server.id })}>{server.label}</a>}</td>
      )}
      <td title={formatDateTime(startedAt)}>{formatWhen(startedAt, now)}</td>
      <td>{formatClock(durationMs)}</td>
      <td>{formatCount(players)}</td>
      <td style={colour === undefined ? undefined : { color: colour }}>{result ?? DASH}</td>
      {columns.map((column, i) => (
        <td key={column.id} data-first={i === 0}>
          {statWords(values[i] ?? null, column)}
        </td>
      ))}
      <td className={styles.action}>
        <IconButton
          icon="play"
          iconSize={14}
          size="small"
          label={says.player.watch(title)}
          onClick={() => openReplay(id, { title, game: game.game })}
        />
      </td>
    </tr>
  );
}
