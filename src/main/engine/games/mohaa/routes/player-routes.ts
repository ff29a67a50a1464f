/** Everything that is said of one player. */
import { bodyHeatmap, deepStats, heatmap, performance, player, playerMaps, playerMatches, playerWeapons } from './answers/players.ts';
import { cellsOf } from './heat-cells.ts';
import { filters, guid, limit, mapName, offset, oneOf, period, serverId } from './parameters.ts';
import { personOf } from './people.ts';
import { bodyOf, deepOf, mapsOf, matchesOf, performanceOf, playerOf, weaponsOf } from './player.ts';
import { get, type Route } from './route.ts';

const TAG = 'Players';
const of = { guid };
const where = { period, map: filters.map, server: filters.server };
const OF_HEAT = { period, server: serverId.optional(), weapon: filters.weapon };

export const PLAYER_ROUTES: readonly Route[] = [
  get({
    path: '/stats/player/{guid}',
    aliases: ['/stats/player/name/{guid}', '/stats/member/{guid}'],
    tag: TAG,
    summary: 'All that is counted of a player',
    parameters: { ...of, ...where },
    answer: player,
    refusals: [404],
    run: (asked, context) => playerOf(context, personOf(context, asked.guid), asked),
  }),
  get({
    path: '/stats/player/{guid}/deep',
    tag: TAG,
    summary: 'Fights, weapons, movement, rivals, streaks, parts of the body',
    parameters: { ...of, ...where },
    answer: deepStats,
    refusals: [404],
    run: (asked, context) => deepOf(context, personOf(context, asked.guid), asked),
  }),
  get({
    path: '/stats/player/{guid}/matches',
    tag: TAG,
    summary: 'Matches of a player, the newest first',
    parameters: { ...of, ...where, limit: limit(50), offset },
    answer: playerMatches,
    refusals: [404],
    run: (asked, context) => matchesOf(context, personOf(context, asked.guid), asked),
  }),
  get({
    path: '/stats/player/{guid}/weapons',
    tag: TAG,
    summary: 'A player by weapon',
    parameters: { ...of, ...where },
    answer: playerWeapons,
    refusals: [404],
    run: (asked, context) => weaponsOf(context, personOf(context, asked.guid), asked),
  }),
  get({
    path: '/stats/player/{guid}/maps',
    tag: TAG,
    summary: 'A player by map',
    parameters: { ...of, period, server: filters.server },
    answer: playerMaps,
    refusals: [404],
    run: (asked, context) => mapsOf(context, personOf(context, asked.guid), asked),
  }),
  get({
    path: '/stats/player/{guid}/performance',
    tag: TAG,
    summary: 'K/D of the latest matches, the oldest first',
    parameters: { ...of, ...where, limit: limit(20) },
    answer: performance,
    refusals: [404],
    run: (asked, context) => performanceOf(context, personOf(context, asked.guid), asked),
  }),
  get({
    path: '/stats/player/{guid}/heatmap/body',
    tag: TAG,
    summary: 'Where on the body a player hit others',
    parameters: {
      ...of,
      ...where,
      side: oneOf(['given', 'taken'], 'given', 'Hits of the player, or of others on the player.'),
    },
    answer: bodyHeatmap,
    refusals: [404],
    run: (asked, context) => bodyOf(context, personOf(context, asked.guid), asked),
  }),
  get({
    path: '/stats/player/{guid}/heatmap/{map}',
    tag: TAG,
    summary: 'Where a player stood and killed',
    parameters: { ...of, map: mapName, ...OF_HEAT },
    answer: heatmap,
    refusals: [404],
    run: (asked, context) => cellsOf(context, 'kills', asked, personOf(context, asked.guid)),
  }),
  get({
    path: '/stats/player/{guid}/deaths/{map}',
    aliases: ['/stats/player/{guid}/heatmap/deaths/{map}'],
    tag: TAG,
    summary: 'Where a player died',
    parameters: { ...of, map: mapName, ...OF_HEAT },
    answer: heatmap,
    refusals: [404],
    run: (asked, context) => cellsOf(context, 'deaths', asked, personOf(context, asked.guid)),
  }),
];
