/** Who has most of something: over all, of the last days, with a weapon, on a map. */
import { leaderboard, mapLeaderboard, standings, weaponLeaderboard } from './answers/leaderboards.ts';
import { first, wholePage } from './leaderboard.ts';
import { filters, flag, limit, mapName, oneOf, page, period, serverId, weaponName } from './parameters.ts';
import { get, type Route } from './route.ts';
import { STAT_NAMES } from './stats.ts';

const FIRST = 100;
const stat = oneOf(STAT_NAMES, 'kills', 'What they are sorted by, the most first.');
const bots = flag('Whether bots are listed, and fights against them count.');
const list = { ...filters, bots, limit: limit(FIRST), page };

const TAG = 'Leaderboards';

export const LEADERBOARD_ROUTES: readonly Route[] = [
  get({
    path: '/stats/leaderboard',
    aliases: ['/stats/leaderboard/global'],
    tag: TAG,
    summary: 'Players by a statistic',
    parameters: { stat, ...list },
    answer: leaderboard,
    run: (asked, context) => wholePage(context, asked),
  }),
  get({
    path: '/stats/leaderboard/weekly',
    tag: TAG,
    summary: 'The best of the last seven days',
    parameters: { stat, limit: limit(FIRST), page, map: filters.map, server: filters.server, weapon: filters.weapon, bots },
    answer: standings,
    run: (asked, context) => first(context, { ...asked, period: 'week' }).leaderboard,
  }),
  get({
    path: '/stats/leaderboard/weapon/{weapon}',
    tag: TAG,
    summary: 'Players by their kills with a weapon',
    parameters: { weapon: weaponName, period, map: filters.map, server: filters.server, bots, limit: limit(FIRST), page },
    answer: weaponLeaderboard,
    run: (asked, context) => ({ weapon: asked.weapon, ...first(context, { ...asked, stat: 'kills' }) }),
  }),
  get({
    path: '/stats/leaderboard/map/{map}',
    tag: TAG,
    summary: 'Players by their kills on a map',
    parameters: { map: mapName, stat, period, server: serverId.optional(), weapon: filters.weapon, bots, limit: limit(FIRST), page },
    answer: mapLeaderboard,
    run: (asked, context) => ({ map: asked.map, ...first(context, asked) }),
  }),
  get({
    path: '/stats/leaderboard/{stat}',
    tag: TAG,
    summary: 'Players by a statistic',
    parameters: { stat, ...list },
    answer: leaderboard,
    run: (asked, context) => wholePage(context, asked),
  }),
];
