/** What is known of a match while it is played: who leads, and the newest of what happened. */
import { useCallback, useEffect, useMemo } from 'react';
import type { CareerMatch } from '../../shared/career.ts';
import { PROFILES } from '../../shared/games/profiles.ts';
import { useEngine } from '../engine/engine-context.tsx';
import { Words } from '../replay/panels/names.tsx';
import { useEventWords } from '../replay/panels/use-event-words.ts';
import type { LoadedSession } from '../replay/playback/types.ts';
import { statWords } from '../statistics/stat-words.ts';
import { useAnswer } from '../statistics/use-answer.ts';
import { formatClock } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { teamVariable } from '../ui/team-colours.ts';
import { useWords } from '../words/words.ts';
import { useLiveFeed } from './use-live-feed.ts';
import styles from './live.module.css';

/** Scores are asked for so often, ms. */
const ASK_EVERY = 2000;
const MOST_ROWS = 6;
const MOST_COLUMNS = 3;

export interface LiveMatchProps {
  /** Of the session. */
  readonly id: string;
  readonly game: string;
  /** Whether people of this game are counted. */
  readonly counted: boolean;
}

export function LiveMatch({ id, game, counted }: LiveMatchProps) {
  const says = useWords().statistics.live;
  const feed = useLiveFeed(id);
  return (
    <>
      {counted && <Scores id={id} game={game} />}
      <ol className={styles.feed} aria-label={says.feed}>
        {feed?.seqs.map((seq) => (
          <Told key={seq} session={feed.session} seq={seq} />
        ))}
        {feed !== null && feed.seqs.length === 0 && <li className={styles.quiet}>{says.quiet}</li>}
      </ol>
    </>
  );
}

function Scores({ id, game }: Pick<LiveMatchProps, 'id' | 'game'>) {
  const client = useEngine();
  const says = useWords().statistics;
  const ask = useCallback(() => client.call('career.match', { id }), [client, id]);
  const { data, again } = useAnswer(ask);
  useEffect(() => {
    const timer = setInterval(again, ASK_EVERY);
    return () => clearInterval(timer);
  }, [again]);
  const rows = useMemo(() => data?.scoreboard.slice(0, MOST_ROWS) ?? [], [data]);
  if (data === null || rows.length === 0) return null;
  const columns = data.columns.slice(0, MOST_COLUMNS);
  return (
    <table className={styles.scores} aria-label={says.match.scoreboard}>
      <thead>
        <tr>
          <th scope="col">{says.board.player}</th>
          {columns.map(({ id: column, short }) => (
            <th key={column} scope="col">
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.entity}>
            <th scope="row" style={{ color: colourOf(game, row) }}>
              {row.player.name}
            </th>
            {columns.map((column, i) => (
              <td key={column.id}>{statWords(row.values[i] ?? null, column)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function colourOf(game: string, { team }: CareerMatch['scoreboard'][number]): string {
  return teamVariable(PROFILES[game]?.teams.find(({ id }) => id === team)?.colour ?? 'none');
}

function Told({ session, seq }: { readonly session: LoadedSession; readonly seq: number }) {
  const { icon, text } = useEventWords(session, seq);
  return (
    <li>
      <Icon name={icon} size={14} />
      <span>
        <Words session={session} parts={text} />
      </span>
      <time>{formatClock(session.events.t[seq] ?? 0)}</time>
    </li>
  );
}
