/** People whose names answer to what somebody types. */
import { useCallback, useDeferredValue } from 'react';
import type { CareerPlayerRef } from '../../shared/career.ts';
import { useEngine } from '../engine/engine-context.tsx';
import { useAnswer } from './use-answer.ts';
import { useStatistics } from './use-career.ts';

const MOST = 12;

/** Null before the first answer, and while nothing is typed. */
export function usePeople(typed: string, without: readonly string[]): readonly CareerPlayerRef[] | null {
  const client = useEngine();
  const { game, at } = useStatistics();
  const text = useDeferredValue(typed.trim());
  const { bots } = at.filter;
  const ask = useCallback(
    () => client.call('career.search', { game: game.game, text, ...(bots ? { bots } : {}), limit: MOST }),
    [client, game.game, text, bots],
  );
  const { data } = useAnswer(text === '' ? null : ask);
  return text === '' ? null : (data?.filter(({ id }) => !without.includes(id)) ?? null);
}
