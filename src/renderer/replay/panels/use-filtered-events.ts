/** The events that pass the filter. A text is looked for a little at a time, so that nothing else waits; what passed before stays until then. */
import { useEffect, useMemo, useState } from 'react';
import type { LoadedSession } from '../playback/types.ts';
import type { EventFilter } from '../replay-view.ts';
import { filterEvents, filterSteps } from './event-filter.ts';

/** Of a frame, ms. */
const SLICE = 6;

/** Sequence numbers, in order of t. */
export function useFilteredEvents(session: LoadedSession, filter: EventFilter, selected: number | null): Int32Array {
  const hasText = filter.text.trim() !== '';
  const quick = useMemo(() => (hasText ? null : filterEvents(session, filter, selected)), [session, filter, selected, hasText]);
  const [found, setFound] = useState(() => quick ?? new Int32Array());
  if (quick !== null && found !== quick) setFound(quick);
  useEffect(() => {
    if (!hasText) return undefined;
    const steps = filterSteps(session, filter, selected);
    let timer: ReturnType<typeof setTimeout>;
    const work = (): void => {
      const end = performance.now() + SLICE;
      while (performance.now() < end) {
        const { done, value } = steps.next();
        if (done === true) return setFound(value);
      }
      timer = setTimeout(work);
    };
    timer = setTimeout(work);
    return () => clearTimeout(timer);
  }, [session, filter, selected, hasText]);
  return quick ?? found;
}
