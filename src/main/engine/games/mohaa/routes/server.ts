/** Servers, maps, and everything together: over all time. */
import type { z } from 'zod';
import { BOTS, EVERYBODY } from '../../../career/model.ts';
import { COUNTERS, POPULATION_MS, type Counter } from '../career/counters.ts';
import type { globalStats, maps, server, servers } from './answers/matches.ts';
import { filterOf, rounded, sumsOf } from './career.ts';
import type { LibraryContext } from './context.ts';
import { topsOf } from './leaderboard.ts';
import { Refusal } from './refusal.ts';

type Server = z.input<typeof server>;
type MapStats = z.input<typeof maps>[number];

const TOP = 10;
const DAY_MS = 86_400_000;
/** Of people over time. */
const ACTIVITY_MS = 7 * DAY_MS;

export function serverOf(context: LibraryContext, name: string): Server {
  const { db, now } = context;
  const known = db
    .prepare<[string], { matches: number; last: number }>(
      "SELECT count(*) AS matches, max(started) AS last FROM career_sessions WHERE game = 'mohaa' AND counted = 1 AND server = ?",
    )
    .get(name);
  if (known === undefined || known.matches === 0) throw new Refusal(404, 'Server not found.');
  const top = topsOf(context, ['kills', 'kd_ratio', 'playtime'], TOP, { server: name });
  const activity = db
    .prepare<[string, number], { step: number; spent: number }>(
      `SELECT key AS step, sum(n0) AS spent FROM career_details JOIN career_sessions USING (session)
       WHERE game = 'mohaa' AND counted = 1 AND server = ? AND started >= ? AND kind = 'population' AND person = 0 GROUP BY key ORDER BY key`,
    )
    .all(name, now - ACTIVITY_MS);
  return {
    server_id: name,
    server_name: name,
    total_matches: known.matches,
    ...totalsOf(context, 'server', name),
    unique_players: playersOf(context, 'server', name),
    last_activity: new Date(known.last).toISOString(),
    top_killers: top('kills'),
    top_kdr: top('kd_ratio'),
    top_playtime: top('playtime'),
    map_stats: mapsOf(context, name).map(({ map_name, total_matches, total_kills, avg_duration_seconds }) => ({
      map_name,
      times_played: total_matches,
      total_kills,
      avg_duration_seconds,
    })),
    activity_graph: activity.map(({ step, spent }) => ({
      timestamp: new Date(step * POPULATION_MS).toISOString(),
      players: rounded(spent / POPULATION_MS),
    })),
  };
}

export function serversOf({ db }: LibraryContext): z.input<typeof servers> {
  return db
    .prepare<[], { id: string; matches: number; last: number; live: number }>(
      `SELECT server AS id, count(*) AS matches, max(started) AS last, max(status = 'live') AS live FROM career_sessions JOIN sessions ON sessions.key = session
       WHERE career_sessions.game = 'mohaa' AND counted = 1 AND server <> '' GROUP BY server ORDER BY last DESC`,
    )
    .all()
    .map(({ id, matches, last, live }) => ({
      id,
      name: id,
      total_matches: matches,
      last_activity: new Date(last).toISOString(),
      is_live: live === 1,
    }));
}

export function globalOf(context: LibraryContext): z.input<typeof globalStats> {
  const { db, now } = context;
  const all = db
    .prepare<[], { matches: number; servers: number }>(
      "SELECT count(*) AS matches, count(DISTINCT nullif(server, '')) AS servers FROM career_sessions WHERE game = 'mohaa' AND counted = 1",
    )
    .get();
  const active = db
    .prepare<[number], number>(
      `SELECT count(DISTINCT player) FROM career_sessions JOIN career_rows USING (session) JOIN career_people USING (person)
       WHERE career_sessions.game = 'mohaa' AND counted = 1 AND career_sessions.started >= ? AND bot = 0`,
    )
    .pluck()
    .get(now - DAY_MS);
  return {
    total_kills: totalsOf(context, '', '').total_kills,
    total_matches: all?.matches ?? 0,
    total_players: playersOf(context, '', ''),
    active_players_24h: active ?? 0,
    server_count: all?.servers ?? 0,
  };
}

/** Of one server, or of all. */
export function mapsOf(context: LibraryContext, server: string | null): readonly MapStats[] {
  const played = context.db
    .prepare<[string | null], { map: string; matches: number; ms: number }>(
      `SELECT map, count(*) AS matches, avg(duration_ms) AS ms FROM career_sessions JOIN sessions ON sessions.key = session
       WHERE career_sessions.game = 'mohaa' AND counted = 1 AND server = coalesce(?, server) GROUP BY map ORDER BY matches DESC, map`,
    )
    .all(server);
  const everybody = {
    filter: filterOf(context, server === null ? { bots: true } : { server, bots: true }),
    span: null,
    people: [EVERYBODY, BOTS],
  };
  const sumReads = sumsOf(context);
  const sums = new Map(
    sumReads.bySession('map', sumReads.stats(['kills', 'deaths']), everybody).map(({ key, sums: own }) => [key, own.counts]),
  );
  const of = (map: string, ...counters: Counter[]): number =>
    counters.reduce((sum, counter) => sum + (sums.get(map)?.[COUNTERS.indexOf(counter)] ?? 0), 0);
  return played.map(({ map, matches, ms }) => ({
    map_name: map,
    total_matches: matches,
    total_kills: of(map, 'kills', 'botKills'),
    total_deaths: of(map, 'deaths', 'botDeaths'),
    avg_duration_seconds: rounded(ms / 1000),
  }));
}

function totalsOf({ db }: LibraryContext, scope: '' | 'server', value: string) {
  const { kills, deaths, playtime } = db
    .prepare<[string, string], Readonly<Record<'kills' | 'deaths' | 'playtime', number | null>>>(
      `SELECT sum(${sum('kills', 'botKills')}) AS kills, sum(${sum('deaths', 'botDeaths')}) AS deaths, sum(iif(person = ${EVERYBODY}, ${sum('playtime')}, 0)) AS playtime
       FROM career_totals WHERE game = 'mohaa' AND scope = ? AND value = ? AND period = 0 AND person IN (${EVERYBODY}, ${BOTS})`,
    )
    .get(scope, value) ?? { kills: 0, deaths: 0, playtime: 0 };
  return { total_kills: kills ?? 0, total_deaths: deaths ?? 0, total_playtime_seconds: (playtime ?? 0) / 1000 };
}

/** Bots are none. */
function playersOf({ db }: LibraryContext, scope: '' | 'server', value: string): number {
  return (
    db
      .prepare<[string, string], number>(
        `SELECT count(DISTINCT player) FROM career_totals JOIN career_people USING (person)
         WHERE career_totals.game = 'mohaa' AND career_totals.scope = ? AND career_totals.value = ? AND period = 0 AND bot = 0`,
      )
      .pluck()
      .get(scope, value) ?? 0
  );
}

/** Columns of career_rows and career_totals. */
function sum(...counters: Counter[]): string {
  return counters.map((counter) => `n${COUNTERS.indexOf(counter)}`).join(' + ');
}
