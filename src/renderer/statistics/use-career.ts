/** What a page of the statistics is about, and its questions to the engine. */
import { createContext, useCallback, useContext } from 'react';
import type { CareerFilter, CareerGame, CareerResults } from '../../shared/career.ts';
import type { Params } from '../../shared/engine-api.ts';
import { go } from '../app/app-store.ts';
import { useEngine } from '../engine/engine-context.tsx';
import { NO_FILTER, type Period, type StatisticsFilter, type StatisticsPlace } from './statistics-route.ts';
import { useAnswer, type Answer } from './use-answer.ts';

export interface StatisticsView {
  readonly at: StatisticsPlace;
  readonly game: CareerGame;
  readonly filter: CareerFilter;
  /** Another text whenever what is counted may have changed. */
  readonly version: string;
  /** Everything is asked anew: who is who was changed. */
  readonly refresh: () => void;
}

export const StatisticsContext = createContext<StatisticsView | null>(null);

export function useStatistics(): StatisticsView {
  const view = useContext(StatisticsContext);
  if (view === null) throw new Error('no statistics above this component');
  return view;
}

/** The newest answer of a career method; asked again whenever something was counted. */
export function useCareer<M extends keyof CareerResults>(method: M, params: Params<M>): Answer<CareerResults[M]> {
  const client = useEngine();
  const { version } = useStatistics();
  const key = JSON.stringify(params);
  const ask = useCallback(
    () => client.call(method, JSON.parse(key) as Params<M>) as Promise<CareerResults[M]>,
    // oxlint-disable-next-line react/exhaustive-deps -- another version is another question
    [client, method, key, version],
  );
  return useAnswer(ask);
}

export function changeFilter(at: StatisticsPlace, change: Partial<StatisticsFilter>): void {
  go({ place: 'statistics', at: { ...at, filter: { ...at.filter, ...change } } });
}

export function clearFilter(at: StatisticsPlace): void {
  changeFilter(at, { ...NO_FILTER, sort: at.filter.sort, order: at.filter.order });
}

const DAYS: Readonly<Partial<Record<Period, number>>> = { half: 182, year: 365 };
const DAY_MS = 86_400_000;

/** `now` in Unix ms. */
export function careerFilter(game: string, { period, world, server, weapon, bots }: StatisticsFilter, now: number): CareerFilter {
  const days = DAYS[period];
  return {
    game,
    ...(period === 'week' || period === 'month' ? { period } : {}),
    ...(days === undefined ? {} : { from: dayOf(now - (days - 1) * DAY_MS), to: dayOf(now) }),
    ...(world === null ? {} : { map: world }),
    ...(server === null ? {} : { server }),
    ...(weapon === null ? {} : { weapon }),
    ...(bots ? { bots } : {}),
  };
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
