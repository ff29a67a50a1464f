/** What is told of a session while it is being recorded: its newest events of note. */
import { useEffect, useState } from 'react';
import { EVENT_IMPORTANCE } from '../../shared/session/event-types.ts';
import { useEngine } from '../engine/engine-context.tsx';
import { createWorkerDecoder } from '../replay/playback/chunk-decoder.ts';
import { openReplay } from '../replay/playback/open-session.ts';
import type { LoadedSession } from '../replay/playback/types.ts';

export interface LiveFeed {
  readonly session: LoadedSession;
  /** Of the newest events of note, the newest first. */
  readonly seqs: readonly number[];
}

const MOST = 5;
const LEAST_IMPORTANCE = 2;
/** Between two pictures of it, ms. */
const EVERY = 250;

/** Null until it is open, and where it cannot be followed. */
export function useLiveFeed(id: string): LiveFeed | null {
  const client = useEngine();
  const [feed, setFeed] = useState<LiveFeed | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const decoder = createWorkerDecoder();
    let timer: ReturnType<typeof setTimeout> | null = null;
    let newest: LoadedSession | null = null;
    const show = (session: LoadedSession): void => {
      newest = session;
      timer ??= setTimeout(() => {
        timer = null;
        if (newest !== null) setFeed({ session: newest, seqs: notable(newest) });
      }, EVERY);
    };
    openReplay(client, id, abort.signal).then(
      ({ session, feed: live }) => {
        show(session);
        live?.start(decoder, { onGrowth: (growth) => show(growth.session), onReplaced: () => undefined });
      },
      () => undefined, // a card without its feed is still a card
    );
    return () => {
      abort.abort();
      decoder.dispose();
      if (timer !== null) clearTimeout(timer);
      setFeed(null);
    };
  }, [client, id]);
  return feed;
}

function notable({ events }: LoadedSession): readonly number[] {
  const found: number[] = [];
  for (let seq = events.count - 1; seq >= 0 && found.length < MOST; seq--)
    if ((EVENT_IMPORTANCE[events.type[seq] as number] ?? 0) >= LEAST_IMPORTANCE) found.push(seq);
  return found;
}
