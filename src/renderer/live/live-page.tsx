/** Live: what is being recorded now, each with its picture and a way to watch it. */
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { go, openReplay } from '../app/app-store.ts';
import { useCommands } from '../app/commands.ts';
import { useStatus } from '../app/status-bar.tsx';
import { captureName, KNOWN_CAPTURES, useCaptures } from '../capture/captures.ts';
import { useEngine } from '../engine/engine-context.tsx';
import { SessionPicture } from '../library/session-picture.tsx';
import { gameName, resultColour, worldName } from '../library/session-words.ts';
import { formatStatistics, STATISTICS_START } from '../statistics/statistics-route.ts';
import { useAnswer } from '../statistics/use-answer.ts';
import { Button } from '../ui/button.tsx';
import { DASH, formatClock, formatCountOf } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { engineText } from '../words/engine-words.ts';
import { useWords } from '../words/words.ts';
import { useLiveSessions, type LiveEntry } from './use-live-sessions.ts';
import styles from './live.module.css';

const PICTURE = { width: 340, height: 191 };
/** So many are followed at a time. */
const MOST_FOLLOWED = 4;

// What reads a session is not needed to start the app.
const LiveMatch = lazy(async () => ({ default: (await import('./live-match.tsx')).LiveMatch }));

export function LivePage() {
  const { app, live: says } = useWords();
  const sessions = useLiveSessions();
  const counted = useCountedGames();
  const first = sessions?.[0];
  useStatus([
    sessions === null || sessions.length === 0
      ? says.status.none
      : says.status.some(formatCountOf(sessions.length, says.session, says.sessions)),
  ]);
  useCommands([
    {
      id: 'live.watch',
      title: says.watchCommand,
      icon: 'play',
      keys: 'Enter',
      run: () => first !== undefined && watch(first),
      when: () => first !== undefined,
    },
  ]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{app.places.live}</h1>
        <p>{says.about}</p>
      </header>
      {sessions !== null && sessions.length === 0 && <Empty />}
      {sessions !== null && sessions.length > 0 && (
        <ul className={styles.grid} aria-label={says.list}>
          {sessions.map((entry, i) => (
            <LiveCard key={entry.id} entry={entry} counted={counted.has(entry.game)} isFollowed={i < MOST_FOLLOWED} />
          ))}
        </ul>
      )}
    </div>
  );
}

function watch({ id, title, game }: LiveEntry): void {
  openReplay(id, { title, game });
}

interface LiveCardProps {
  readonly entry: LiveEntry;
  /** People of this game are counted. */
  readonly counted: boolean;
  readonly isFollowed: boolean;
}

function LiveCard({ entry, counted, isFollowed }: LiveCardProps) {
  const { statistics: says, live } = useWords();
  const { row, title, game, since } = entry;
  const elapsed = useElapsed(since);
  return (
    <li className={styles.card}>
      <div className={styles.picture}>
        {row !== null && <SessionPicture row={row} {...PICTURE} />}
        <span className={styles.plate} data-corner="state">
          <span className={styles.dot} /> {says.match.live}
        </span>
        <span className={styles.plate} data-corner="length">
          {formatClock(elapsed)}
        </span>
      </div>
      <div className={styles.facts}>
        <div className={styles.line}>
          <h2 title={title}>{title}</h2>
          {row !== null && row.result !== null && (
            <span className={styles.score} style={{ color: resultColour(row) }}>
              {row.result}
            </span>
          )}
        </div>
        <div className={styles.line}>
          <p className={styles.meta}>
            {gameName(game)}
            {row !== null && row.world !== '' && `, ${worldName(row.game, row.world)}`}
            {row !== null &&
              `, ${row.players > 0 ? formatCountOf(row.players, live.player, live.players) : formatCountOf(row.entities, live.unit, live.units)}`}
          </p>
          <Button kind="primary" size="small" icon="play" aria-label={live.watch(title)} onClick={() => watch(entry)}>
            {says.match.watchNow}
          </Button>
        </div>
        {counted && (
          <a
            className={styles.link}
            href={`#/statistics${formatStatistics({ ...STATISTICS_START, game, page: { view: 'match', id: entry.id } })}`}
          >
            {says.live.statistics}
          </a>
        )}
      </div>
      {isFollowed && (
        <Suspense fallback={null}>
          <LiveMatch id={entry.id} game={game} counted={counted} />
        </Suspense>
      )}
    </li>
  );
}

function Empty() {
  const says = useWords().live.empty;
  const captures = useCaptures((all) => all);
  const on = KNOWN_CAPTURES.flatMap((capture) => {
    const state = captures?.find(({ id, enabled }) => enabled && id === capture.profile.id);
    return state === undefined ? [] : [{ name: captureName(capture), state }];
  });
  return (
    <div className={styles.empty} data-testid="nothing-live">
      <h2>{on.length === 0 ? says.off : says.waiting}</h2>
      <p>{on.length === 0 ? says.offAbout : says.waitingAbout}</p>
      {on.length > 0 && (
        <ul className={styles.waiting}>
          {on.map(({ name, state }) => (
            <li key={state.id} data-phase={state.phase}>
              <Icon name={state.phase === 'trouble' ? 'triangle-alert' : 'clock'} size={14} />
              <b>{name}</b>
              <span>{state.message === '' ? DASH : engineText(state.message)}</span>
            </li>
          ))}
        </ul>
      )}
      <Button kind={on.length === 0 ? 'primary' : 'outline'} icon="antenna" onClick={() => go({ place: 'capture' })}>
        {says.toCapture}
      </Button>
    </div>
  );
}

/** Games whose people are counted. */
function useCountedGames(): ReadonlySet<string> {
  const client = useEngine();
  const ask = useCallback(async () => new Set((await client.call('career.games', {})).map(({ game }) => game)), [client]);
  return useAnswer(ask).data ?? NO_GAMES;
}

const NO_GAMES: ReadonlySet<string> = new Set();

/** ms since then, by the second. */
function useElapsed(since: string): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, now - Date.parse(since));
}
