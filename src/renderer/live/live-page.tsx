/** Live: what is being recorded now, each with its picture and a way to watch it. */
import { useEffect, useState } from 'react';
import { go, openReplay } from '../app/app-store.ts';
import { useCommands } from '../app/commands.ts';
import { useStatus } from '../app/status-bar.tsx';
import { captureName, KNOWN_CAPTURES, useCaptures } from '../capture/captures.ts';
import { SessionPicture } from '../library/session-picture.tsx';
import { gameName, resultColour, worldName } from '../library/session-words.ts';
import { Button } from '../ui/button.tsx';
import { DASH, formatClock, formatCountOf } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { useLiveSessions, type LiveEntry } from './use-live-sessions.ts';
import styles from './live.module.css';

const PICTURE = { width: 340, height: 191 };

export function LivePage() {
  const sessions = useLiveSessions();
  const first = sessions?.[0];
  useStatus([
    sessions === null || sessions.length === 0
      ? 'Nothing is being recorded'
      : `${formatCountOf(sessions.length, 'session', 'sessions')} live`,
  ]);
  useCommands([
    {
      id: 'live.watch',
      title: 'Watch what is being recorded',
      icon: 'play',
      keys: 'Enter',
      run: () => first !== undefined && watch(first),
      when: () => first !== undefined,
    },
  ]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>Live</h1>
        <p>what is being recorded now</p>
      </header>
      {sessions !== null && sessions.length === 0 && <Empty />}
      {sessions !== null && sessions.length > 0 && (
        <ul className={styles.grid} aria-label="Being recorded now">
          {sessions.map((entry) => (
            <LiveCard key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
    </div>
  );
}

function watch({ id, title, game }: LiveEntry): void {
  openReplay(id, { title, game });
}

function LiveCard({ entry }: { readonly entry: LiveEntry }) {
  const { row, title, game, since } = entry;
  const elapsed = useElapsed(since);
  return (
    <li className={styles.card}>
      <div className={styles.picture}>
        {row !== null && <SessionPicture row={row} {...PICTURE} />}
        <span className={styles.plate} data-corner="state">
          <span className={styles.dot} /> Live
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
              `, ${row.players > 0 ? formatCountOf(row.players, 'player', 'players') : formatCountOf(row.entities, 'unit', 'units')}`}
          </p>
          <Button kind="primary" size="small" icon="play" aria-label={`Watch ${title}`} onClick={() => watch(entry)}>
            Watch
          </Button>
        </div>
      </div>
    </li>
  );
}

function Empty() {
  const captures = useCaptures((all) => all);
  const on = KNOWN_CAPTURES.flatMap((capture) => {
    const state = captures?.find(({ id, enabled }) => enabled && id === capture.profile.id);
    return state === undefined ? [] : [{ name: captureName(capture), state }];
  });
  return (
    <div className={styles.empty} data-testid="nothing-live">
      <h2>{on.length === 0 ? 'Nothing is being recorded.' : 'Nothing to watch yet.'}</h2>
      <p>
        {on.length === 0
          ? 'Switch a capture on, and what it records can be watched here while it happens.'
          : 'What is listened for shows here as soon as it begins.'}
      </p>
      {on.length > 0 && (
        <ul className={styles.waiting}>
          {on.map(({ name, state }) => (
            <li key={state.id} data-phase={state.phase}>
              <Icon name={state.phase === 'trouble' ? 'triangle-alert' : 'clock'} size={14} />
              <b>{name}</b>
              <span>{state.message === '' ? DASH : state.message}</span>
            </li>
          ))}
        </ul>
      )}
      <Button kind={on.length === 0 ? 'primary' : 'outline'} icon="antenna" onClick={() => go({ place: 'capture' })}>
        Go to capture
      </Button>
    </div>
  );
}

/** ms since then, by the second. */
function useElapsed(since: string): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, now - Date.parse(since));
}
