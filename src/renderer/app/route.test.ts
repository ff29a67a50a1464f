import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FILTER, PERIODS } from '../statistics/statistics-route.ts';
import { formatRoute, parseRoute, type Route } from './route.ts';

const word = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
const some = fc.option(word, { nil: null });

const routes: fc.Arbitrary<Route> = fc.oneof(
  fc.constant<Route>({ place: 'library' }),
  fc.constant<Route>({ place: 'live' }),
  fc.constant<Route>({ place: 'convert' }),
  fc.constant<Route>({ place: 'capture' }),
  fc.constant<Route>({ place: 'settings' }),
  fc.record({
    place: fc.constant('statistics' as const),
    at: fc.record({
      game: some,
      page: fc.oneof(
        fc.record({ view: fc.constantFrom('overview' as const, 'players' as const, 'matches' as const, 'servers' as const) }),
        fc.record({ view: fc.constantFrom('player' as const, 'match' as const, 'server' as const, 'table' as const), id: word }),
        fc.record({ view: fc.constant('compare' as const), ids: fc.array(word, { minLength: 2, maxLength: 4 }) }),
      ),
      filter: fc.record({
        period: fc.constantFrom(...PERIODS),
        world: some,
        weapon: some,
        server: some,
        bots: fc.boolean(),
        search: fc.oneof(fc.constant(''), word),
        sort: some,
        order: fc.constantFrom('best' as const, 'worst' as const),
      }),
    }),
  }),
  fc.record({
    place: fc.constant('replay' as const),
    sessionId: fc.uuid(),
    moment: fc.record(
      {
        t: fc.nat(),
        follow: fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: null }),
        heat: fc.array(fc.uuid(), { maxLength: 5 }),
      },
      { requiredKeys: ['t', 'follow'] },
    ),
  }),
);

describe('route', () => {
  it('comes back from its own address', () => {
    fc.assert(
      fc.property(routes, (route) => {
        expect(parseRoute(formatRoute(route))).toEqual(route);
      }),
    );
  });

  it('knows no other places', () => {
    for (const hash of [
      '',
      '#',
      '#/',
      '#/nowhere',
      '#/replay/',
      '#/replay/../../etc',
      '#/replay/xyz',
      '#/statistics/nobody',
      '#/statistics/player',
    ])
      expect(parseRoute(hash)).toBeNull();
  });

  it('begins the statistics with the players, and takes no filter that is none', () => {
    const start = { place: 'statistics', at: { game: null, page: { view: 'players' }, filter: NO_FILTER } };
    expect(parseRoute('#/statistics')).toEqual(start);
    expect(parseRoute('#/statistics/players?period=century&order=any&bots=1')).toEqual(start);
  });

  it('takes no time that is none', () => {
    expect(parseRoute('#/replay/0123456789?t=-5')).toMatchObject({ moment: { t: 0 } });
    expect(parseRoute('#/replay/0123456789?t=soon')).toMatchObject({ moment: { t: 0 } });
  });
});
