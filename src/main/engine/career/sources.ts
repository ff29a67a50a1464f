/**
 * Where sums come from: kept totals as far as they go, single sessions for the rest. Totals are kept of all sessions, of each map and of each server, of all time and by
 * month; of details, of all sessions alone. What a filter asks beyond that is added up from the rows of the sessions.
 */
import type { CareerFilter } from '../../../shared/career.ts';
import type { Db } from '../library/schema.ts';
import { partsOf, type Span } from './span.ts';

/** People, whose sessions are looked up one by one. */
const FEW = 8;

/** The detail with indexes by its keys: SQLite does not see by itself that they are shorter ways. */
const INDEXED = 'weapon';

export type Value = string | number;

/** SQL and what is bound to it, in order. */
export interface Sql {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** What is asked for: sessions, and people (null: all that are not sums of others). */
export interface Wanted {
  readonly filter: CareerFilter;
  readonly span: Span | null;
  readonly people: readonly number[] | null;
}

export class Sources {
  readonly #game: string;
  readonly #months: { readonly first: number; readonly last: number };

  constructor(db: Db, game: string) {
    this.#game = game;
    const { first, last } = db
      .prepare<[string], { first: number | null; last: number | null }>(
        'SELECT min(day) AS first, max(day) AS last FROM career_sessions WHERE game = ? AND counted = 1',
      )
      .get(game) ?? { first: null, last: null };
    this.#months = { first: Math.floor((first ?? 0) / 100), last: Math.floor((last ?? 0) / 100) };
  }

  /** Rows (person, and the columns) that add up to what is wanted. */
  rows({ filter, span, people }: Wanted, columns: readonly string[]): Sql {
    const scope = this.#scope(filter);
    if (scope === null) return this.#sessionRows(filter, span === null ? [] : [span], people, columns);
    const { months, days } = this.#parts(span);
    const parts: Sql[] = [];
    if (months.length > 0) {
      const who = whose('person', people, filter);
      parts.push({
        sql: `SELECT person, ${columns.join(', ')} FROM career_totals WHERE game = ? AND scope = ? AND value = ? AND period IN (${marks(months)}) AND ${who.sql}`,
        values: [this.#game, ...scope, ...months, ...who.values],
      });
    }
    if (days.length > 0) parts.push(this.#sessionRows(filter, days, people, columns));
    return together(parts);
  }

  /** Rows (person, key, and the columns) of a detail, which is named in the SQL itself: some indexes are of one alone. `key`: of this one alone. */
  details({ filter, span, people }: Wanted, kind: string, key: Value | null, columns: readonly string[]): Sql {
    const isOfAll = filter.map === undefined && filter.server === undefined;
    const { months, days } = isOfAll ? this.#parts(span) : { months: [], days: span === null ? [] : [span] };
    const parts: Sql[] = [];
    if (months.length > 0) {
      const who = whose('person', people, filter);
      const index = kind === INDEXED && key !== null && isMany(people) ? 'INDEXED BY career_detail_totals_by_weapon ' : '';
      parts.push({
        sql: `SELECT person, key, ${columns.join(', ')} FROM career_detail_totals ${index}WHERE game = ? AND kind = '${kind}' AND period IN (${marks(months)}) AND ${who.sql}${key === null ? '' : ' AND key = ?'}`,
        values: [this.#game, ...months, ...who.values, ...(key === null ? [] : [key])],
      });
    }
    const isOfSessions = !isOfAll || days.length > 0;
    if (isOfSessions && key !== null && isMany(people)) {
      const sessions = this.#condition(filter, days);
      const who = whose('d.person', people, filter, '+');
      const index = kind === INDEXED ? 'INDEXED BY career_details_by_weapon ' : '';
      parts.push({
        sql: `SELECT d.person, d.key, ${columns.map((name) => `d.${name}`).join(', ')} FROM career_sessions AS s CROSS JOIN career_details AS d ${index}ON d.session = s.session AND d.key = ? WHERE ${sessions.sql} AND ${who.sql} AND d.kind = '${kind}'`,
        values: [key, ...sessions.values, ...who.values],
      });
    } else if (isOfSessions) {
      const from = this.#sessions(filter, days, people);
      const own = columns.map((name) => `d.${name}`).join(', ');
      parts.push({
        sql: `SELECT d.person, d.key, ${own} ${from.sql.replace('WHERE', 'CROSS JOIN career_details AS d ON d.session = r.session AND d.person = r.person WHERE')} AND d.kind = '${kind}'${key === null ? '' : ' AND d.key = ?'}`,
        values: [...from.values, ...(key === null ? [] : [key])],
      });
    }
    return together(parts);
  }

  /** Rows (player, v) of the greatest key of a detail by person, where it can be looked up at once; else null. Of all who are not sums of others. */
  greatest({ filter, span }: Wanted, kind: string): Sql | null {
    if (span !== null || filter.map !== undefined || filter.server !== undefined) return null;
    const who = whose('t.person', null, filter);
    const greatest =
      'SELECT key FROM career_detail_totals AS d WHERE d.game = t.game AND d.kind = ? AND d.period = 0 AND d.person = t.person ORDER BY key DESC LIMIT 1';
    return {
      sql: `SELECT player, v FROM (SELECT t.person AS player, (${greatest}) AS v FROM career_totals AS t WHERE t.game = ? AND t.scope = '' AND t.value = '' AND t.period = 0 AND ${who.sql}) WHERE v IS NOT NULL`,
      values: [kind, this.#game, ...who.values],
    };
  }

  /** Rows (key, and the columns) by map, server or day. */
  bySession(by: 'map' | 'server' | 'day', { filter, span, people }: Wanted, columns: readonly string[]): Sql {
    const own = columns.map((name) => `r.${name}`).join(', ');
    const ofSessions = (days: readonly Span[]): Sql => {
      const from = this.#sessions(filter, days, people);
      return { sql: `SELECT s.${by} AS key, ${own} ${from.sql}`, values: from.values };
    };
    if (by === 'day' || filter.map !== undefined || filter.server !== undefined) return ofSessions(span === null ? [] : [span]);
    const { months, days } = this.#parts(span);
    if (months.length === 0) return ofSessions(days);
    const who = whose('t.person', people, filter);
    const totals: Sql = {
      // One search for each map or server there is, rather than one through everybody on all of them.
      sql: `SELECT t.value AS key, ${columns.map((name) => `t.${name}`).join(', ')} FROM (SELECT DISTINCT ${by} AS own FROM career_sessions WHERE game = ? AND counted = 1) CROSS JOIN career_totals AS t
        ON t.game = ? AND t.scope = '${by}' AND t.value = own WHERE t.period IN (${marks(months)}) AND ${who.sql}`,
      values: [this.#game, this.#game, ...months, ...who.values],
    };
    return together(days.length === 0 ? [totals] : [totals, ofSessions(days)]);
  }

  /** Rows of single sessions, whatever the filter: `s` are career_sessions, `r` career_rows. Ends within its WHERE. */
  sessions({ filter, span, people }: Wanted): Sql {
    return this.#sessions(filter, span === null ? [] : [span], people);
  }

  /** Conditions on career_sessions AS s; begins with its game. */
  condition({ filter, span }: Pick<Wanted, 'filter' | 'span'>): Sql {
    return this.#condition(filter, span === null ? [] : [span]);
  }

  #sessionRows(filter: CareerFilter, days: readonly Span[], people: readonly number[] | null, columns: readonly string[]): Sql {
    const from = this.#sessions(filter, days, people);
    return { sql: `SELECT r.person, ${columns.map((name) => `r.${name}`).join(', ')} ${from.sql}`, values: from.values };
  }

  /** From few people to their sessions, or from sessions to all in them. */
  #sessions(filter: CareerFilter, days: readonly Span[], people: readonly number[] | null): Sql {
    const sessions = this.#condition(filter, days);
    const isOfMany = isMany(people);
    const who = whose('r.person', people, filter, people !== null && isOfMany ? '+' : '');
    const from = isOfMany
      ? 'FROM career_sessions AS s CROSS JOIN career_rows AS r ON r.session = s.session'
      : 'FROM career_rows AS r CROSS JOIN career_sessions AS s ON s.session = r.session';
    return { sql: `${from} WHERE ${sessions.sql} AND ${who.sql}`, values: [...sessions.values, ...who.values] };
  }

  #condition({ map, server }: CareerFilter, days: readonly Span[]): Sql {
    const parts = ['s.game = ? AND s.counted = 1'];
    const values: Value[] = [this.#game];
    if (map !== undefined) {
      parts.push('s.map = ?');
      values.push(map);
    }
    if (server !== undefined) {
      parts.push('s.server = ?');
      values.push(server);
    }
    if (days.length > 0) {
      parts.push(`(${days.map(() => 's.day BETWEEN ? AND ?').join(' OR ')})`);
      values.push(...days.flatMap(({ from, to }) => [from, to]));
    }
    return { sql: parts.join(' AND '), values };
  }

  /** Null when totals are not kept so fine. */
  #scope({ map, server }: CareerFilter): readonly [scope: string, value: string] | null {
    if (map !== undefined && server !== undefined) return null;
    return map !== undefined ? ['map', map] : server !== undefined ? ['server', server] : ['', ''];
  }

  #parts(span: Span | null): { readonly months: readonly number[]; readonly days: readonly Span[] } {
    return span === null ? { months: [0], days: [] } : partsOf(span, this.#months.first, this.#months.last);
  }
}

/** Then rows are looked at session by session, else person by person. */
function isMany(people: readonly number[] | null): boolean {
  return people === null || people.length > FEW;
}

/** `plus`: a "+" before the name keeps SQLite from looking each of them up. */
function whose(name: string, people: readonly number[] | null, { bots }: CareerFilter, plus = ''): Sql {
  if (people !== null) return { sql: `${plus}${name} IN (${marks(people)})`, values: people };
  return { sql: bots === true ? `(${plus}${name} > 0 OR ${plus}${name} < -1)` : `${plus}${name} > 0`, values: [] };
}

function together(parts: readonly Sql[]): Sql {
  return { sql: parts.map(({ sql }) => sql).join(' UNION ALL '), values: parts.flatMap(({ values }) => values) };
}

export function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}
