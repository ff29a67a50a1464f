/** What the library shows: kept while other places are shown, and what is worth it also when the window is closed. */
import { createStore } from 'zustand/vanilla';
import type { SessionFilter } from '../../shared/library-questions.ts';
import { appStore } from '../app/app-store.ts';
import { remember } from '../app/undo.ts';
import { words } from '../words/words.ts';
import { spanFilter, type SpanId } from './when-filter.ts';

export interface Filters {
  /** Everything but search and date. */
  readonly filter: SessionFilter;
  readonly search: string;
  readonly span: SpanId | null;
}

const NO_FILTERS: Filters = { filter: {}, search: '', span: null };

export const filterStore = createStore<Filters>()(() => {
  const { libraryFilter, librarySpan } = appStore.getState();
  return { filter: libraryFilter, search: '', span: librarySpan };
});

export function setFilters(change: Partial<Filters>): void {
  filterStore.setState(change);
  const { filter, span } = filterStore.getState();
  appStore.setState({ libraryFilter: filter, librarySpan: span });
}

/** Shows all sessions; can be taken back. */
export function clearFilters(): void {
  const before = filterStore.getState();
  const set = (filters: Filters) => async (): Promise<void> => setFilters(filters);
  setFilters(NO_FILTERS);
  if (!isFiltered(before)) return;
  remember({ said: words().library.filters.cleared, undo: set(before), redo: set(NO_FILTERS) }, true);
}

export function isFiltered({ filter, search, span }: Filters): boolean {
  return Object.values(filter).some((value) => value !== undefined) || search.trim() !== '' || span !== null;
}

/** As the engine is asked; `now` in Unix ms. */
export function queryFilter({ filter, search, span }: Filters, now: number): SessionFilter {
  const wanted = search.trim();
  return { ...filter, ...(wanted === '' ? {} : { search: wanted }), ...(span === null ? {} : spanFilter(span, now)) };
}
