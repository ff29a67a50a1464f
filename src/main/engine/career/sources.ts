/**
 * Where sums come from: kept totals as far as they go, single sessions for the rest. Totals are kept of all sessions, of each map and of each server, of all time and by
 * month; of details, of all sessions alone. What a filter asks beyond that is added up from the rows of the sessions.
 */
import type { CareerFilter } from '../../../shared/career.ts';
import type { Db } from '../library/schema.ts';
import { BOTS, EVERYBODY } from './model.ts';
import { endOf, monthsOf, partsOf, timeOf, type Span } from './span.ts';

/** People, whose sessions are looked up one by one. */
const FEW = 8;

/** The detail with indexes by its keys: SQLite does not see by itself that they are shorter ways. */
const INDEXED = 'weapon';
/** That of career_detail_totals. */
const PRIMARY = 'sqlite_autoindex_career_detail_totals_1';

export type Value = string | number;

/** SQL and what is bound to it, in order. */
export interface Sql {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** What sessions are told apart by, and what that is of career_sessions AS s. */
export const KEYS = { map: 's.map', server: 's.server', day: 's.day', month: 's.day / 100' } as const;
export type By = keyof typeof KEYS;

/** Of career_totals. */
type Scope = readonly [scope: string, value: string];

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
    const isEverywhere = filter.map === undefined && filter.server === undefined;
    const { months, days } = isEverywhere ? this.#parts(span) : { months: [], days: span === null ? [] : [span] };
    const parts: Sql[] = [];
    if (months.length > 0) {
      const who = whose('person', people, filter);
      const byKey = kind === INDEXED && key !== null && isMany(people);
      const index = `INDEXED BY ${byKey ? 'career_detail_totals_by_weapon' : PRIMARY} `;
      parts.push({
        sql: `SELECT person, key, ${columns.join(', ')} FROM career_detail_totals ${index}WHERE game = ? AND kind = '${kind}' AND period IN (${marks(months)}) AND ${who.sql}${key === null ? '' : ' AND key = ?'}`,
        values: [this.#game, ...months, ...who.values, ...(key === null ? [] : [key])],
      });
    }
    const isOfSessions = !isEverywhere || days.length > 0;
    if (isOfSessions && key !== null && isMany(people)) {
      const sessions = this.#condition(filter, days);
      const who = whose('d.person', people, filter, '+');
      const index = kind === INDEXED ? 'INDEXED BY career_details_by_weapon ' : '';
      parts.push({
        sql: `SELECT d.person, d.key, ${columns.map((name) => `d.${name}`).join(', ')} FROM career_sessions AS s CROSS JOIN career_details AS d ${index}ON d.session = s.session AND d.key = ? WHERE ${sessions.sql} AND ${who.sql} AND d.kind = '${kind}'`,
        values: [key, ...sessions.values, ...who.values],
      });
    } else if (isOfSessions && people !== null && isOfAll(people)) {
      const sessions = this.#condition(filter, days);
      parts.push({
        sql: `SELECT d.person, d.key, ${columns.map((name) => `d.${name}`).join(', ')} FROM career_sessions AS s CROSS JOIN career_details AS d
          ON d.session = s.session AND d.person IN (${marks(people)}) AND d.kind = '${kind}' WHERE ${sessions.sql}${key === null ? '' : ' AND d.key = ?'}`,
        values: [...people, ...sessions.values, ...(key === null ? [] : [key])],
      });
    } else if (isOfSessions) {
      const from = this.#sessions(filter, days, people, false);
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

  /** Rows (key, and the columns) by map, server, day, or month (202602). */
  bySession(by: By, { filter, span, people }: Wanted, columns: readonly string[]): Sql {
    const own = columns.map((name) => `r.${name}`).join(', ');
    const ofSessions = (days: readonly Span[]): Sql => {
      const from = this.#sessions(filter, days, people, true);
      return { sql: `SELECT ${KEYS[by]} AS key, ${own} ${from.sql}`, values: from.values };
    };
    const scope = by === 'month' ? this.#scope(filter) : scopeOf(by, filter);
    const { months, days } = this.#parts(span);
    if (scope === null || months.length === 0) return ofSessions(span === null ? [] : [span]);
    const totals =
      by === 'month' ? this.#byMonth(scope, { filter, span, people }, columns) : this.#byScope(scope, months, { filter, people }, columns);
    return together(days.length === 0 ? [totals] : [totals, ofSessions(days)]);
  }

  #byMonth([scope, value]: Scope, { filter, span, people }: Wanted, columns: readonly string[]): Sql {
    const { first, last } = this.#months;
    const months = span === null ? monthsOf(first, last) : this.#parts(span).months;
    const who = whose('person', people, filter);
    return {
      sql: `SELECT period AS key, ${columns.join(', ')} FROM career_totals WHERE game = ? AND scope = ? AND value = ? AND period IN (${marks(months)}) AND ${who.sql}`,
      values: [this.#game, scope, value, ...months, ...who.values],
    };
  }

  /** `value`: of one map or server, "" for each that there is. */
  #byScope([scope, value]: Scope, months: readonly number[], { filter, people }: Omit<Wanted, 'span'>, columns: readonly string[]): Sql {
    const who = whose('t.person', people, filter);
    const own = value === '' ? `SELECT DISTINCT ${scope} AS own FROM career_sessions WHERE game = ? AND counted = 1` : 'SELECT ? AS own';
    return {
      // One search for each map or server there is, rather than one through everybody on all of them.
      sql: `SELECT t.value AS key, ${columns.map((name) => `t.${name}`).join(', ')} FROM (${own}) CROSS JOIN career_totals AS t
        ON t.game = ? AND t.scope = '${scope}' AND t.value = own WHERE t.period IN (${marks(months)}) AND ${who.sql}`,
      values: [value === '' ? this.#game : value, this.#game, ...months, ...who.values],
    };
  }

  /** Rows of single sessions, whatever the filter: `s` are career_sessions, `r` career_rows. Ends within its WHERE. */
  sessions({ filter, span, people }: Wanted): Sql {
    return this.#sessions(filter, span === null ? [] : [span], people, true);
  }

  /** Conditions on career_sessions AS s; begins with its game. */
  condition({ filter, span }: Pick<Wanted, 'filter' | 'span'>): Sql {
    return this.#condition(filter, span === null ? [] : [span]);
  }

  #sessionRows(filter: CareerFilter, days: readonly Span[], people: readonly number[] | null, columns: readonly string[]): Sql {
    const from = this.#sessions(filter, days, people, false);
    return { sql: `SELECT r.person, ${columns.map((name) => `r.${name}`).join(', ')} ${from.sql}`, values: from.values };
  }

  /** From few people to their sessions, or from sessions to all in them. `asksSessions`: what the sessions are is asked for too, as `s`. */
  #sessions(filter: CareerFilter, days: readonly Span[], people: readonly number[] | null, asksSessions: boolean): Sql {
    const sessions = this.#condition(filter, days);
    const isOfMany = isMany(people);
    const who = whose('r.person', people, filter, people !== null && isOfMany ? '+' : '');
    // Those who stand for all are in every session.
    if (isOfMany || (people !== null && isOfAll(people))) {
      const from = 'FROM career_sessions AS s CROSS JOIN career_rows AS r ON r.session = s.session';
      return { sql: `${from} WHERE ${sessions.sql} AND ${who.sql}`, values: [...sessions.values, ...who.values] };
    }
    const times = days.length === 0 ? '' : ` AND (${days.map(() => 'r.started BETWEEN ? AND ?').join(' OR ')})`;
    const values = [...who.values, ...days.flatMap(({ from, to }) => [timeOf(from), endOf(to)])];
    // Only sessions that count have rows.
    if (!asksSessions && filter.map === undefined && filter.server === undefined)
      return { sql: `FROM career_rows AS r WHERE ${who.sql}${times}`, values };
    return {
      sql: `FROM career_rows AS r CROSS JOIN career_sessions AS s ON s.session = r.session WHERE ${sessions.sql} AND ${who.sql}${times}`,
      values: [...sessions.values, ...values],
    };
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
  #scope({ map, server }: CareerFilter): Scope | null {
    if (map !== undefined && server !== undefined) return null;
    return map !== undefined ? ['map', map] : server !== undefined ? ['server', server] : ['', ''];
  }

  #parts(span: Span | null): { readonly months: readonly number[]; readonly days: readonly Span[] } {
    return span === null ? { months: [0], days: [] } : partsOf(span, this.#months.first, this.#months.last);
  }
}

/** Of everybody together. */
function isOfAll(people: readonly number[]): boolean {
  return people.every((person) => person === EVERYBODY || person === BOTS);
}

/** Of which totals a table by map or server is made; null when they are not kept so fine. Value "": of all. */
function scopeOf(by: Exclude<By, 'month'>, { map, server }: CareerFilter): Scope | null {
  if (by === 'day') return null;
  const [own, other] = by === 'map' ? [map, server] : [server, map];
  return other === undefined ? [by, own ?? ''] : null;
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
