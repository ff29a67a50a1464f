/** Matches, one by one and in lists. */
import { advancedMatch, match, matches, matchHeatmap, timeline } from './answers/matches.ts';
import { advancedOf, matchAnswer, matchList } from './match.ts';
import { filters, limit, matchId, offset } from './parameters.ts';
import { get, type Route } from './route.ts';
import { matchOf } from './stored-match.ts';
import { pointsOf, timelineOf } from './timeline.ts';

const TAG = 'Matches';
const of = { match: matchId };

export const MATCH_ROUTES: readonly Route[] = [
  get({
    path: '/stats/matches',
    tag: TAG,
    summary: 'Matches, the newest first',
    parameters: { period: filters.period, map: filters.map, server: filters.server, limit: limit(20), offset },
    answer: matches,
    run: (asked, context) => matchList(context, asked),
  }),
  get({
    path: '/stats/match/{match}',
    tag: TAG,
    summary: 'A match and its scoreboard',
    parameters: of,
    answer: match,
    refusals: [404],
    run: ({ match }, context) => matchAnswer(context, match),
  }),
  get({
    path: '/stats/match/{match}/timeline',
    tag: TAG,
    summary: 'Kills, deaths and rounds of a match in their order',
    parameters: { ...of, limit: limit(1000, 10_000) },
    answer: timeline,
    refusals: [404],
    run: ({ match, limit }, context) => [...timelineOf(context, matchOf(context, match), limit)],
  }),
  get({
    path: '/stats/match/{match}/advanced',
    tag: TAG,
    summary: 'A match with its timeline, who killed whom, and its weapons',
    parameters: of,
    answer: advancedMatch,
    refusals: [404],
    run: ({ match }, context) => advancedOf(context, match),
  }),
  get({
    path: '/stats/match/{match}/heatmap',
    tag: TAG,
    summary: 'Where people killed and died in a match',
    parameters: { ...of, limit: limit(2000, 10_000) },
    answer: matchHeatmap,
    refusals: [404],
    run: ({ match, limit }, context) => [...pointsOf(context, matchOf(context, match), limit)],
  }),
];
