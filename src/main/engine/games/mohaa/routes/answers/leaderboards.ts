/** Leaderboards: everything that is counted of a player, and who has most of it. */
import { z } from 'zod';
import { amount, count, named, percent, ratio, seconds, text } from './schema.ts';

/** What is counted of a player within some period, on a map, with a weapon, on a server. */
const counters = {
  kills: count.meta({ description: 'Of players, not of team mates.' }),
  bot_kills: count,
  total_kills: count.meta({ description: 'Of players and bots.' }),
  deaths: count,
  kd_ratio: ratio.meta({ description: 'kills / deaths, and kills when there are no deaths.' }),
  headshots: count,
  shots_fired: count,
  shots_hit: count,
  accuracy: percent,
  damage: amount,
  damage_taken: amount,
  suicides: count,
  teamkills: count,
  roadkills: count,
  telefrags: count,
  crushed: count,
  bash_kills: count,
  grenade_kills: count,
  grenades_thrown: count,
  reloads: count,
  weapon_swaps: count,
  no_ammo: count,
  distance_km: amount,
  sprinted: amount.meta({ description: 'km' }),
  swam: amount.meta({ description: 'km' }),
  driven: amount.meta({ description: 'km' }),
  jumps: count,
  crouch_time: seconds,
  prone_time: seconds,
  ladders: count,
  health_picked: count,
  ammo_picked: count,
  armor_picked: count,
  items_picked: count,
  wins: count,
  team_wins: count,
  ffa_wins: count,
  losses: count,
  objectives: count,
  rounds: count,
  games: count.meta({ description: 'Matches of which the end is known.' }),
  matches: count,
  playtime_seconds: seconds,
} as const;
type Counter = keyof typeof counters;
const ofPlayer = Object.fromEntries(Object.entries(counters).map(([name, schema]) => [name, schema.nullable()])) as {
  readonly [N in Counter]: z.ZodNullable<(typeof counters)[N]>;
};

const standing = { rank: count, player_id: text, player_name: text, value: z.number() };

export const standingEntry = named('Standing', z.object(standing));
export const standings = named('Standings', z.array(standingEntry));
const leaderboardEntry = named(
  'LeaderboardEntry',
  z.object({ ...standing, ...ofPlayer }),
  'null: no weapon has it, and one was asked for.',
);

export const leaderboard = named(
  'Leaderboard',
  z.object({
    players: z.array(leaderboardEntry),
    total: count.meta({ description: 'Players on all pages.' }),
    page: count,
    stat: text,
  }),
);
export const weaponLeaderboard = named('WeaponLeaderboard', z.object({ weapon: text, leaderboard: z.array(standingEntry), total: count }));
export const mapLeaderboard = named('MapLeaderboard', z.object({ map: text, leaderboard: z.array(standingEntry), total: count }));

export type Counters = Readonly<Record<Counter, number | null>>;
