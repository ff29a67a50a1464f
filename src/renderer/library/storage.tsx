/** What the library takes, of each game and in all, and what of it will go by itself. */
import { useEffect, useState } from 'react';
import type { LibraryStats, StorageOutlook } from '../../shared/engine-api.ts';
import { go } from '../app/app-store.ts';
import { useEngine } from '../engine/engine-context.tsx';
import { formatBytes, formatWhen } from '../ui/format.ts';
import { Progress } from '../ui/progress.tsx';
import { useWords, type Words } from '../words/words.ts';
import { gameName, sessionCount } from './session-words.ts';
import { useNow } from './use-now.ts';
import styles from './library.module.css';

/** While an import changes the library all the time, this is looked up no more often, ms. */
const REST = 2000;

export function Storage({ stats }: { readonly stats: LibraryStats }) {
  const says = useWords().library.storage;
  const outlook = useOutlook(stats);
  const now = useNow();
  if (stats.originalBytes + stats.libraryBytes === 0) return null;
  return (
    <div className={styles.size}>
      <p title={says.parts(formatBytes(stats.originalBytes), formatBytes(stats.libraryBytes))}>
        <b>{formatBytes(stats.libraryBytes + stats.originalBytes)}</b> {says.kept}
      </p>
      {outlook.map(({ game, bytes, gigabytes }) => (
        <div key={game} className={styles.share}>
          <p>
            <span>{gameName(game)}</span>
            <span>{gigabytes === null ? formatBytes(bytes) : says.of(formatBytes(bytes), formatBytes(gigabytes * 1e9))}</span>
          </p>
          {gigabytes !== null && <Progress label={says.share(gameName(game))} share={Math.min(1, bytes / (gigabytes * 1e9))} />}
        </div>
      ))}
      <p className={styles.quiet}>
        {foreseen(outlook, says, now)}{' '}
        <button type="button" className={styles.link} onClick={() => go({ place: 'settings' })}>
          {says.limits}
        </button>
      </p>
    </div>
  );
}

function useOutlook(stats: LibraryStats): readonly StorageOutlook[] {
  const client = useEngine();
  const [outlook, setOutlook] = useState<readonly StorageOutlook[] | null>(null);
  const isFirst = outlook === null;
  useEffect(() => {
    let isWanted = true;
    const look = (): void => {
      client.call('retention.outlook', {}).then(
        (fresh) => isWanted && setOutlook(fresh),
        () => undefined, // the list says what is wrong
      );
    };
    const timer = setTimeout(look, isFirst ? 0 : REST);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the first answer is no reason to ask again
  }, [client, stats]);
  return outlook ?? [];
}

function foreseen(outlook: readonly StorageOutlook[], says: Words['library']['storage'], now: number): string {
  const limited = outlook.filter(({ days, gigabytes }) => days !== null || gigabytes !== null);
  const due = limited.reduce((sum, game) => sum + game.due, 0);
  if (due > 0) return says.due(sessionCount(due));
  const [next] = limited.flatMap(({ game, next: at }) => (at === null ? [] : [{ game, at }])).toSorted((a, b) => a.at.localeCompare(b.at));
  if (next !== undefined) return says.next(gameName(next.game), formatWhen(next.at, now));
  return limited.length === 0 ? says.nothing : says.within;
}
