/** Whom a search means, over all sessions that the filters leave. */
import { useEffect, useState } from 'react';
import type { PersonFound } from '../../shared/engine-api.ts';
import type { SessionFilter } from '../../shared/library-questions.ts';
import { useEngine } from '../engine/engine-context.tsx';

const NOBODY: readonly PersonFound[] = [];

/** `total`: of the sessions that were found; another one means that the library changed. */
export function usePeopleFound(filter: SessionFilter, total: number | null): readonly PersonFound[] {
  const client = useEngine();
  const [people, setPeople] = useState(NOBODY);
  useEffect(() => {
    if (filter.search === undefined) return undefined;
    let isWanted = true;
    client.call('sessions.people', { filter }).then(
      (found) => isWanted && setPeople(found),
      () => undefined, // the list says what is wrong
    );
    return () => {
      isWanted = false;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another total: the library changed
  }, [client, filter, total]);
  return filter.search === undefined ? NOBODY : people;
}
