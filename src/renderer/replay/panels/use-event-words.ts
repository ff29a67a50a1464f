/** An event's words for React: at first what is known without its payload, then all of them. */
import { useEffect, useMemo, useState } from 'react';
import type { LoadedSession } from '../playback/types.ts';
import { eventWords, type EventData, type EventWords } from './event-words.ts';

interface Loaded {
  readonly seq: number;
  readonly data: EventData;
}

export function useEventWords(session: LoadedSession, seq: number): EventWords {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let wanted = true;
    void session.eventData(seq).then((data) => wanted && setLoaded({ seq, data }));
    return () => {
      wanted = false;
    };
  }, [session, seq]);
  const data = loaded?.seq === seq ? loaded.data : null;
  return useMemo(() => eventWords(session, seq, data), [session, seq, data]);
}
