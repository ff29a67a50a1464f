/** Where a row of a table leads: a page of its own, or this one with a filter. */
import type { CareerLink } from '../../shared/career.ts';
import { hrefTo, type StatisticsPage, type StatisticsPlace } from './statistics-route.ts';

export function linkOf(at: StatisticsPlace, { kind, id }: CareerLink): string {
  if (kind === 'player' || kind === 'match' || kind === 'server') return hrefTo(at, { view: kind, id });
  // A page of one match has nothing to filter.
  const page: StatisticsPage = at.page.view === 'match' || at.page.view === 'table' ? { view: 'players' } : at.page;
  return hrefTo(at, page, kind === 'map' ? { world: id } : { weapon: id });
}
