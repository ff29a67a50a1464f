/** What a match says of itself, as the header of its session. */
import { mohaaProfile } from '../../../../../shared/games/mohaa.ts';
import type { JsonObject } from '../../../../../shared/session/model.ts';
import type { SessionHeader } from '../../../session-sink.ts';
import type { Match } from '../matches/match-splitter.ts';

/** By g_gametype, and by the folder or ending of a map, which says what is played there. */
const GAME_TYPES: Readonly<Record<string, string>> = {
  single_player: 'Single player',
  ffa: 'Free for all',
  dm: 'Deathmatch',
  team: 'Team match',
  tdm: 'Team match',
  team_rounds: 'Team rounds',
  obj: 'Objective match',
  objective: 'Objective match',
  tow: 'Tug of war',
  lib: 'Liberation',
  liberation: 'Liberation',
  ctf: 'Capture the flag',
};

export function sessionHeader(
  match: Match,
  details: JsonObject,
  score: { readonly allies: number; readonly axis: number },
): Partial<SessionHeader> {
  const { map, server, clock } = match;
  const world = map.toLowerCase();
  const kind = GAME_TYPES[match.gameType || (/^([a-z]+)\//.exec(world)?.[1] ?? /_([a-z]+)$/.exec(world)?.[1] ?? '')] ?? 'Match';
  const place = map === '' ? '' : ` on ${mohaaProfile.worldNames[world] ?? map}`;
  return {
    title: `${kind}${place}${server === '' ? '' : `, ${server}`}`,
    world: map,
    startedAt: Number.isNaN(clock.startedAt) ? null : new Date(clock.startedAt).toISOString(),
    result: Number.isNaN(score.allies) || Number.isNaN(score.axis) ? null : `${score.allies} : ${score.axis}`,
    data: {
      ...details,
      ...(server === '' ? {} : { server }),
      ...(match.matchId === '' ? {} : { match_id: match.matchId }),
      ...(match.sessionId === '' ? {} : { session_id: match.sessionId }),
    },
  };
}
