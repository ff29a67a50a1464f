/** Lets a component draw something of a session that may grow: anew only when one of the parts that it names is another object. */
import { useMemo, useSyncExternalStore } from 'react';
import type { LoadedSession, Playback } from './types.ts';

type Part = 'info' | 'entities' | 'events' | 'overview' | 'row';

/** The session as it was when one of the parts changed last; its other parts may be older than `playback.session`. */
export function useSession(playback: Playback, ...parts: readonly Part[]): LoadedSession {
  const named = parts.join(' ');
  const snapshot = useMemo(() => snapshots(playback, named.split(' ') as Part[]), [playback, named]);
  return useSyncExternalStore(playback.onGrow, snapshot);
}

/** The same for what is costly to draw: a session that grows is looked at so often at most, ms. */
export function useSessionEvery(playback: Playback, everyMs: number, ...parts: readonly Part[]): LoadedSession {
  const named = parts.join(' ');
  const snapshot = useMemo(() => snapshots(playback, named.split(' ') as Part[]), [playback, named]);
  const subscribe = useMemo(() => seldom(playback, everyMs), [playback, everyMs]);
  return useSyncExternalStore(subscribe, snapshot);
}

/** A number or text of the session; drawn anew when it is another one. */
export function useSessionValue<T extends number | string | boolean>(playback: Playback, select: (session: LoadedSession) => T): T {
  return useSyncExternalStore(playback.onGrow, () => select(playback.session));
}

function seldom(playback: Playback, everyMs: number): (listener: () => void) => () => void {
  return (listener) => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const look = (): void => {
      timer = null;
      listener();
    };
    const stop = playback.onGrow(() => {
      timer ??= setTimeout(look, everyMs);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  };
}

function snapshots(playback: Playback, parts: readonly Part[]): () => LoadedSession {
  let last = playback.session;
  return () => {
    const now = playback.session;
    if (parts.some((part) => now[part] !== last[part])) last = now;
    return last;
  };
}
