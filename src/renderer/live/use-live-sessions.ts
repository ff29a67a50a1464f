/** The sessions that are being recorded now: what the captures say, with what the library knows of each so far. */
import { useEffect, useState } from 'react';
import type { SessionRow } from '../../shared/engine-api.ts';
import { KNOWN_CAPTURES, useCaptures } from '../capture/captures.ts';
import { useEngine, useEngineState } from '../engine/engine-context.tsx';

export interface LiveEntry {
  readonly id: string;
  readonly title: string;
  readonly game: string;
  /** ISO 8601 UTC. */
  readonly since: string;
  /** Null until the library has told of it. */
  readonly row: SessionRow | null;
}

/** The newest ones of the library, among which those that are being recorded are. */
const LOOKED_AT = 100;
/** Changes come in bursts, ms. */
const SETTLE = 200;

/** Null until the engine told. */
export function useLiveSessions(): readonly LiveEntry[] | null {
  const captures = useCaptures((all) => all);
  const rows = useRows();
  if (captures === null) return null;
  return captures.flatMap((capture) => {
    const game = KNOWN_CAPTURES.find(({ profile }) => profile.id === capture.id)?.game.id ?? '';
    return capture.sessions.map((session) => ({ ...session, game, row: rows.get(session.id) ?? null }));
  });
}

function useRows(): ReadonlyMap<string, SessionRow> {
  const client = useEngine();
  const engine = useEngineState().state;
  const [rows, setRows] = useState<ReadonlyMap<string, SessionRow>>(new Map());
  useEffect(() => {
    if (engine !== 'ready') return undefined;
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | null = null;
    const refresh = (): void => {
      timer = null;
      client.call('sessions.list', { filter: {}, sort: 'newest', offset: 0, limit: LOOKED_AT }).then(
        (answer) => !abort.signal.aborted && setRows(new Map(answer.rows.map((row) => [row.id, row]))),
        () => undefined, // the status bar says that the engine is away
      );
    };
    const later = (): void => {
      timer ??= setTimeout(refresh, SETTLE);
    };
    refresh();
    client.stream('library.follow', {}, later, abort.signal).catch(() => undefined); // ends with the connection, and begins again with it
    return () => {
      abort.abort();
      if (timer !== null) clearTimeout(timer);
    };
  }, [client, engine]);
  return rows;
}
