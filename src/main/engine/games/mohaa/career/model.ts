/** The career statistics of the game: what is computed of the counters, how it is called, and what can be achieved. */
import { mohaaProfile } from '../../../../../shared/games/mohaa.ts';
import type { StatisticFormat } from '../../../../../shared/statistics.ts';
import type { AchievementModel, CareerModel, Formula, StatModel, Sum } from '../../../career/model.ts';
import {
  BODY_COUNTERS,
  CLOSE,
  COUNTERS,
  DAMAGE_UNITS,
  LONG,
  OPPONENT_COUNTERS,
  STREAKS,
  WAY_UNITS,
  WEAPON_COUNTERS,
  type Counter,
} from './counters.ts';

interface Words {
  readonly label: string;
  readonly short?: string;
  readonly unit?: string;
  readonly format?: StatisticFormat;
  readonly better?: boolean | null;
  readonly about: string;
}

function stat(
  group: string,
  id: string,
  { label, short = label, unit = '', format = 'whole', better = true, about }: Words,
  from: Formula,
  ofWeapon?: Formula,
): StatModel {
  return {
    id,
    label,
    short,
    unit,
    format,
    ...(better === null ? {} : { higherIsBetter: better }),
    about,
    group,
    from,
    ...(ofWeapon === undefined ? {} : { ofWeapon }),
  };
}

function sum(...of: Counter[]): Formula {
  return { sum: { of } };
}

/** A number of one detail alone. */
function part(group: string, id: string, words: Words, of: string, bots?: string, scale?: number): StatModel {
  return stat(group, id, words, {
    sum: { of: [of], ...(bots === undefined ? {} : { bots: [bots] }) },
    ...(scale === undefined ? {} : { scale }),
  });
}

const KILLS: Sum = { of: ['kills'], bots: ['botKills'] };
const DEATHS: Sum = { of: ['deaths'], bots: ['botDeaths'] };
const HEADSHOTS: Sum = { of: ['headshots'], bots: ['botHeadshots'] };
const HOUR = 3_600_000;

const FIGHT: readonly StatModel[] = [
  stat(
    'Fight',
    'kills',
    { label: 'Kills', short: 'K', about: 'Enemies killed; team mates and oneself do not count.' },
    { sum: KILLS },
    { sum: KILLS },
  ),
  stat(
    'Fight',
    'deaths',
    { label: 'Deaths', short: 'D', better: false, about: 'Every death: by enemies, team mates, falls and by an own hand.' },
    { sum: DEATHS },
    { sum: { of: ['deaths'] } },
  ),
  stat(
    'Fight',
    'kd',
    { label: 'K/D', format: 'decimal', about: 'Kills by deaths; who never died has as many as kills.' },
    { ratio: KILLS, by: DEATHS, byAtLeastOne: true },
    { ratio: KILLS, by: { of: ['deaths'] }, byAtLeastOne: true },
  ),
  stat(
    'Fight',
    'headshots',
    { label: 'Headshots', short: 'HS', about: 'Kills by a hit of head or helmet.' },
    { sum: HEADSHOTS },
    { sum: { of: ['headshots'] } },
  ),
  stat(
    'Fight',
    'headshot_share',
    { label: 'Headshot share', short: 'HS %', format: 'share', about: 'Headshots by kills.' },
    { ratio: HEADSHOTS, by: KILLS },
    { ratio: { of: ['headshots'] }, by: KILLS },
  ),
  stat(
    'Fight',
    'kills_per_hour',
    { label: 'Kills per hour', short: 'K/h', unit: '/h', format: 'decimal', about: 'Kills by the time played.' },
    { ratio: KILLS, by: { of: ['playtime'] }, scale: HOUR },
  ),
  stat(
    'Fight',
    'kills_per_match',
    { label: 'Kills per match', short: 'K/match', format: 'decimal', about: 'Kills by matches played.' },
    { ratio: KILLS, by: { of: ['matches'] } },
  ),
  stat(
    'Fight',
    'damage',
    { label: 'Damage dealt', short: 'Damage', about: 'Points of health taken from enemies.' },
    { sum: { of: ['damageDealt'] }, scale: 1 / DAMAGE_UNITS },
    { sum: { of: ['damage'] }, scale: 1 / DAMAGE_UNITS },
  ),
  stat(
    'Fight',
    'damage_taken',
    { label: 'Damage taken', short: 'Taken', better: false, about: 'Points of health lost, whoever took them.' },
    { sum: { of: ['damageTaken'] }, scale: 1 / DAMAGE_UNITS },
  ),
  stat('Fight', 'suicides', { label: 'Suicides', better: false, about: 'Deaths by an own hand.' }, sum('suicides')),
  stat('Fight', 'team_kills', { label: 'Team kills', short: 'TK', better: false, about: 'Team mates killed.' }, sum('teamKills')),
  stat('Fight', 'team_deaths', { label: 'Killed by team mates', better: null, about: 'Deaths by team mates.' }, sum('teamDeaths')),
  stat(
    'Fight',
    'team_damage',
    { label: 'Team damage', better: false, about: 'Points of health taken from team mates.' },
    { sum: { of: ['teamDamage'] }, scale: 1 / DAMAGE_UNITS },
  ),
  stat('Fight', 'accidents', { label: 'Accidents', better: false, about: 'Deaths that nobody did: falls, fire, water.' }, sum('accidents')),
  stat(
    'Fight',
    'bot_kills',
    { label: 'Bots killed', better: null, about: 'Kills of bots, which are not among the kills unless bots are asked for.' },
    sum('botKills'),
    {
      sum: { of: ['botKills'] },
    },
  ),
  stat('Fight', 'first_kills', { label: 'First kills', about: 'First kill of a match.' }, sum('firstKills')),
];

const AIM: readonly StatModel[] = [
  stat(
    'Aim',
    'accuracy',
    { label: 'Accuracy', short: 'Acc', format: 'share', about: 'Hits by shots.' },
    { ratio: { of: ['hits'] }, by: { of: ['shots'] } },
    {
      ratio: { of: ['hits'] },
      by: { of: ['shots'] },
    },
  ),
  stat('Aim', 'shots', { label: 'Shots', better: null, about: 'Shots fired.' }, sum('shots'), { sum: { of: ['shots'] } }),
  stat('Aim', 'hits', { label: 'Hits', about: 'Shots that hit somebody.' }, sum('hits'), { sum: { of: ['hits'] } }),
  stat('Aim', 'torso_kills', { label: 'Torso kills', better: null, about: 'Kills by a hit of neck, torso or pelvis.' }, sum('torsoKills')),
  stat('Aim', 'limb_kills', { label: 'Limb kills', better: null, about: 'Kills by a hit of an arm or a leg.' }, sum('limbKills')),
  stat('Aim', 'long_kills', { label: 'Long-range kills', short: 'Long', about: `Kills from ${LONG} m or further.` }, sum('longKills')),
  stat(
    'Aim',
    'close_kills',
    { label: 'Close-range kills', short: 'Close', better: null, about: `Kills from less than ${CLOSE} m.` },
    sum('closeKills'),
  ),
  stat(
    'Aim',
    'longest_kill',
    { label: 'Longest kill', short: 'Longest', unit: 'm', about: 'Between killer and victim.' },
    { greatest: 'distance' },
  ),
  {
    ...stat(
      'Aim',
      'median_distance',
      {
        label: 'Median kill distance',
        short: 'Median',
        unit: 'm',
        format: 'decimal',
        better: null,
        about: 'Half of the kills were nearer.',
      },
      {
        median: 'distance',
      },
    ),
    unranked: true,
  },
  stat('Aim', 'reloads', { label: 'Reloads', better: null, about: 'Weapons reloaded.' }, sum('reloads')),
  stat('Aim', 'no_ammo', { label: 'Out of ammunition', better: null, about: 'Tried to shoot with nothing left.' }, sum('noAmmo')),
];

const WAYS: readonly StatModel[] = [
  stat('Ways to kill', 'grenade_kills', { label: 'Grenade kills', about: 'Kills by a grenade or an explosion.' }, sum('grenadeKills')),
  stat('Ways to kill', 'grenades', { label: 'Grenades thrown', better: null, about: 'Grenades thrown.' }, sum('grenades')),
  stat('Ways to kill', 'bash_kills', { label: 'Bash kills', about: 'Kills by a blow.' }, sum('bashKills')),
  stat('Ways to kill', 'road_kills', { label: 'Road kills', about: 'Kills by a vehicle.' }, sum('roadKills')),
  stat('Ways to kill', 'standing_kills', { label: 'Kills standing', better: null, about: 'Kills while standing.' }, sum('standingKills')),
  stat(
    'Ways to kill',
    'crouching_kills',
    { label: 'Kills crouching', better: null, about: 'Kills while crouching.' },
    sum('crouchingKills'),
  ),
  stat('Ways to kill', 'prone_kills', { label: 'Kills prone', better: null, about: 'Kills while prone.' }, sum('proneKills')),
  stat(
    'Ways to kill',
    'telefrags',
    { label: 'Telefrags', better: null, about: 'Kills by appearing where somebody stood.' },
    sum('telefrags'),
  ),
  stat('Ways to kill', 'crushed', { label: 'Crushed', better: false, about: 'Deaths by being crushed.' }, sum('crushed')),
];

const RUNS: readonly StatModel[] = [
  stat(
    'Streaks',
    'best_streak',
    { label: 'Best streak', about: 'Most kills in one match without dying in between.' },
    { greatest: 'streak' },
  ),
  ...STREAKS.map((length) =>
    stat(
      'Streaks',
      `streaks_${length}`,
      { label: `Streaks of ${length}`, about: `Runs of ${length} or more kills without dying.` },
      sum(`streaks${length}`),
    ),
  ),
  ...(
    [
      ['double', 'Double kills', '2'],
      ['multi', 'Multi-kills', '3'],
      ['ultra', 'Ultra kills', '4'],
      ['monster', 'Monster kills', '5'],
      ['ludicrous', 'Ludicrous kills', '6 or more'],
    ] as const
  ).map(([id, label, count]) =>
    stat('Streaks', `${id}_kills`, { label, about: `${count} kills, each within 4 s of the one before.` }, sum(`${id}Kills`)),
  ),
];

const PLAY: readonly StatModel[] = [
  stat('Play', 'matches', { label: 'Matches', about: 'Matches taken part in.' }, sum('matches')),
  stat('Play', 'wins', { label: 'Wins', about: "Matches that the own team won, by the server's word." }, sum('wins')),
  stat('Play', 'losses', { label: 'Losses', better: false, about: 'Matches that the other team won.' }, sum('losses')),
  stat(
    'Play',
    'win_share',
    { label: 'Win share', short: 'Win %', format: 'share', about: 'Wins by matches that were decided.' },
    {
      ratio: { of: ['wins'] },
      by: { of: ['wins', 'losses', 'draws'] },
    },
  ),
  stat(
    'Play',
    'games',
    { label: 'Decided matches', short: 'Games', better: null, about: 'Matches that were won, lost or drawn.' },
    sum('wins', 'losses', 'draws'),
  ),
  stat('Play', 'team_wins', { label: 'Team wins', about: 'Wins of a team.' }, sum('teamWins')),
  stat('Play', 'ffa_wins', { label: 'Free-for-all wins', about: 'Wins where everybody plays alone.' }, sum('ffaWins')),
  stat('Play', 'draws', { label: 'Draws', better: null, about: 'Matches that nobody won.' }, sum('draws')),
  stat('Play', 'rounds', { label: 'Rounds', about: 'Rounds that ended while on the server.' }, sum('rounds')),
  stat(
    'Play',
    'playtime',
    { label: 'Time played', short: 'Time', unit: '', format: 'duration', about: 'From first to last sign of life of each visit.' },
    sum('playtime'),
  ),
  stat('Play', 'objectives', { label: 'Objectives', about: 'Objectives captured or changed.' }, sum('objectives')),
  stat('Play', 'messages', { label: 'Messages', better: null, about: 'Lines in the chat.' }, sum('messages')),
  stat('Play', 'pickups', { label: 'Pick-ups', better: null, about: 'Things taken.' }, sum('pickups')),
  stat('Play', 'health_picked', { label: 'Health taken', better: null, about: 'Medical things taken.' }, sum('healthPicked')),
  stat('Play', 'ammo_picked', { label: 'Ammunition taken', better: null, about: 'Ammunition taken.' }, sum('ammoPicked')),
  stat('Play', 'armor_picked', { label: 'Armour taken', better: null, about: 'Armour taken.' }, sum('armorPicked')),
];

const MOVEMENT: readonly StatModel[] = [
  stat(
    'Movement',
    'distance',
    { label: 'Way', unit: 'm', about: 'Everything walked, sprinted, swum and driven.' },
    { sum: { of: ['walked', 'sprinted', 'swum', 'driven'] }, scale: 1 / WAY_UNITS },
  ),
  ...(['walked', 'sprinted', 'swum', 'driven'] as const).map((way) =>
    stat(
      'Movement',
      way,
      { label: way.charAt(0).toUpperCase() + way.slice(1), unit: 'm', better: null, about: `Metres ${way}.` },
      { sum: { of: [way] }, scale: 1 / WAY_UNITS },
    ),
  ),
  stat('Movement', 'jumps', { label: 'Jumps', better: null, about: 'Jumps.' }, sum('jumps')),
  stat(
    'Movement',
    'crouch_time',
    { label: 'Time crouched', unit: '', format: 'duration', better: null, about: 'As far as the server tells when it begins and ends.' },
    sum('crouchTime'),
  ),
  stat(
    'Movement',
    'prone_time',
    { label: 'Time prone', format: 'duration', better: null, about: 'As far as the server tells when it begins and ends.' },
    sum('proneTime'),
  ),
  stat('Movement', 'ladders', { label: 'Ladders', better: null, about: 'Ladders taken.' }, sum('ladders')),
  stat('Movement', 'weapon_changes', { label: 'Weapon changes', better: null, about: 'Weapons changed.' }, sum('weaponChanges')),
];

const DISTANCE_EDGES = [0, 5, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200, 1000];

function set(
  name: string,
  stat: string,
  about: (target: string) => string,
  steps: readonly (readonly [id: string, label: string, target: number])[],
): AchievementModel[] {
  const tiers = ['bronze', 'silver', 'gold', 'platinum', 'diamond', 'diamond'] as const;
  return steps.map(([id, label, target], index) => ({
    id,
    label,
    about: about(target.toLocaleString('en')),
    set: name,
    tier: tiers[index] ?? 'diamond',
    stat,
    target,
  }));
}

const ACHIEVEMENTS: readonly AchievementModel[] = [
  ...set('Beginnings', 'matches', () => 'Play a match.', [['boot_camp', 'Boot camp', 1]]),
  ...set('Beginnings', 'kills', () => 'Kill an enemy.', [['first_blood', 'First blood', 1]]),
  ...set('Killer', 'kills', (target) => `Kill ${target} enemies.`, [
    ['centurion', 'Centurion', 100],
    ['killer_silver', 'Killer, silver', 500],
    ['killer_gold', 'Killer, gold', 1000],
    ['killer_platinum', 'Killer, platinum', 5000],
    ['killer_diamond', 'Killer, diamond', 10_000],
  ]),
  ...set('Headhunter', 'headshots', (target) => `Kill ${target} enemies by a hit of the head.`, [
    ['headhunter_bronze', 'Headhunter, bronze', 50],
    ['headhunter', 'Headhunter', 100],
    ['headhunter_gold', 'Headhunter, gold', 500],
    ['headhunter_platinum', 'Headhunter, platinum', 1000],
  ]),
  ...set('Streaks', 'best_streak', (target) => `Kill ${target} enemies without dying.`, [
    ['killing_spree', 'Killing spree', 5],
    ['rampage', 'Rampage', 10],
    ['dominating', 'Dominating', 15],
    ['unstoppable', 'Unstoppable', 20],
    ['godlike', 'Godlike', 25],
    ['wicked_sick', 'Wicked sick', 30],
  ]),
  ...set('Traveller', 'distance', (target) => `Go ${target} m.`, [
    ['marathon', 'Marathon', 10_000],
    ['traveller_silver', 'Traveller, silver', 42_195],
    ['traveller_gold', 'Traveller, gold', 100_000],
  ]),
];

export const mohaaCareerModel: CareerModel = {
  game: 'mohaa',
  counters: COUNTERS,
  details: [
    {
      id: 'weapon',
      keys: 'text',
      counters: WEAPON_COUNTERS,
      label: 'Weapon',
      plural: 'Weapons',
      about: 'Kills, shots and hits by weapon. Hits count for the weapon that was fired last.',
      shownAs: 'table',
      bar: 'share',
      stats: [...FIGHT, ...AIM].flatMap((stat) => (stat.ofWeapon === undefined ? [] : [{ ...stat, from: stat.ofWeapon }])),
    },
    {
      id: 'body',
      keys: 'text',
      counters: BODY_COUNTERS,
      label: 'Hit location',
      plural: 'Hit locations',
      about: 'Where own shots hit others, and where others hit.',
      shownAs: 'body',
      stats: [
        part('Body', 'hits_given', { label: 'Hits given', short: 'Given', better: null, about: 'Own hits there.' }, 'hits'),
        part('Body', 'hits_taken', { label: 'Hits taken', short: 'Taken', better: null, about: 'Hits of others there.' }, 'hitsTaken'),
        part('Body', 'kills_there', { label: 'Kills', better: null, about: 'Kills by a hit there.' }, 'kills'),
        part('Body', 'deaths_there', { label: 'Deaths', better: null, about: 'Deaths by a hit there.' }, 'deaths'),
      ],
    },
    {
      id: 'opponent',
      keys: 'person',
      counters: OPPONENT_COUNTERS,
      label: 'Opponent',
      plural: 'Opponents',
      about: 'Whom one killed most, and who killed one most.',
      shownAs: 'table',
      bar: 'balance',
      notes: ['victim', 'nemesis'],
      stats: [
        part('Rivals', 'kills_of', { label: 'Killed', better: null, about: 'How often one killed this opponent.' }, 'kills'),
        part('Rivals', 'deaths_by', { label: 'Killed by', better: null, about: 'How often this opponent killed one.' }, 'deaths'),
        part(
          'Rivals',
          'damage_to',
          { label: 'Damage', better: null, about: 'Points of health taken from this opponent.' },
          'damage',
          undefined,
          1 / DAMAGE_UNITS,
        ),
      ],
    },
    {
      id: 'distance',
      keys: 'number',
      counters: ['kills'],
      label: 'Distance',
      plural: 'Kill distances',
      about: 'Between killer and victim, where the server says both places.',
      shownAs: 'histogram',
      stats: [],
      unit: 'm',
      edges: DISTANCE_EDGES,
    },
    {
      id: 'streak',
      keys: 'number',
      counters: ['streaks'],
      label: 'Streak',
      plural: 'Streaks',
      about: 'Kills between two deaths.',
      shownAs: 'none',
      stats: [],
    },
    {
      id: 'population',
      keys: 'number',
      counters: ['players', 'bots'],
      label: 'Time',
      plural: 'People',
      about: 'Time spent, by ten minutes.',
      shownAs: 'none',
      stats: [],
    },
  ],
  stats: [...FIGHT, ...AIM, ...RUNS, ...WAYS, ...PLAY, ...MOVEMENT],
  firstStat: 'kills',
  columns: ['deaths', 'kd', 'headshots', 'accuracy', 'damage', 'matches', 'win_share', 'playtime'],
  figures: ['kills', 'deaths', 'kd', 'headshot_share', 'accuracy', 'damage', 'matches', 'win_share', 'playtime', 'best_streak', 'distance'],
  trend: ['kd', 'accuracy', 'headshot_share', 'kills', 'deaths', 'playtime'],
  matchColumns: ['kills', 'deaths', 'kd', 'headshots', 'accuracy', 'damage'],
  scoreboard: ['kills', 'deaths', 'kd', 'headshots', 'accuracy', 'damage', 'suicides', 'team_kills', 'playtime'],
  tableColumns: ['kills', 'deaths', 'kd', 'headshots', 'accuracy', 'playtime', 'matches'],
  overview: ['kills', 'deaths', 'headshots', 'shots', 'accuracy', 'damage', 'playtime', 'distance'],
  tops: ['kills', 'kd', 'playtime'],
  heat: [
    { id: 'kills', label: 'Where victims died', unit: 'kills' },
    { id: 'killers', label: 'Where killers stood', unit: 'kills' },
    { id: 'deaths', label: 'Where they died', unit: 'deaths' },
    { id: 'shots', label: 'Shots', unit: 'shots' },
    { id: 'grenades', label: 'Grenades', unit: 'grenades' },
    { id: 'movement', label: 'Ways', unit: 'places' },
  ],
  achievements: ACHIEVEMENTS,
  versus: { detail: 'opponent', stat: 'kills_of' },
  population: { detail: 'population', stepMs: 600_000 },
  mapNames: mohaaProfile.worldNames,
  teams: mohaaProfile.teams.filter(({ id }) => id !== 'spectator').map(({ id, label }) => ({ id, label })),
  hasBots: true,
  known: {
    smf: 'Forum member {value}',
    guid: 'Id {value}',
    name: 'By name',
    guest: 'Guest in one match',
    bot: 'Bot',
  },
  claim: { message: 'In the game, type: !claim {code}', prefix: 'MOH' },
};
