/** What leaderboards can be sorted by, as the original calls it, and what it is in the career statistics. */
import { mohaaCareerModel } from '../career/model.ts';
import type { Counters } from './answers/leaderboards.ts';
import { rounded, type Numbers } from './career.ts';

/** By the `stat` of an address: CareerStat.id. */
export const STATS = {
  kills: 'kills',
  deaths: 'deaths',
  kd_ratio: 'kd',
  kd: 'kd',
  headshots: 'headshots',
  accuracy: 'accuracy',
  shots_fired: 'shots',
  shots_hit: 'hits',
  damage: 'damage',
  damage_taken: 'damage_taken',
  bot_kills: 'bot_kills',
  bash_kills: 'bash_kills',
  grenade_kills: 'grenade_kills',
  grenades_thrown: 'grenades',
  roadkills: 'road_kills',
  telefrags: 'telefrags',
  crushed: 'crushed',
  teamkills: 'team_kills',
  suicides: 'suicides',
  reloads: 'reloads',
  weapon_swaps: 'weapon_changes',
  no_ammo: 'no_ammo',
  looter: 'pickups',
  items_picked: 'pickups',
  health_picked: 'health_picked',
  ammo_picked: 'ammo_picked',
  armor_picked: 'armor_picked',
  distance: 'distance',
  distance_km: 'distance',
  sprinted: 'sprinted',
  swam: 'swum',
  driven: 'driven',
  jumps: 'jumps',
  crouch_time: 'crouch_time',
  prone_time: 'prone_time',
  ladders: 'ladders',
  wins: 'wins',
  team_wins: 'team_wins',
  ffa_wins: 'ffa_wins',
  losses: 'losses',
  objectives: 'objectives',
  rounds: 'rounds',
  playtime: 'playtime',
  games: 'games',
  matches: 'matches',
} as const satisfies Readonly<Record<string, string>>;
export type StatName = keyof typeof STATS;
export const STAT_NAMES = Object.keys(STATS) as [StatName, ...StatName[]];

/** In metres in the career statistics, in kilometres in the API. */
const IN_KM: ReadonlySet<string> = new Set(['distance', 'sprinted', 'swum', 'driven']);

const MODELS = new Map(mohaaCareerModel.stats.map((stat) => [stat.id, stat]));

/** Of everything that a leaderboard says of a player. */
export const ALL_STATS: readonly string[] = [...new Set(Object.values(STATS))].filter((stat) => MODELS.has(stat));

/** The most is not the best. */
export function isBetterLow(stat: string): boolean {
  return MODELS.get(stat)?.higherIsBetter === false;
}

/** In the unit of the API. */
export function valueOf(name: StatName, numbers: Numbers): number {
  return inUnit(STATS[name], numbers.of(STATS[name]));
}

function knownOf(name: StatName, numbers: Numbers): number | null {
  const value = numbers.known(STATS[name]);
  return value === null ? null : inUnit(STATS[name], value);
}

function inUnit(stat: string, value: number): number {
  return IN_KM.has(stat) ? rounded(value / 1000) : value;
}

/** Counters that have the name of what leaderboards can be sorted by. */
const SAME_NAMES = [
  'kills',
  'bot_kills',
  'deaths',
  'kd_ratio',
  'headshots',
  'shots_fired',
  'shots_hit',
  'accuracy',
  'damage',
  'damage_taken',
  'suicides',
  'teamkills',
  'roadkills',
  'telefrags',
  'crushed',
  'bash_kills',
  'grenade_kills',
  'grenades_thrown',
  'reloads',
  'weapon_swaps',
  'no_ammo',
  'distance_km',
  'sprinted',
  'swam',
  'driven',
  'jumps',
  'crouch_time',
  'prone_time',
  'ladders',
  'health_picked',
  'ammo_picked',
  'armor_picked',
  'items_picked',
  'wins',
  'team_wins',
  'ffa_wins',
  'losses',
  'objectives',
  'rounds',
  'games',
  'matches',
] as const satisfies readonly (StatName & keyof Counters)[];

export function countersOf(numbers: Numbers): Counters {
  const same = Object.fromEntries(SAME_NAMES.map((name) => [name, knownOf(name, numbers)])) as Pick<Counters, (typeof SAME_NAMES)[number]>;
  return {
    ...same,
    total_kills: valueOf('kills', numbers) + valueOf('bot_kills', numbers),
    playtime_seconds: knownOf('playtime', numbers),
  };
}
