/** Servers, maps, weapons, and everything together. */
import { dynamicStats, globalStats, maps, server, servers, weapons } from './answers/matches.ts';
import { heatmap } from './answers/players.ts';
import { careerOf, filterOf, Numbers } from './career.ts';
import { cellsOf } from './heat-cells.ts';
import { filters, flag, guid, limit, mapName, oneOf, period, serverId, weaponName } from './parameters.ts';
import { DIMENSIONS, METRICS, queryOf } from './query.ts';
import { get, type Route } from './route.ts';
import { globalOf, mapsOf, serverOf, serversOf } from './server.ts';

const TAG = 'Servers and everything';

export const SERVER_ROUTES: readonly Route[] = [
  get({
    path: '/stats/server/{server}',
    aliases: ['/stats/server/{server}/stats'],
    tag: TAG,
    summary: 'A server: totals, the best players, maps, people over time',
    parameters: { server: serverId },
    answer: server,
    refusals: [404],
    run: (asked, context) => serverOf(context, asked.server),
  }),
  get({ path: '/servers', tag: TAG, summary: 'Servers, the latest first', answer: servers, run: (_asked, context) => serversOf(context) }),
  get({ path: '/stats/global', tag: TAG, summary: 'Totals of all', answer: globalStats, run: (_asked, context) => globalOf(context) }),
  get({
    path: '/stats/maps',
    tag: TAG,
    summary: 'Maps, the most played first',
    answer: maps,
    run: (_asked, context) => [...mapsOf(context, null)],
  }),
  get({
    path: '/stats/weapons',
    tag: TAG,
    summary: 'Kills by weapon',
    parameters: { period, map: filters.map, server: filters.server, bots: flag('Whether fights of bots count.') },
    answer: weapons,
    run: (asked, context) => {
      const table = careerOf(context).table({ filter: filterOf(context, asked), dimension: 'weapon' });
      return (table?.rows ?? []).map(({ label, values }) => {
        const of = new Numbers(table?.columns ?? [], values);
        return { name: label, kills: of.of('kills'), headshots: of.of('headshots') };
      });
    },
  }),
  get({
    path: '/stats/map/{map}/heatmap',
    tag: TAG,
    summary: 'Where on a map people killed or died',
    parameters: {
      map: mapName,
      type: oneOf(['kills', 'deaths'], 'kills', 'Where killers stood, or where people died.'),
      period,
      server: filters.server,
      weapon: filters.weapon,
    },
    answer: heatmap,
    run: (asked, context) => cellsOf(context, asked.type, asked),
  }),
  get({
    path: '/stats/query',
    tag: TAG,
    summary: 'One number by something, the greatest first',
    parameters: {
      dimension: oneOf(DIMENSIONS, 'player', 'By what.'),
      metric: oneOf(METRICS, 'kills', 'Which number.'),
      filter_guid: guid.optional(),
      filter_map: mapName.optional(),
      filter_weapon: weaponName.optional(),
      filter_server: serverId.optional(),
      period,
      limit: limit(100),
    },
    answer: dynamicStats,
    refusals: [404],
    run: (asked, context) => queryOf(context, asked),
  }),
];
