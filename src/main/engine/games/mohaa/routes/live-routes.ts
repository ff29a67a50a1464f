/** What is being played now. */
import { liveMatches } from './answers/matches.ts';
import { getNow, type Route } from './route.ts';

export const LIVE_ROUTES: readonly Route[] = [
  getNow({
    path: '/stats/live',
    aliases: ['/stats/live/matches'],
    tag: 'Matches',
    summary: 'Matches that are under way',
    answer: liveMatches,
    run: (context) =>
      context.live().map((match) => ({
        match_id: match.id,
        server_id: match.serverId,
        server_name: match.serverName,
        map_name: match.map,
        gametype: match.gameType,
        allies_score: match.score.allies,
        axis_score: match.score.axis,
        player_count: match.players,
        max_players: match.maxPlayers,
        round_number: match.round,
        started_at: Number.isNaN(match.startedAt) ? null : new Date(match.startedAt).toISOString(),
      })),
  }),
];
