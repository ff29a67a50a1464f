/** Lists of matches, and the page of one. */
import type { CareerFilter, CareerMatch, CareerMatches, CareerMatchRow } from '../../../shared/career.ts';
import { valueOf } from './formula.ts';
import { BOTS, EVERYBODY } from './model.ts';
import type { PeopleReads } from './people-reads.ts';
import { marks } from './sources.ts';
import type { Span } from './span.ts';
import { told, type SumReads } from './sums.ts';
import type { Tables } from './table-reads.ts';

interface Listed {
  readonly session: number;
  readonly id: string;
  readonly title: string;
  readonly map: string;
  readonly server: string;
  readonly started: number;
  readonly durationMs: number;
  readonly status: string;
  readonly players: number;
  readonly result: string | null;
}

interface AskedMatches {
  readonly filter: CareerFilter;
  readonly span: Span | null;
  readonly player: number | null;
  readonly offset: number;
  readonly limit: number;
}

const LISTED = `s.session, sessions.id, coalesce(own_title, title) AS title, s.map, s.server, s.started, duration_ms AS durationMs, status, result,
  (SELECT count(*) FROM career_rows AS r WHERE r.session = s.session AND r.person > 0) AS players`;

/** The newest first. */
export function matchRows(sums: SumReads, tables: Tables, { filter, span, player, offset, limit }: AskedMatches): CareerMatches {
  const stats = sums.stats(sums.model.matchColumns);
  const condition = sums.sources.condition({ filter, span });
  const people = player === null ? null : sums.peopleOf(player);
  const from =
    people === null
      ? 'career_sessions AS s'
      : `(SELECT DISTINCT session FROM career_rows WHERE person IN (${marks(people)})) AS own CROSS JOIN career_sessions AS s ON s.session = own.session`;
  const values = [...(people ?? []), ...condition.values];
  const total =
    sums.db
      .prepare<(string | number)[], number>(`SELECT count(*) FROM ${from} WHERE ${condition.sql}`)
      .pluck()
      .get(...values) ?? 0;
  const page = sums.db
    .prepare<(string | number)[], Listed>(
      `SELECT ${LISTED} FROM (SELECT s.session, s.day, s.map, s.server, s.started FROM ${from} WHERE ${condition.sql} ORDER BY s.day DESC, s.started DESC, s.session DESC LIMIT ? OFFSET ?) AS s
       JOIN sessions ON sessions.key = s.session ORDER BY s.started DESC, s.session DESC`,
    )
    .all(...values, limit, offset);
  return { total, columns: stats.map(told), rows: listed(sums, tables, page, filter, people) };
}

/** Null when there is no such session, or it is not counted. */
export function matchPage(sums: SumReads, people: PeopleReads, tables: Tables, id: string): CareerMatch | null {
  const row = sums.db
    .prepare<[string], Listed>(
      `SELECT ${LISTED} FROM career_sessions AS s JOIN sessions ON sessions.key = s.session WHERE sessions.id = ? AND counted = 1`,
    )
    .get(id);
  if (row === undefined) return null;
  const { model } = sums;
  const stats = sums.stats(model.scoreboard);
  const all: CareerFilter = { game: model.game, bots: true };
  const rows = sums.db
    .prepare<[number], Record<string, number | string> & { person: number; entity: number; team: string; player: number }>(
      `SELECT r.*, p.player FROM career_rows AS r JOIN career_people AS p ON p.person = r.person WHERE session = ?`,
    )
    .all(row.session);
  const scored = rows
    .map((one) => ({ ...one, values: sums.values(stats, { counts: countsOf(one, model.counters.length) }, all) }))
    .toSorted((a, b) => (b.values[0] ?? 0) - (a.values[0] ?? 0) || (a.values[1] ?? 0) - (b.values[1] ?? 0) || a.entity - b.entity);
  const refs = people.refs(scored.map(({ player }) => player));
  const versus = model.versus === undefined ? null : sums.detail(model.versus.detail);
  const stat = versus?.stats.find((one) => one.id === model.versus?.stat) ?? stats[0];
  const counts = scored.map(() => scored.map(() => 0));
  if (versus !== null && stat !== undefined) {
    const places = new Map(scored.map(({ person }, index) => [person, index]));
    for (const { person, key, ...own } of details(sums, row.session, versus.id)) {
      const line = counts[places.get(person) ?? -1];
      const place = places.get(key as number);
      if (line !== undefined && place !== undefined)
        line[place] = valueOf(stat, { counts: countsOf(own, versus.counters.length) }, versus.counters, true) ?? 0;
    }
  }
  const finer = model.details.filter(({ keys, stats: own }) => keys === 'text' && own.length > 0);
  return {
    row: listed(sums, tables, [row], all, null)[0] as CareerMatchRow,
    columns: stats.map(told),
    scoreboard: scored.map(({ player, entity, team, values }) => ({
      player: refs.get(player) ?? { id: '', name: '?', bot: false },
      entity,
      team: team === '' ? null : team,
      values,
    })),
    versus: { stat: told(stat as (typeof stats)[number]), counts: counts.flat() },
    tables: finer.map((detail) => {
      const sumsOf = new Map<string | number, number[]>();
      for (const { person, key, ...own } of details(sums, row.session, detail.id)) {
        if (person !== EVERYBODY && person !== BOTS) continue;
        const sum = sumsOf.get(key) ?? [];
        for (const [index, count] of countsOf(own, detail.counters.length).entries()) sum[index] = (sum[index] ?? 0) + count;
        sumsOf.set(key, sum);
      }
      return tables.table(
        detail,
        Array.from(sumsOf, ([key, own]) => ({ key, counts: own })),
        true,
      );
    }),
  };
}

function listed(
  sums: SumReads,
  tables: Tables,
  rows: readonly Listed[],
  filter: CareerFilter,
  people: readonly number[] | null,
): readonly CareerMatchRow[] {
  const stats = sums.stats(sums.model.matchColumns);
  const who = people ?? (filter.bots === true ? [EVERYBODY, BOTS] : [EVERYBODY]);
  const own = sums.inSessions(
    rows.map(({ session }) => session),
    who,
    stats,
  );
  return rows.map(({ session, id, title, map, server, started, durationMs, status, players, result }) => ({
    id,
    title,
    map: { id: map, label: tables.mapName(map), sessions: 0 },
    server: server === '' ? null : { id: server, label: server, sessions: 0 },
    startedAt: new Date(started).toISOString(),
    durationMs,
    live: status === 'live',
    players,
    result,
    values: sums.values(stats, own.get(session) ?? { counts: [] }, { ...filter, weapon: undefined }),
  }));
}

function details(sums: SumReads, session: number, kind: string) {
  return sums.db
    .prepare<[number, string], Record<string, number | string> & { person: number; key: number | string }>(
      'SELECT * FROM career_details WHERE session = ? AND kind = ?',
    )
    .all(session, kind);
}

function countsOf(row: Readonly<Record<string, number | string>>, length: number): number[] {
  return Array.from({ length }, (_, index) => row[`n${index}`] as number);
}
