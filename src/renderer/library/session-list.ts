/**
 * The rows that the library shows: pages of one query, fetched as they come into sight. A new query keeps the old rows until its first page is there;
 * an answer to a query that is no longer asked is dropped.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineClient, Params, SessionRow } from '../../shared/engine-api.ts';
import { EngineError, sentenceOf } from '../engine/api-error.ts';

export type SessionQuery = Pick<Params<'sessions.list'>, 'filter' | 'sort'>;

interface SessionListState {
  readonly query: SessionQuery;
  /** Null until the first answer. */
  readonly total: number | null;
  /** By index within the query. */
  readonly rows: ReadonlyMap<number, SessionRow>;
  /** All rows that were ever fetched, by id: what is chosen stays known when it is out of the query's sight. */
  readonly known: ReadonlyMap<string, SessionRow>;
  /** Grows whenever everything is asked anew. */
  readonly generation: number;
  /** One sentence; null while all is well. The engine being away is no failure of the list. */
  readonly failure: string | null;
}

export interface SessionList {
  readonly store: StoreApi<SessionListState>;
  readonly ask: (query: SessionQuery) => void;
  /** Rows from..to (exclusive) are in sight. */
  readonly show: (from: number, to: number) => void;
  /** Something changed in the library: what is in sight is asked again. */
  readonly refresh: () => void;
  /** Fetches rows from..to (exclusive) of the query; answers their ids in order. They are known then. */
  readonly load: (from: number, to: number) => Promise<readonly string[]>;
}

const PAGE = 100;
const MOST_ROWS_AT_ONCE = 500;

export function createSessionList(client: EngineClient, first: SessionQuery): SessionList {
  const store = createStore<SessionListState>()(() => ({
    query: first,
    total: null,
    rows: new Map(),
    known: new Map(),
    generation: 0,
    failure: null,
  }));
  let generation = 0;
  let asked = new Set<number>();
  let seen: readonly [number, number] = [0, 1];
  /** The next answer replaces what is shown instead of adding to it. */
  let stale = true;

  const fetchPage = async (page: number): Promise<void> => {
    asked.add(page);
    const mine = generation;
    const { query } = store.getState();
    try {
      const { total, rows } = await client.call('sessions.list', { ...query, offset: page * PAGE, limit: PAGE });
      if (mine !== generation) return;
      store.setState((state) => {
        const known = new Map(stale ? [] : state.rows);
        for (const [i, row] of rows.entries()) known.set(page * PAGE + i, row);
        return { total, rows: known, known: withRows(state.known, rows), failure: null };
      });
      stale = false;
    } catch (error) {
      if (mine !== generation) return;
      asked.delete(page);
      if (!(error instanceof EngineError && error.code === 'disconnected')) store.setState({ failure: sentenceOf(error) });
    }
  };

  const show = (from: number, to: number): void => {
    seen = [from, to];
    for (let page = Math.floor(from / PAGE); page <= Math.floor(Math.max(from, to - 1) / PAGE); page++)
      if (!asked.has(page)) void fetchPage(page);
  };
  const again = (): void => {
    generation++;
    store.setState({ generation });
    stale = true;
    asked = new Set();
    show(...seen);
  };

  return {
    store,
    show,
    refresh: again,
    ask(query) {
      store.setState({ query });
      seen = [0, 1];
      again();
    },
    async load(from, to) {
      const { query } = store.getState();
      const ids: string[] = [];
      for (let offset = from; offset < to; offset += MOST_ROWS_AT_ONCE) {
        const { rows } = await client.call('sessions.list', { ...query, offset, limit: Math.min(MOST_ROWS_AT_ONCE, to - offset) });
        ids.push(...rows.map(({ id }) => id));
        store.setState(({ known }) => ({ known: withRows(known, rows) }));
      }
      return ids;
    },
  };
}

function withRows(known: ReadonlyMap<string, SessionRow>, rows: readonly SessionRow[]): ReadonlyMap<string, SessionRow> {
  const next = new Map(known);
  for (const row of rows) next.set(row.id, row);
  return next;
}
