/** One player's numbers in the words of the original and of its successor. */
import type { z } from 'zod';
import type { CareerTable } from '../../../../../shared/career.ts';
import { reachedBy } from './achievements.ts';
import type { bodyHeatmap, deepStats, performance, player, playerMaps, playerMatches, playerWeapons } from './answers/players.ts';
import { careerOf, filterOf, Numbers, numbersOf, rounded, spanIn, sumsOf, type Filters } from './career.ts';
import type { LibraryContext } from './context.ts';
import type { Found } from './people.ts';
import { Refusal } from './refusal.ts';

type Player = z.input<typeof player>;
type Matches = z.input<typeof playerMatches>;
type Weapons = z.input<typeof playerWeapons>;

interface Page {
  readonly limit: number;
  readonly offset?: number;
}

/** The latest matches that the player's own answer lists. */
const RECENT = 20;
/** Least metres of each band. */
const DISTANCES = [0, 5, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200];

export function playerOf(context: LibraryContext, person: Found, filters: Filters): Player {
  const of = numbersOf(context, person.player, filters);
  const matches = matchesOf(context, person, { ...filters, limit: RECENT });
  const { kills, deaths, kd, headshots, accuracy, suicides, jumps } = few(of, [
    'kills',
    'deaths',
    'kd',
    'headshots',
    'accuracy',
    'suicides',
    'jumps',
  ]);
  const kilometres = rounded(of.of('distance') / 1000);
  const stance = { standing_kills: of.of('standing_kills'), crouching_kills: of.of('crouching_kills'), prone_kills: of.of('prone_kills') };
  return {
    player_id: person.id,
    player_name: person.name,
    total_kills: kills,
    bot_kills: of.of('bot_kills'),
    total_deaths: deaths,
    total_damage: of.of('damage'),
    damage_taken: of.of('damage_taken'),
    total_headshots: headshots,
    suicides,
    team_kills: of.of('team_kills'),
    shots_fired: of.of('shots'),
    shots_hit: of.of('hits'),
    matches_played: of.of('matches'),
    matches_won: of.of('wins'),
    play_time_seconds: of.of('playtime'),
    last_active: lastSeen(context, person),
    kd_ratio: kd,
    accuracy,
    headshot_percent: of.of('headshot_share'),
    win_rate: of.of('win_share'),
    long_range_kills: of.of('long_kills'),
    close_range_kills: of.of('close_kills'),
    wallbang_kills: null,
    collateral_kills: null,
    kills_while_prone: stance.prone_kills,
    kills_while_crouching: stance.crouching_kills,
    kills_while_standing: stance.standing_kills,
    kills_while_moving: null,
    kills_while_stationary: null,
    total_distance_km: kilometres,
    sprint_distance_km: rounded(of.of('sprinted') / 1000),
    jump_count: jumps,
    crouch_time_seconds: of.of('crouch_time'),
    prone_time_seconds: of.of('prone_time'),
    player: {
      guid: person.id,
      name: person.name,
      player_name: person.name,
      kills,
      deaths,
      kd_ratio: kd,
      headshots,
      accuracy,
      damage_dealt: of.of('damage'),
      damage_taken: of.of('damage_taken'),
      suicides,
      team_kills: of.of('team_kills'),
      bash_kills: of.of('bash_kills'),
      torso_kills: of.of('torso_kills'),
      limb_kills: of.of('limb_kills'),
      matches_played: of.of('matches'),
      matches_won: of.of('wins'),
      win_rate: of.of('win_share'),
      playtime_seconds: of.of('playtime'),
      distance_traveled: of.of('distance'),
      jumps,
      ...stance,
      weapons: weaponsOf(context, person, filters),
      maps: mapsOf(context, person, filters),
      performance: matches.toReversed().map(pointOf),
      recent_matches: matches.map(({ match_id, map_name, kills, deaths, started_at }) => ({
        match_id,
        map_name,
        kills,
        deaths,
        date: unixOf(started_at),
      })),
      achievements: reachedBy(context, person)
        .filter(({ isReached }) => isReached)
        .map(({ model }) => model.id),
    },
  };
}

export function deepOf(context: LibraryContext, person: Found, filters: Filters): z.input<typeof deepStats> {
  const of = numbersOf(context, person.player, filters);
  const { kills, deaths, headshots, matches, wins, losses } = few(of, ['kills', 'deaths', 'headshots', 'matches', 'wins', 'losses']);
  const stances = { standing_kills: of.of('standing_kills'), crouching_kills: of.of('crouching_kills'), prone_kills: of.of('prone_kills') };
  const inStance = Object.values(stances).reduce((sum, count) => sum + count, 0);
  const share = (count: number): number => (inStance === 0 ? 0 : rounded((count / inStance) * 100));
  const rivals = rivalsOf(context, person, filters);
  const nemesis = rivals.toSorted((a, b) => b.deaths - a.deaths)[0];
  const victim = rivals.toSorted((a, b) => b.kills - a.kills)[0];
  const parts = partsOf(context, person, filters);
  const hits = parts.reduce((sum, [, { hits }]) => sum + hits, 0);
  const headHits = parts.reduce((sum, [part, { hits }]) => sum + (part === 'head' || part === 'helmet' ? hits : 0), 0);
  return {
    combat: {
      kills,
      deaths,
      kd_ratio: of.of('kd'),
      headshots,
      headshot_percent: of.of('headshot_share'),
      torso_kills: of.of('torso_kills'),
      limb_kills: of.of('limb_kills'),
      melee_kills: of.of('bash_kills'),
      suicides: of.of('suicides'),
      team_kills: of.of('team_kills'),
      highest_streak: of.of('best_streak'),
      first_bloods: of.of('first_kills'),
      roadkills: of.of('road_kills'),
      bash_kills: of.of('bash_kills'),
      grenade_kills: of.of('grenade_kills'),
      grenades_thrown: of.of('grenades'),
      damage_dealt: of.of('damage'),
      damage_taken: of.of('damage_taken'),
    },
    weapons: weaponsOf(context, person, filters),
    movement: {
      total_distance_km: rounded(of.of('distance') / 1000),
      sprint_distance_km: rounded(of.of('sprinted') / 1000),
      swim_distance_km: rounded(of.of('swum') / 1000),
      drive_distance_km: rounded(of.of('driven') / 1000),
      jump_count: of.of('jumps'),
      ladder_count: of.of('ladders'),
      crouch_time_sec: of.of('crouch_time'),
      prone_time_sec: of.of('prone_time'),
    },
    accuracy: {
      overall: of.of('accuracy'),
      head_hit_pct: hits === 0 ? 0 : rounded((headHits / hits) * 100),
      median_distance: kills === 0 ? null : of.of('median_distance'),
      longest_kill: kills === 0 ? null : of.of('longest_kill'),
    },
    session: { playtime_hours: rounded(of.of('playtime') / 3600), matches_played: matches, wins, losses, win_rate: of.of('win_share') },
    rivals: {
      nemesis_name: nemesis !== undefined && nemesis.deaths > 0 ? nemesis.player_name : '',
      nemesis_kills: nemesis?.deaths ?? 0,
      victim_name: victim !== undefined && victim.kills > 0 ? victim.player_name : '',
      victim_kills: victim?.kills ?? 0,
      rivals,
    },
    stance: {
      ...stances,
      standing_pct: share(stances.standing_kills),
      crouch_pct: share(stances.crouching_kills),
      prone_pct: share(stances.prone_kills),
    },
    streaks: {
      best: of.of('best_streak'),
      over_5: of.of('streaks_5'),
      over_10: of.of('streaks_10'),
      over_15: of.of('streaks_15'),
      over_20: of.of('streaks_20'),
      over_25: of.of('streaks_25'),
    },
    multi_kills: {
      double: of.of('double_kills'),
      multi: of.of('multi_kills'),
      ultra: of.of('ultra_kills'),
      monster: of.of('monster_kills'),
      ludicrous: of.of('ludicrous_kills'),
    },
    hit_locations: Object.fromEntries(parts),
    distances: distancesOf(context, person, filters),
  };
}

export function weaponsOf(context: LibraryContext, person: Found, filters: Filters): Weapons {
  const { columns, rows } = tableOf(context, person, filters, 'weapon');
  return rows.map(({ label, values }) => {
    const of = new Numbers(columns, values);
    return {
      weapon: label,
      name: label,
      kills: of.of('kills'),
      deaths: of.of('deaths'),
      damage: of.of('damage'),
      headshots: of.of('headshots'),
      shots_fired: of.of('shots'),
      shots_hit: of.of('hits'),
      accuracy: of.of('accuracy'),
    };
  });
}

export function mapsOf(context: LibraryContext, person: Found, filters: Filters): z.input<typeof playerMaps> {
  const { columns, rows } = tableOf(context, person, filters, 'map');
  const won = careerOf(context).query({
    filter: filterOf(context, filters),
    dimension: 'map',
    stat: 'wins',
    player: person.id,
    limit: 500,
  });
  const wins = new Map((won?.rows ?? []).map(({ label, value }) => [label, value ?? 0]));
  return rows.map(({ label, link, values }) => {
    const of = new Numbers(columns, values);
    return {
      map_name: link?.id ?? label,
      kills: of.of('kills'),
      deaths: of.of('deaths'),
      headshots: of.of('headshots'),
      kd_ratio: of.of('kd'),
      matches_played: of.of('matches'),
      matches_won: wins.get(label) ?? 0,
      playtime_seconds: of.of('playtime'),
    };
  });
}

export function matchesOf(context: LibraryContext, person: Found, { limit, offset = 0, ...filters }: Filters & Page): Matches {
  const found = careerOf(context).matches({ filter: filterOf(context, filters), player: person.id, offset, limit });
  if (found === null) throw new Refusal(404, 'Player not found.');
  const { columns, rows } = found;
  return rows.map(({ id, map, server, startedAt, durationMs, live, values }) => {
    const of = new Numbers(columns, values);
    return {
      match_id: id,
      map_name: map.id,
      server_id: server?.id ?? '',
      kills: of.of('kills'),
      deaths: of.of('deaths'),
      headshots: of.of('headshots'),
      started_at: startedAt,
      ended_at: live ? null : new Date(Date.parse(startedAt) + durationMs).toISOString(),
    };
  });
}

export function performanceOf(context: LibraryContext, person: Found, asked: Filters & Page): z.input<typeof performance> {
  return matchesOf(context, person, asked).toReversed().map(pointOf);
}

export function bodyOf(
  context: LibraryContext,
  person: Found,
  { side, ...filters }: Filters & { readonly side: 'given' | 'taken' },
): z.input<typeof bodyHeatmap> {
  const parts = partsOf(context, person, filters);
  const counts = parts.map(([part, { hits, taken }]) => [part, side === 'given' ? hits : taken] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

function lastSeen({ db }: LibraryContext, { player }: Found): string | null {
  const started = db
    .prepare<[number], number | null>('SELECT max(started) FROM career_rows JOIN career_people USING (person) WHERE player = ?')
    .pluck()
    .get(player);
  return started === null || started === undefined ? null : new Date(started).toISOString();
}

/** Kills by how far away the other was. */
function distancesOf(context: LibraryContext, { player }: Found, filters: Filters) {
  const filter = filterOf(context, filters);
  const sums = sumsOf(context);
  const keys = sums.keysOf('distance', sums.peopleOf(player), filter, spanIn(context, filter));
  return DISTANCES.map((from_m, index) => {
    const to_m = DISTANCES[index + 1] ?? null;
    const kills = keys.reduce((sum, [metres, count]) => sum + (metres >= from_m && metres < (to_m ?? Infinity) ? count : 0), 0);
    return { from_m, to_m, kills };
  });
}

function few<const N extends string>(of: Numbers, names: readonly N[]): Readonly<Record<N, number>> {
  return Object.fromEntries(names.map((name) => [name, of.of(name)])) as Record<N, number>;
}

function rivalsOf(context: LibraryContext, person: Found, filters: Filters) {
  const { columns, rows } = tableOf(context, person, filters, 'opponent');
  const all = rows.map(({ label, link, values }) => {
    const of = new Numbers(columns, values);
    return { player_id: link?.id ?? '', player_name: label, kills: of.of('kills_of'), deaths: of.of('deaths_by') };
  });
  return all.filter(({ kills, deaths }) => kills + deaths > 0);
}

function partsOf(context: LibraryContext, { player }: Found, filters: Filters) {
  const filter = filterOf(context, filters);
  const sums = sumsOf(context);
  const rows = sums.byKey(sums.detail('body'), sums.peopleOf(player), filter, spanIn(context, filter));
  return rows.map(
    ({ key, counts: [hits = 0, taken = 0, kills = 0, deaths = 0] }) => [String(key), { hits, taken, kills, deaths }] as const,
  );
}

function tableOf(context: LibraryContext, person: Found, filters: Filters, dimension: string): CareerTable {
  const table = careerOf(context).table({ filter: filterOf(context, filters), dimension, player: person.id });
  if (table === null) throw new Refusal(404, 'Player not found.');
  return table;
}

function pointOf({ match_id, kills, deaths, started_at }: Matches[number]) {
  return { match_id, kills, deaths, kd: rounded(deaths === 0 ? kills : kills / deaths), played_at: unixOf(started_at) };
}

function unixOf(iso: string | null): number | null {
  return iso === null ? null : Math.floor(Date.parse(iso) / 1000);
}
