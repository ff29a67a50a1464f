/** The library as React sees it: the list of the current query, its counts, and both kept fresh while the engine changes it. */
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { EngineClient, LibraryStats, Results } from '../../shared/engine-api.ts';
import { appStore } from '../app/app-store.ts';
import { useEngine, useEngineState } from '../engine/engine-context.tsx';
import { createSessionList, type SessionList } from './session-list.ts';

export interface LibraryCounts {
  readonly stats: LibraryStats;
  readonly favourites: number;
  readonly withWarnings: number;
}

export interface Library {
  readonly list: SessionList;
  /** Null until the engine answered. */
  readonly counts: LibraryCounts | null;
  readonly hello: Results['hello'] | null;
}

/** Changes come in bursts while something is imported, ms. */
const SETTLE = 200;

export function useLibrary(): Library {
  const client = useEngine();
  const engine = useEngineState().state;
  const sort = useStore(appStore, (state) => state.librarySort);
  // The sort of this mount's first query; later ones are asked by the page.
  const list = useMemo(() => createSessionList(client, { filter: {}, sort: appStore.getState().librarySort }), [client]);
  const [counts, setCounts] = useState<LibraryCounts | null>(null);
  const [hello, setHello] = useState<Results['hello'] | null>(null);

  useEffect(() => {
    const { query } = list.store.getState();
    if (query.sort !== sort) list.ask({ ...query, sort });
  }, [list, sort]);

  useEffect(() => {
    if (engine !== 'ready') return undefined;
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | null = null;
    const refresh = (): void => {
      timer = null;
      list.refresh();
      readCounts(client).then(
        (fresh) => !abort.signal.aborted && setCounts(fresh),
        () => undefined, // the list says what is wrong
      );
    };
    const later = (): void => {
      timer ??= setTimeout(refresh, SETTLE);
    };
    refresh();
    client.call('hello', {}).then(setHello, () => undefined);
    client.stream('library.follow', {}, later, abort.signal).catch(() => undefined); // ends with the connection, and begins again with it
    return () => {
      abort.abort();
      if (timer !== null) clearTimeout(timer);
    };
  }, [client, list, engine]);

  return { list, counts, hello };
}

async function readCounts(client: EngineClient): Promise<LibraryCounts> {
  const count = async (filter: { favourite?: boolean; withWarnings?: boolean }): Promise<number> =>
    (await client.call('sessions.list', { filter, sort: 'newest', offset: 0, limit: 1 })).total;
  const [stats, favourites, withWarnings] = await Promise.all([
    client.call('library.stats', {}),
    count({ favourite: true }),
    count({ withWarnings: true }),
  ]);
  return { stats, favourites, withWarnings };
}
