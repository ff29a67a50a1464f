/** What the REST API says of matches, servers, weapons, and all together. */
import { z } from 'zod';
import { standingEntry } from './leaderboards.ts';
import { amount, count, named, percent, place, ratio, seconds, text, time } from './schema.ts';

const scoreboardEntry = named(
  'ScoreboardEntry',
  z.object({
    player_id: text,
    player_name: text,
    team: text,
    is_bot: z.boolean(),
    kills: count,
    deaths: count,
    headshots: count,
    suicides: count,
    team_kills: count,
    damage: amount,
    accuracy: percent,
    playtime_seconds: seconds,
  }),
);

const summary = named(
  'MatchSummary',
  z.object({
    map_name: text,
    server_id: text,
    server_name: text,
    gametype: text,
    started_at: time,
    ended_at: time,
    duration_seconds: seconds,
    total_kills: count,
    unique_players: count,
    allies_score: z.int().nullable(),
    axis_score: z.int().nullable(),
    winning_team: text,
    is_live: z.boolean(),
  }),
);

export const match = named('Match', z.object({ match_id: text, summary, scoreboard: z.array(scoreboardEntry) }));

const timelineEvent = named(
  'TimelineEvent',
  z.object({
    timestamp: time,
    t_ms: count.meta({ description: 'ms since the match began.' }),
    event_type: z.enum(['kill', 'death', 'round_start', 'round_end']).meta({ description: 'death: nobody else is to blame.' }),
    actor_id: text,
    actor_name: text,
    target_id: text,
    target_name: text,
    weapon: text,
    hitloc: text,
  }),
);
export const timeline = named('Timeline', z.array(timelineEvent));

const versus = named('Versus', z.object({ opponent_name: text, kills: count, deaths: count }));
const namedKills = named('WeaponKills', z.object({ name: text, kills: count, headshots: count }));

export const advancedMatch = named(
  'AdvancedMatch',
  z.object({
    info: summary.extend({ match_id: text }),
    timeline,
    versus: z.record(z.string(), z.array(versus)),
    top_weapons: z.array(namedKills),
  }),
);

const matchPoint = named(
  'MatchPoint',
  z.object({ id: text, type: z.enum(['kill', 'death']), x: place, y: place, label: text }),
  'id: the player who stood there.',
);
export const matchHeatmap = named('MatchHeatmap', z.array(matchPoint));

const listedMatch = named(
  'ListedMatch',
  z.object({
    id: text,
    map: text,
    server_id: text,
    server_name: text,
    gametype: text,
    start_time: time,
    duration: seconds,
    player_count: count,
    kills: count,
    is_live: z.boolean(),
  }),
);
export const matches = named('MatchList', z.array(listedMatch));

const liveMatch = named(
  'LiveMatch',
  z.object({
    match_id: text,
    server_id: text,
    server_name: text,
    map_name: text,
    gametype: text,
    allies_score: z.int(),
    axis_score: z.int(),
    player_count: count,
    max_players: count,
    round_number: count,
    started_at: time,
  }),
);
export const liveMatches = named('LiveMatches', z.array(liveMatch));

export const server = named(
  'Server',
  z.object({
    server_id: text,
    server_name: text,
    total_matches: count,
    total_kills: count,
    total_deaths: count,
    total_playtime_seconds: seconds,
    unique_players: count,
    last_activity: time,
    top_killers: z.array(standingEntry),
    top_kdr: z.array(standingEntry),
    top_playtime: z.array(standingEntry),
    map_stats: z.array(
      named('ServerMap', z.object({ map_name: text, times_played: count, total_kills: count, avg_duration_seconds: seconds })),
    ),
    activity_graph: z.array(
      named('ServerActivity', z.object({ timestamp: time, players: amount.meta({ description: 'The mean of ten minutes.' }) })),
    ),
  }),
);

export const servers = named(
  'Servers',
  z.array(named('ListedServer', z.object({ id: text, name: text, total_matches: count, last_activity: time, is_live: z.boolean() }))),
);

export const globalStats = named(
  'GlobalStats',
  z.object({ total_kills: count, total_matches: count, total_players: count, active_players_24h: count, server_count: count }),
);
export const weapons = named('Weapons', z.array(namedKills));
export const maps = named(
  'Maps',
  z.array(
    named(
      'MapStats',
      z.object({ map_name: text, total_matches: count, total_kills: count, total_deaths: count, avg_duration_seconds: seconds }),
    ),
  ),
);
export const dynamicStats = named('DynamicStats', z.array(named('LabelledValue', z.object({ label: text, value: ratio }))));
