/** Where within the statistics: which page, and the filters of what it shows. All of it stands in the address, so that links, Back and Forward work. */

export const PERIODS = ['week', 'month', 'half', 'year', 'all'] as const;
export type Period = (typeof PERIODS)[number];

export type StatisticsPage =
  | { readonly view: 'overview' | 'players' | 'matches' | 'servers' }
  /** table: everything of a kind, CareerDimension.id. */
  | { readonly view: 'player' | 'match' | 'server' | 'table'; readonly id: string }
  /** Two to four players side by side. */
  | { readonly view: 'compare'; readonly ids: readonly string[] };

/** Null is all of them. */
export interface StatisticsFilter {
  readonly period: Period;
  readonly world: string | null;
  readonly weapon: string | null;
  readonly server: string | null;
  readonly bots: boolean;
  /** Part of a name. */
  readonly search: string;
  /** Column that is sorted by; null for the first that counts. */
  readonly sort: string | null;
  readonly order: 'best' | 'worst';
}

export interface StatisticsPlace {
  /** Null for the first game that has any. */
  readonly game: string | null;
  readonly page: StatisticsPage;
  readonly filter: StatisticsFilter;
}

export const NO_FILTER: StatisticsFilter = {
  period: 'all',
  world: null,
  weapon: null,
  server: null,
  bots: false,
  search: '',
  sort: null,
  order: 'best',
};

export const STATISTICS_START: StatisticsPlace = { game: null, page: { view: 'players' }, filter: NO_FILTER };

const LONGEST = 400;
export const MOST_COMPARED = 4;

/** `path` after "/statistics"; null when it names no page. */
export function parseStatistics(path: string, query: string): StatisticsPlace | null {
  const [, ...parts] = path.split('/').map(decoded);
  const params = new URLSearchParams(query);
  const page = pageOf(parts);
  if (page === null) return null;
  const text = (name: string): string | null => params.get(name)?.slice(0, LONGEST) || null;
  const period = PERIODS.find((one) => one === params.get('period'));
  return {
    game: text('game'),
    page,
    filter: {
      period: period ?? NO_FILTER.period,
      world: text('map'),
      weapon: text('weapon'),
      server: text('server'),
      bots: params.get('bots') === 'with',
      search: text('search') ?? '',
      sort: text('sort'),
      order: params.get('order') === 'worst' ? 'worst' : 'best',
    },
  };
}

function pageOf([view, ...ids]: readonly string[]): StatisticsPage | null {
  const [id, ...more] = ids;
  if (ids.includes('')) return null;
  switch (view) {
    case undefined:
    case '':
      return { view: 'players' };
    case 'overview':
    case 'players':
    case 'matches':
    case 'servers':
      return id === undefined ? { view } : null;
    case 'player':
    case 'match':
    case 'server':
    case 'table':
      return id === undefined || more.length > 0 ? null : { view, id };
    case 'compare':
      return ids.length >= 2 && ids.length <= MOST_COMPARED ? { view, ids } : null;
    default:
      return null;
  }
}

/** What stands after "#/statistics". */
export function formatStatistics({ game, page, filter }: StatisticsPlace): string {
  const ids = 'id' in page ? [page.id] : 'ids' in page ? page.ids : [];
  const path = [page.view, ...ids].map((part) => `/${encodeURIComponent(part)}`).join('');
  const params = new URLSearchParams();
  const put = (name: string, value: string | null): void => {
    if (value !== null && value !== '') params.set(name, value);
  };
  put('game', game);
  put('period', filter.period === NO_FILTER.period ? null : filter.period);
  put('map', filter.world);
  put('weapon', filter.weapon);
  put('server', filter.server);
  put('bots', filter.bots ? 'with' : null);
  put('search', filter.search);
  put('sort', filter.sort);
  put('order', filter.order === 'worst' ? 'worst' : null);
  const query = params.toString();
  return `${path}${query === '' ? '' : `?${query}`}`;
}

/** Letters of a search are no steps of their own for Back. */
export function isSameStop(a: StatisticsPlace, b: StatisticsPlace): boolean {
  return (
    formatStatistics({ ...a, filter: { ...a.filter, search: '' } }) === formatStatistics({ ...b, filter: { ...b.filter, search: '' } })
  );
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part).slice(0, LONGEST);
  } catch {
    return '';
  }
}

/** The address of a page with the filters of another; what is sorted and searched for belongs to its own page. */
export function hrefTo(at: StatisticsPlace, page: StatisticsPage, change: Partial<StatisticsFilter> = {}): string {
  const filter = { ...at.filter, search: '', sort: null, order: 'best' as const, ...change };
  return `#/statistics${formatStatistics({ ...at, page, filter })}`;
}
