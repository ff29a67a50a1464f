/** One match and lists of them. */
import type { z } from 'zod';
import type { CareerMatch } from '../../../../../shared/career.ts';
import type { SessionInfo } from '../../../../../shared/session/model.ts';
import { unpackJson } from '../../../library/packed-json.ts';
import { gameTypeWord, teamWord } from '../dialect/words.ts';
import type { advancedMatch, match, matches } from './answers/matches.ts';
import { careerOf, filterOf, Numbers, type Filters } from './career.ts';
import type { LibraryContext } from './context.ts';
import { Refusal } from './refusal.ts';
import { isoTime, matchOf, type StoredMatch } from './stored-match.ts';
import { timelineOf } from './timeline.ts';

type Match = z.input<typeof match>;
type Summary = Match['summary'];

/** Of a match's timeline, as the original. */
const MOST_TOLD = 1000;
const TOP_WEAPONS = 10;

export function matchAnswer(context: LibraryContext, id: string): Match {
  const stored = matchOf(context, id);
  const found = careerMatch(context, id);
  return { match_id: id, summary: summaryOf(context, stored, found), scoreboard: scoreboardOf(found) };
}

export function advancedOf(context: LibraryContext, id: string): z.input<typeof advancedMatch> {
  const stored = matchOf(context, id);
  const found = careerMatch(context, id);
  const { scoreboard, versus } = found;
  const names = scoreboard.map(({ player }) => player.name);
  const count = (row: number, column: number): number => versus.counts[row * names.length + column] ?? 0;
  const fights = names.map(
    (name, row) =>
      [
        name,
        names
          .map((opponent_name, column) => ({ opponent_name, kills: count(row, column), deaths: count(column, row) }))
          .filter(({ kills, deaths }, column) => column !== row && kills + deaths > 0),
      ] as const,
  );
  return {
    info: { match_id: id, ...summaryOf(context, stored, found) },
    timeline: [...timelineOf(context, stored, MOST_TOLD)],
    versus: Object.fromEntries(fights),
    top_weapons: weaponsOf(context, stored),
  };
}

export function matchList(
  context: LibraryContext,
  { limit, offset, ...filters }: Filters & { readonly limit: number; readonly offset: number },
): z.input<typeof matches> {
  const found = careerOf(context).matches({ filter: filterOf(context, { ...filters, bots: true }), offset, limit });
  const columns = found?.columns ?? [];
  return (found?.rows ?? []).map(({ id, map, server, startedAt, durationMs, live, players, values }) => ({
    id,
    map: map.id,
    server_id: server?.id ?? '',
    server_name: server?.label ?? '',
    gametype: gameTypeOf(map.id),
    start_time: startedAt,
    duration: durationMs / 1000,
    player_count: players,
    kills: new Numbers(columns, values).of('kills'),
    is_live: live,
  }));
}

/** Of a map's name: dm, tdm, obj, lib, ctf, ffa, or "". */
function gameTypeOf(map: string): string {
  return /^([a-z]+)\//i.exec(map)?.[1]?.toLowerCase() ?? '';
}

function careerMatch(context: LibraryContext, id: string): CareerMatch {
  const found = careerOf(context).match(id);
  if (found === null) throw new Refusal(404, 'Match not found.');
  return found;
}

function summaryOf({ db }: LibraryContext, stored: StoredMatch, { row, scoreboard, columns }: CareerMatch): Summary {
  const packed = db.prepare<[number], Uint8Array>('SELECT info FROM session_blocks WHERE session = ?').pluck().get(stored.key);
  const info = packed === undefined ? null : (unpackJson(packed) as SessionInfo);
  const data = info?.data ?? {};
  const [allies = null, axis = null] =
    /^(-?\d+) : (-?\d+)$/
      .exec(info?.result ?? '')
      ?.slice(1)
      .map(Number) ?? [];
  const { startedAt, durationMs } = stored;
  return {
    map_name: stored.map,
    server_id: row.server?.id ?? '',
    server_name: row.server?.label ?? '',
    gametype: gameTypeWord(wordOf(data['gametype'])) || gameTypeOf(stored.map),
    started_at: isoTime(startedAt),
    ended_at: stored.isLive ? null : isoTime(startedAt + durationMs),
    duration_seconds: durationMs / 1000,
    total_kills: scoreboard.reduce((sum, { values }) => sum + new Numbers(columns, values).of('kills'), 0),
    unique_players: scoreboard.filter(({ player }) => !player.bot).length,
    allies_score: allies,
    axis_score: axis,
    winning_team: teamWord(wordOf(data['winning_team'])),
    is_live: stored.isLive,
  };
}

function wordOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function scoreboardOf({ scoreboard, columns }: CareerMatch): Match['scoreboard'] {
  return scoreboard.map(({ player, team, values }) => {
    const of = new Numbers(columns, values);
    return {
      player_id: player.id,
      player_name: player.name,
      team: team ?? '',
      is_bot: player.bot,
      kills: of.of('kills'),
      deaths: of.of('deaths'),
      headshots: of.of('headshots'),
      suicides: of.of('suicides'),
      team_kills: of.of('team_kills'),
      damage: of.of('damage'),
      accuracy: of.of('accuracy'),
      playtime_seconds: of.of('playtime'),
    };
  });
}

/** Weapons by kills, of players and bots. */
function weaponsOf({ db }: LibraryContext, { key }: StoredMatch): z.input<typeof advancedMatch>['top_weapons'] {
  return db
    .prepare<[number, number], { name: string; kills: number; headshots: number }>(
      `SELECT key AS name, sum(n0 + n1) AS kills, sum(n3) AS headshots FROM career_details
       WHERE session = ? AND kind = 'weapon' AND person NOT IN (0, -1) GROUP BY key HAVING kills > 0 ORDER BY kills DESC, name LIMIT ?`,
    )
    .all(key, TOP_WEAPONS);
}
