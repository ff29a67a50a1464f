/** Where the window is, as the part of the address after #: a reload, a shared link and a reopened window come back to it. */
import type { ReplayMoment } from '../replay/use-replay-link.ts';
import { formatStatistics, parseStatistics, type StatisticsPlace } from '../statistics/statistics-route.ts';

export type Route =
  | { readonly place: 'library' }
  | { readonly place: 'live' }
  | { readonly place: 'statistics'; readonly at: StatisticsPlace }
  | { readonly place: 'convert' }
  | { readonly place: 'capture' }
  | { readonly place: 'broadcast' }
  | { readonly place: 'settings' }
  | { readonly place: 'replay'; readonly sessionId: string; readonly moment: ReplayMoment };

export const START: ReplayMoment = { t: 0, follow: null };

/** Null for an address that names no place. */
export function parseRoute(hash: string): Route | null {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  if (path === '/library') return { place: 'library' };
  if (path === '/live') return { place: 'live' };
  if (path === '/convert') return { place: 'convert' };
  if (path === '/capture') return { place: 'capture' };
  if (path === '/broadcast') return { place: 'broadcast' };
  if (path === '/settings') return { place: 'settings' };
  if (path === '/statistics' || path.startsWith('/statistics/')) {
    const at = parseStatistics(path.slice('/statistics'.length), query);
    return at === null ? null : { place: 'statistics', at };
  }
  const sessionId = /^\/replay\/([0-9a-f-]{8,36})$/.exec(path)?.[1];
  if (sessionId === undefined) return null;
  const params = new URLSearchParams(query);
  const t = Number(params.get('t') ?? '0');
  const moment = { t: Number.isFinite(t) ? Math.max(0, Math.round(t)) : 0, follow: params.get('follow') };
  const heat = params.get('heat');
  return { place: 'replay', sessionId, moment: heat === null ? moment : { ...moment, heat: sessionsOf(heat) } };
}

/** A heatmap over more sessions than these says no more. */
export const MOST_HEAT_SESSIONS = 100;

function sessionsOf(text: string): readonly string[] {
  return text
    .split('.')
    .filter((id) => /^[0-9a-f-]{8,36}$/.test(id))
    .slice(0, MOST_HEAT_SESSIONS);
}

export function formatRoute(route: Route): string {
  if (route.place === 'statistics') return `#/statistics${formatStatistics(route.at)}`;
  if (route.place !== 'replay') return `#/${route.place}`;
  const params = new URLSearchParams();
  if (route.moment.t > 0) params.set('t', String(route.moment.t));
  if (route.moment.follow !== null) params.set('follow', route.moment.follow);
  if (route.moment.heat !== undefined) params.set('heat', route.moment.heat.join('.'));
  const query = params.toString();
  return `#/replay/${route.sessionId}${query === '' ? '' : `?${query}`}`;
}
