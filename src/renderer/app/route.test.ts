import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoute, type Route } from './route.ts';

const routes: fc.Arbitrary<Route> = fc.oneof(
  fc.constant<Route>({ place: 'library' }),
  fc.constant<Route>({ place: 'live' }),
  fc.constant<Route>({ place: 'convert' }),
  fc.constant<Route>({ place: 'capture' }),
  fc.constant<Route>({ place: 'settings' }),
  fc.record({
    place: fc.constant('replay' as const),
    sessionId: fc.uuid(),
    moment: fc.record({ t: fc.nat(), follow: fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: null }) }),
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
    for (const hash of ['', '#', '#/', '#/nowhere', '#/replay/', '#/replay/../../etc', '#/replay/xyz']) expect(parseRoute(hash)).toBeNull();
  });

  it('takes no time that is none', () => {
    expect(parseRoute('#/replay/0123456789?t=-5')).toMatchObject({ moment: { t: 0 } });
    expect(parseRoute('#/replay/0123456789?t=soon')).toMatchObject({ moment: { t: 0 } });
  });
});
