/** What the REST API says of one player. */
import { z } from 'zod';
import { amount, count, named, percent, place, ratio, seconds, text, time, unixTime } from './schema.ts';

const weapon = named(
  'PlayerWeapon',
  z.object({
    weapon: text,
    name: text.meta({ description: 'The same as weapon.' }),
    kills: count,
    deaths: count.meta({ description: 'By this weapon in the hands of others.' }),
    damage: amount,
    headshots: count,
    shots_fired: count,
    shots_hit: count,
    accuracy: percent,
  }),
);
export const playerWeapons = named('PlayerWeapons', z.array(weapon));

const map = named(
  'PlayerMap',
  z.object({
    map_name: text,
    kills: count,
    deaths: count,
    headshots: count,
    kd_ratio: ratio,
    matches_played: count,
    matches_won: count,
    playtime_seconds: seconds,
  }),
);
export const playerMaps = named('PlayerMaps', z.array(map));

const playerMatch = named(
  'PlayerMatch',
  z.object({
    match_id: text,
    map_name: text,
    server_id: text,
    kills: count,
    deaths: count,
    headshots: count,
    started_at: time,
    ended_at: time,
  }),
);
export const playerMatches = named('PlayerMatches', z.array(playerMatch));

const performancePoint = named(
  'PerformancePoint',
  z.object({ match_id: text, kills: count, deaths: count, kd: ratio, played_at: unixTime }),
);
export const performance = named('Performance', z.array(performancePoint));

const recentMatch = named('RecentMatch', z.object({ match_id: text, map_name: text, kills: count, deaths: count, date: unixTime }));

/** Of the original, which never counted it either: no tracker tells of it. */
const notCounted = z.null().meta({ description: 'No tracker tells of it.' });
const stance = { standing_kills: count, crouching_kills: count, prone_kills: count };

const career = named(
  'PlayerCareer',
  z.object({
    guid: text,
    name: text,
    player_name: text,
    kills: count,
    deaths: count,
    kd_ratio: ratio,
    headshots: count,
    accuracy: percent,
    damage_dealt: amount,
    damage_taken: amount,
    suicides: count,
    team_kills: count,
    bash_kills: count,
    torso_kills: count,
    limb_kills: count,
    matches_played: count,
    matches_won: count,
    win_rate: percent,
    playtime_seconds: seconds,
    distance_traveled: amount.meta({ description: 'Metres.' }),
    jumps: count,
    ...stance,
    weapons: z.array(weapon),
    maps: z.array(map),
    performance: z.array(performancePoint),
    recent_matches: z.array(recentMatch),
    achievements: z.array(text),
  }),
);

export const player = named(
  'Player',
  z.object({
    player_id: text,
    player_name: text,
    total_kills: count.meta({ description: 'Of players, not of team mates or bots.' }),
    bot_kills: count,
    total_deaths: count,
    total_damage: amount,
    damage_taken: amount,
    total_headshots: count,
    suicides: count,
    team_kills: count,
    shots_fired: count,
    shots_hit: count,
    matches_played: count,
    matches_won: count,
    play_time_seconds: seconds,
    last_active: time,
    kd_ratio: ratio,
    accuracy: percent,
    headshot_percent: percent.meta({ description: 'Headshots of all kills.' }),
    win_rate: percent.meta({ description: 'Of the matches of which the end is known.' }),
    long_range_kills: count.meta({ description: 'From 50 m or further.' }),
    close_range_kills: count.meta({ description: 'From less than 5 m.' }),
    wallbang_kills: notCounted,
    collateral_kills: notCounted,
    kills_while_prone: count,
    kills_while_crouching: count,
    kills_while_standing: count,
    kills_while_moving: notCounted,
    kills_while_stationary: notCounted,
    total_distance_km: amount,
    sprint_distance_km: amount,
    jump_count: count,
    crouch_time_seconds: seconds,
    prone_time_seconds: seconds,
    player: career,
  }),
);

const rival = named('Rival', z.object({ player_id: text, player_name: text, kills: count, deaths: count }));

export const deepStats = named(
  'PlayerDeepStats',
  z.object({
    combat: z.object({
      kills: count,
      deaths: count,
      kd_ratio: ratio,
      headshots: count,
      headshot_percent: percent,
      torso_kills: count,
      limb_kills: count,
      melee_kills: count,
      suicides: count,
      team_kills: count,
      highest_streak: count,
      first_bloods: count,
      roadkills: count,
      bash_kills: count,
      grenade_kills: count,
      grenades_thrown: count,
      damage_dealt: amount,
      damage_taken: amount,
    }),
    weapons: z.array(weapon),
    movement: z.object({
      total_distance_km: amount,
      sprint_distance_km: amount,
      swim_distance_km: amount,
      drive_distance_km: amount,
      jump_count: count,
      ladder_count: count,
      crouch_time_sec: seconds,
      prone_time_sec: seconds,
    }),
    accuracy: z.object({
      overall: percent,
      head_hit_pct: percent,
      median_distance: amount.nullable().meta({ description: 'Of kills, metres; null when no place is known.' }),
      longest_kill: amount.nullable().meta({ description: 'Metres.' }),
    }),
    session: z.object({ playtime_hours: amount, matches_played: count, wins: count, losses: count, win_rate: percent }),
    rivals: z.object({
      nemesis_name: text.meta({ description: 'Who killed this player most often; empty when nobody did.' }),
      nemesis_kills: count,
      victim_name: text,
      victim_kills: count,
      rivals: z.array(rival).meta({ description: 'kills: how often this player killed them; deaths: the other way round.' }),
    }),
    stance: z.object({ ...stance, standing_pct: percent, crouch_pct: percent, prone_pct: percent }),
    streaks: z.object({
      best: count,
      over_5: count,
      over_10: count,
      over_15: count,
      over_20: count,
      over_25: count,
    }),
    multi_kills: z.object({ double: count, multi: count, ultra: count, monster: count, ludicrous: count }),
    hit_locations: z.record(z.string(), z.object({ hits: count, kills: count, taken: count, deaths: count })),
    distances: z.array(z.object({ from_m: amount, to_m: amount.nullable(), kills: count })),
  }),
);

export const bodyHeatmap = named('BodyHeatmap', z.record(z.string(), count), 'Hits by part of the body.');

const cell = named('HeatCell', z.object({ x: place, y: place, count }));
export const heatmap = named('Heatmap', z.object({ map_name: text, type: z.enum(['kills', 'deaths']), points: z.array(cell) }));
