/** Reads sums of counters: of people, of everybody, by day, by whatever is counted finer. */
import type { CareerFilter, CareerStat } from '../../../shared/career.ts';
import { RefusedInput } from '../game-adapter.ts';
import type { Db } from '../library/schema.ts';
import { column, countersOf, detailOf, expressionOf, valueOf, type Sums } from './formula.ts';
import { Greatest } from './greatest.ts';
import { BOTS, EVERYBODY, type CareerModel, type DetailModel, type StatModel } from './model.ts';
import { prepared } from './prepared.ts';
import { KEYS, marks, Sources, type By, type Sql, type Value, type Wanted } from './sources.ts';
import type { Span } from './span.ts';

const MOST_OPPONENTS = 300;

export interface KeySums {
  readonly key: Value;
  readonly counts: readonly number[];
}

/** Rows (player, v); `isGrouped`: it is work to get them, so they are better kept than asked for twice. */
export interface Ranking extends Sql {
  readonly isGrouped: boolean;
}

/** Players by a number, the greatest first, equal ones in order of players; and how many have one. */
export interface Best {
  readonly total: number;
  readonly rows: readonly (readonly [player: number, value: number])[];
}

/** What sums are read of: everything, or what was done with one weapon. */
interface Shape {
  readonly counters: readonly string[];
  /** Rows (person, columns). */
  readonly source: (people: readonly number[] | null, columns: readonly string[]) => Sql;
}

export class SumReads {
  readonly db: Db;
  readonly model: CareerModel;
  readonly sources: Sources;

  constructor(db: Db, model: CareerModel) {
    this.db = db;
    this.model = model;
    this.sources = new Sources(db, model.game);
  }

  /** Of the filter's kind; refused when there is none of the id. */
  stat(id: string): StatModel {
    const stat = this.model.stats.find((one) => one.id === id);
    if (stat === undefined) throw new RefusedInput(`There is no statistic ${id} in this game.`);
    return stat;
  }

  stats(ids: readonly string[]): readonly StatModel[] {
    return ids.map((id) => this.stat(id));
  }

  detail(id: string): DetailModel {
    const detail = this.model.details.find((one) => one.id === id);
    if (detail === undefined) throw new RefusedInput(`Nothing is counted by ${id} in this game.`);
    return detail;
  }

  /** Values of some statistics for each player, in order; null where unknown. */
  valuesOf(
    players: readonly number[],
    stats: readonly StatModel[],
    filter: CareerFilter,
    span: Span | null,
  ): readonly (readonly (number | null)[])[] {
    if (stats.length === 0) return players.map(() => []);
    const sums = this.ofPlayers(players, stats, filter, span);
    return players.map((player) => this.values(stats, sums.get(player) ?? { counts: [] }, filter));
  }

  values(stats: readonly StatModel[], sums: Sums, filter: CareerFilter): readonly (number | null)[] {
    const { counters } = this.#shape(filter, null);
    return stats.map((stat) => {
      const shaped = shapedFor(stat, filter);
      return shaped === null ? null : valueOf(shaped, sums, counters, filter.bots === true);
    });
  }

  ofPlayers(players: readonly number[], stats: readonly StatModel[], filter: CareerFilter, span: Span | null): ReadonlyMap<number, Sums> {
    const owners = this.#peopleOf(players);
    const people = [...owners.keys()];
    const { counters, source } = this.#shape(filter, span);
    const columns = columnsOf(stats, filter, counters);
    const found = new Map<number, { counts: number[]; details: Map<string, [number, number][]> }>();
    const of = (person: number): { counts: number[]; details: Map<string, [number, number][]> } => {
      const player = owners.get(person) ?? person;
      let sums = found.get(player);
      if (sums === undefined) found.set(player, (sums = { counts: [], details: new Map() }));
      return sums;
    };
    if (people.length === 0) return found;
    const rows = source(people, columns);
    const indexes = columns.map((name) => Number(name.slice(1)));
    for (const row of this.#raw(`SELECT person, ${summed(columns)} FROM (${rows.sql}) GROUP BY person`, rows.values)) {
      const { counts } = of(row[0] as number);
      for (const [i, index] of indexes.entries()) counts[index] = (counts[index] ?? 0) + (row[i + 1] as number);
    }
    for (const kind of detailsOf(stats, filter)) {
      const { sql, values } = this.sources.details({ filter, span, people }, kind, null, ['n0']);
      for (const row of this.#raw(`SELECT person, key, sum(n0) FROM (${sql}) GROUP BY person, key`, values)) {
        const { details } = of(row[0] as number);
        const keys = details.get(kind) ?? [];
        keys.push([row[1] as number, row[2] as number]);
        details.set(kind, keys);
      }
    }
    for (const { details } of found.values()) for (const [kind, keys] of details) details.set(kind, inOrder(keys));
    return found;
  }

  /** All people together; the first counter is that of matches. */
  ofEverybody(stats: readonly StatModel[], filter: CareerFilter, span: Span | null): Sums {
    const people = filter.bots === true ? [EVERYBODY, BOTS] : [EVERYBODY];
    const { counters, source } = this.#shape(filter, span);
    const columns = columnsOf(stats, filter, counters);
    const counts: number[] = [];
    const { sql, values } = source(people, columns);
    const [row = []] = this.#raw(`SELECT ${summed(columns)} FROM (${sql})`, values);
    for (const [i, name] of columns.entries()) counts[Number(name.slice(1))] = (row[i] as number | null) ?? 0;
    if (filter.weapon === undefined) counts[0] = this.sessions(filter, span);
    const details = new Map<string, readonly (readonly [number, number])[]>();
    for (const kind of detailsOf(stats, filter)) details.set(kind, this.keysOf(kind, people, filter, span));
    return { counts, details };
  }

  sessions(filter: CareerFilter, span: Span | null): number {
    const { sql, values } = this.sources.condition({ filter, span });
    return this.#one(`SELECT count(*) FROM career_sessions AS s WHERE ${sql}`, values);
  }

  /** [key, count] of a detail whose keys are numbers, in order. */
  keysOf(kind: string, people: readonly number[], filter: CareerFilter, span: Span | null): readonly (readonly [number, number])[] {
    const { sql, values } = this.sources.details({ filter, span, people }, kind, null, ['n0']);
    return this.#raw(`SELECT key, sum(n0) FROM (${sql}) GROUP BY key ORDER BY key`, values) as unknown as [number, number][];
  }

  /** Sums of a detail by its key. */
  byKey(detail: DetailModel, people: readonly number[], filter: CareerFilter, span: Span | null): readonly KeySums[] {
    const columns = detail.counters.map((_, index) => `n${index}`);
    const { sql, values } = this.sources.details({ filter, span, people }, detail.id, null, columns);
    return this.#raw(`SELECT key, ${summed(columns)} FROM (${sql}) GROUP BY key`, values).map(keySums);
  }

  /** The same against other players, aliases of theirs taken together; those with whom there was most. `only`: these alone. */
  byPlayer(
    detail: DetailModel,
    people: readonly number[],
    filter: CareerFilter,
    span: Span | null,
    only: readonly number[] | null,
  ): readonly KeySums[] {
    const columns = detail.counters.map((_, index) => `n${index}`);
    const { sql, values } = this.sources.details({ filter, span, people }, detail.id, null, columns);
    const player = this.#hasMerged()
      ? 'coalesce((SELECT player FROM career_people AS p WHERE p.person = key AND p.merged_into IS NOT NULL), key)'
      : 'key';
    const having = only === null ? '' : `HAVING other IN (${marks(only)})`;
    const most = columns.slice(0, 2).map((name) => `sum(${name})`);
    return this.#raw(
      `SELECT ${player} AS other, ${summed(columns)} FROM (${sql}) GROUP BY other ${having} ORDER BY ${most.join(' + ')} DESC LIMIT ${MOST_OPPONENTS}`,
      [...values, ...(only ?? [])],
    ).map(keySums);
  }

  /** Sums by something that sessions have: their map, server, day or month. */
  bySession(
    by: By,
    stats: readonly StatModel[],
    wanted: Wanted,
  ): readonly { readonly key: Value; readonly sums: Sums; readonly sessions: number }[] {
    const columns = columnsOf(stats, { ...wanted.filter, weapon: undefined }, this.model.counters);
    const { sql, values } = this.sources.bySession(by, wanted, columns);
    const rows = this.#raw(`SELECT key, ${summed(columns)} FROM (${sql}) GROUP BY key`, values);
    const sessions = new Map(this.#sessionsBy(by, wanted));
    return rows.map(([key, ...own]) => {
      const counts: number[] = [];
      for (const [i, name] of columns.entries()) counts[Number(name.slice(1))] = own[i] as number;
      return { key: key as Value, sums: { counts }, sessions: sessions.get(key as Value) ?? 0 };
    });
  }

  /** Of some sessions, the sums of some people; by the session's key. */
  inSessions(sessions: readonly number[], people: readonly number[], stats: readonly StatModel[]): ReadonlyMap<number, Sums> {
    if (sessions.length === 0) return new Map();
    const columns = columnsOf(stats, { game: this.model.game, bots: true }, this.model.counters);
    const rows = this.#raw(
      `SELECT session, ${summed(columns)} FROM career_rows WHERE session IN (${marks(sessions)}) AND person IN (${marks(people)}) GROUP BY session`,
      [...sessions, ...people],
    );
    return new Map(
      rows.map(([session, ...own]) => {
        const counts: number[] = [];
        for (const [i, name] of columns.entries()) counts[Number(name.slice(1))] = own[i] as number;
        return [session as number, { counts }];
      }),
    );
  }

  /** First and last day of the sessions of some people, null when there is none. */
  daysOf({ filter, span, people }: Wanted): Span | null {
    const isOfSome = people?.some((person) => person !== EVERYBODY && person !== BOTS) === true;
    const { sql, values } = isOfSome ? this.sources.sessions({ filter, span, people }) : this.sources.condition({ filter, span });
    const from = isOfSome ? sql : `FROM career_sessions AS s WHERE ${sql}`;
    const [[first, last] = []] = this.#raw(`SELECT min(s.day), max(s.day) ${from}`, values);
    return typeof first === 'number' && typeof last === 'number' ? { from: first, to: last } : null;
  }

  #sessionsBy(by: By, { filter, span }: Wanted): (readonly [Value, number])[] {
    const { sql, values } = this.sources.condition({ filter, span });
    return this.#raw(`SELECT ${KEYS[by]}, count(*) FROM career_sessions AS s WHERE ${sql} GROUP BY 1`, values) as unknown as [
      Value,
      number,
    ][];
  }

  /** Rows (player, v) of all who have a value. Refused for what nobody is ranked by. */
  ranking(stat: StatModel, filter: CareerFilter, span: Span | null): Ranking {
    const shaped = shapedFor(stat, filter);
    if (shaped === null || stat.unranked === true) throw new RefusedInput(`Nobody is ranked by ${stat.label} here.`);
    const kind = detailOf(shaped.from);
    if (kind !== null) {
      const greatest = this.#hasMerged() ? null : this.sources.greatest({ filter, span, people: null }, kind);
      if (greatest !== null) return { ...greatest, isGrouped: true };
      const { sql, values } = this.sources.details({ filter, span, people: null }, kind, null, ['n0']);
      return { sql: `SELECT ${this.#player()} AS player, max(key) AS v FROM (${sql}) AS x GROUP BY 1`, values, isGrouped: true };
    }
    const { counters, source } = this.#shape(filter, span);
    const columns = ownColumnsOf([stat], filter, counters);
    const { sql, values } = source(null, columns);
    const expression = expressionOf(shaped.from, counters, filter.bots === true);
    // Sums of 0 are nothing to be ranked by.
    const known = 'sum' in shaped.from ? 'v > 0' : 'v IS NOT NULL';
    return {
      sql: `SELECT player, v FROM (SELECT player, ${expression} AS v FROM (${this.#byPlayer(sql, columns)})) WHERE ${known}`,
      values,
      // Rows of a weapon are each looked up.
      isGrouped: filter.weapon !== undefined || !this.#isByPlayer(sql),
    };
  }

  /** Of each statistic the best, and of how many, read together: [player, value], the greatest first. All of counters; as `ranking` has them. */
  best(stats: readonly StatModel[], filter: CareerFilter, span: Span | null, limit: number): readonly Best[] {
    const { counters, source } = this.#shape(filter, span);
    const shaped = stats.map((stat) => shapedFor(stat, filter));
    const columns = ownColumnsOf(stats, filter, counters);
    if (columns.length === 0) return stats.map(() => ({ total: 0, rows: [] }));
    const { sql, values } = source(null, columns);
    const expressions = shaped.map((stat) => (stat === null ? 'NULL' : expressionOf(stat.from, counters, filter.bots === true)));
    const rows = this.#raw(
      `SELECT player, ${expressions.join(', ')} FROM (${this.#byPlayer(sql, columns)})`,
      values,
    ) as unknown as number[][];
    return shaped.map((stat, index) => {
      const isSum = stat !== null && 'sum' in stat.from;
      const best = new Greatest(limit);
      for (const row of rows) {
        const value = row[index + 1] as number | null | undefined;
        if (typeof value === 'number' && (!isSum || value > 0)) best.take(row[0] as number, value);
      }
      return { total: best.total, rows: best.rows };
    });
  }

  /** Rows (player, columns), one of each, from rows (person, columns). */
  #byPlayer(sql: string, columns: readonly string[]): string {
    return this.#isByPlayer(sql)
      ? `SELECT person AS player, ${columns.join(', ')} FROM (${sql})`
      : `SELECT ${this.#player()} AS player, ${columns.map((name) => `sum(x.${name}) AS ${name}`).join(', ')} FROM (${sql}) AS x GROUP BY 1`;
  }

  /** Whether they are one row of each already. */
  #isByPlayer(sql: string): boolean {
    return !sql.includes('UNION ALL') && /career_(detail_)?totals/.test(sql) && !sql.includes('IN (?, ?') && !this.#hasMerged();
  }

  /** All people that a player is. */
  peopleOf(player: number): readonly number[] {
    return [...this.#peopleOf([player]).keys()];
  }

  /** By person, the player. */
  #peopleOf(players: readonly number[]): ReadonlyMap<number, number> {
    if (players.length === 0) return new Map();
    const rows = this.#raw(`SELECT person, player FROM career_people WHERE player IN (${marks(players)})`, players);
    return new Map(rows.map(([person, player]) => [person as number, player as number]));
  }

  /** In SQL, who stands for x.person. */
  #player(): string {
    return this.#hasMerged()
      ? '(coalesce((SELECT player FROM career_people AS p WHERE p.person = x.person AND p.merged_into IS NOT NULL), x.person))'
      : 'x.person';
  }

  #hasMerged(): boolean {
    return this.#one('SELECT EXISTS (SELECT 1 FROM career_people WHERE merged_into IS NOT NULL)', []) === 1;
  }

  #shape(filter: CareerFilter, span: Span | null): Shape {
    const { weapon } = filter;
    if (weapon === undefined)
      return { counters: this.model.counters, source: (people, columns) => this.sources.rows({ filter, span, people }, columns) };
    const { counters } = this.detail('weapon');
    return {
      counters,
      source: (people, columns) => {
        const { sql, values } = this.sources.details({ filter, span, people }, 'weapon', weapon, columns);
        return { sql: `SELECT person, ${columns.join(', ')} FROM (${sql})`, values };
      },
    };
  }

  #raw(sql: string, values: readonly Value[]): (string | number | null)[][] {
    return prepared(this.db, sql).all(...values) as (string | number | null)[][];
  }

  #one(sql: string, values: readonly Value[]): number {
    const [[value = 0] = []] = this.#raw(sql, values);
    return value as number;
  }
}

/** A statistic as it is within the filter; null when it is not known there. */
function shapedFor(stat: StatModel, { weapon }: CareerFilter): StatModel | null {
  if (weapon === undefined) return stat;
  return stat.ofWeapon === undefined ? null : { ...stat, from: stat.ofWeapon };
}

/** What a page is told of a statistic. */
export function told({ id, label, short, unit, format, higherIsBetter, about, group }: StatModel): CareerStat {
  return { id, label, short, unit, format, ...(higherIsBetter === undefined ? {} : { higherIsBetter }), about, group };
}

function keySums([key, ...counts]: (string | number | null)[]): KeySums {
  return { key: key as Value, counts: counts as number[] };
}

/** The first counter is always among them: what it counts may be asked for beside, and SQL knows no rows without columns. */
function columnsOf(stats: readonly StatModel[], filter: CareerFilter, counters: readonly string[]): readonly string[] {
  return [...new Set(['n0', ...ownColumnsOf(stats, filter, counters)])];
}

/** Those alone that the statistics are computed of: what is grouped is sorted with all its columns. */
function ownColumnsOf(stats: readonly StatModel[], filter: CareerFilter, counters: readonly string[]): readonly string[] {
  const names = stats.flatMap((stat) => {
    const shaped = shapedFor(stat, filter);
    return shaped === null ? [] : countersOf(shaped.from, filter.bots === true);
  });
  return [...new Set(names.map((name) => column(counters, name)))];
}

function detailsOf(stats: readonly StatModel[], filter: CareerFilter): ReadonlySet<string> {
  const kinds = stats.map((stat) => {
    const shaped = shapedFor(stat, filter);
    return shaped === null ? null : detailOf(shaped.from);
  });
  return new Set(kinds.filter((kind) => kind !== null));
}

function summed(columns: readonly string[]): string {
  return columns.map((name) => `sum(${name})`).join(', ');
}

/** Of people who are one: each key once. */
function inOrder(keys: readonly [number, number][]): [number, number][] {
  const sums = new Map<number, number>();
  for (const [key, count] of keys) sums.set(key, (sums.get(key) ?? 0) + count);
  return [...sums].toSorted((a, b) => a[0] - b[0]);
}
