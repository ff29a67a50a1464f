/** What is counted of a player in a match. Each is a column of the library by its place in the list: only ever added to at the end. */
export const COUNTERS = [
  'matches',
  'kills',
  'botKills',
  'deaths',
  'botDeaths',
  'headshots',
  'botHeadshots',
  'shots',
  'hits',
  'damageDealt',
  'damageTaken',
  'suicides',
  'teamKills',
  'teamDeaths',
  'accidents',
  'wins',
  'losses',
  'draws',
  'playtime',
  'rounds',
  'standingKills',
  'crouchingKills',
  'proneKills',
  'walked',
  'sprinted',
  'swum',
  'driven',
  'jumps',
  'crouchTime',
  'grenades',
  'grenadeKills',
  'bashKills',
  'roadKills',
  'streaks5',
  'streaks10',
  'streaks15',
  'streaks20',
  'streaks25',
  'doubleKills',
  'multiKills',
  'ultraKills',
  'monsterKills',
  'ludicrousKills',
  'reloads',
  'pickups',
  'objectives',
  'messages',
  'longKills',
  'closeKills',
  'torsoKills',
  'limbKills',
  'firstKills',
  'ladders',
  'weaponChanges',
  'teamDamage',
  'telefrags',
  'crushed',
  'noAmmo',
  'healthPicked',
  'ammoPicked',
  'armorPicked',
  'ffaWins',
  'teamWins',
  'proneTime',
] as const;
export type Counter = (typeof COUNTERS)[number];

export const WEAPON_COUNTERS = ['kills', 'botKills', 'deaths', 'headshots', 'shots', 'hits', 'damage', 'grenades'] as const;
export const BODY_COUNTERS = ['hits', 'hitsTaken', 'kills', 'deaths'] as const;
export const OPPONENT_COUNTERS = ['kills', 'deaths', 'damage'] as const;

/** Damage may have fractions: so many units of a counter are one point. */
export const DAMAGE_UNITS = 100;
/** Ways are counted in centimetres. */
export const WAY_UNITS = 100;
/** Kills from so far, or nearer than so near, metres. */
export const LONG = 50;
export const CLOSE = 5;
/** Least lengths of streaks that have a name. */
export const STREAKS = [5, 10, 15, 20, 25] as const;
/** No longer between two kills of a multi-kill, ms. */
export const MULTI_GAP = 4000;
/** Steps of the population of a server, ms of Unix time. */
export const POPULATION_MS = 600_000;
