/** The payloads of several events for React; null until they have come. */
import { useEffect, useState } from 'react';
import type { LoadedSession } from '../playback/types.ts';
import type { EventData } from './event-words.ts';

/** `seqs`: the same object as long as they are the same events. */
export function useEventData(session: LoadedSession, seqs: Int32Array): readonly EventData[] | null {
  const [loaded, setLoaded] = useState<{ readonly seqs: Int32Array; readonly data: readonly EventData[] } | null>(null);
  useEffect(() => {
    let wanted = true;
    void Promise.all(Array.from(seqs, (seq) => session.eventData(seq))).then((data) => {
      if (wanted) setLoaded({ seqs, data });
    });
    return () => {
      wanted = false;
    };
  }, [session, seqs]);
  // Of a session that is being recorded the last ones are shown until there are newer ones.
  return loaded === null || loaded.data.length > seqs.length ? null : loaded.data;
}
