/** Adds numbers to rows of counters, and drops rows whose numbers have all become 0. Statements are made once. */
import type { Db } from '../library/schema.ts';
import { MOST_DETAIL_COUNTERS } from './model.ts';

type Key = readonly (string | number)[];
type Statement = ReturnType<typeof prepare>;

const NO_DETAILS = Array.from({ length: MOST_DETAIL_COUNTERS }, (_, index) => `n${index} = 0`).join(' AND ');

/** By table: its key, what else is said of a row, and when it says nothing any more. */
const TABLES = {
  career_rows: { key: ['session', 'person'], more: ['started', 'entity', 'name', 'team'], none: 'n0 = 0' },
  career_details: { key: ['session', 'person', 'kind', 'key'], more: [], none: NO_DETAILS },
  career_totals: { key: ['game', 'scope', 'value', 'period', 'person'], more: [], none: 'n0 = 0' },
  career_detail_totals: { key: ['game', 'kind', 'period', 'person', 'key'], more: [], none: NO_DETAILS },
} as const;
export type CountTable = keyof typeof TABLES;

export class Statements {
  readonly #db: Db;
  readonly #made = new Map<string, Statement>();

  constructor(db: Db) {
    this.#db = db;
  }

  /** `more`: what else is said of a row of career_rows; the newest counts. */
  add(table: CountTable, key: Key, counts: readonly number[], more: Key = []): void {
    const name = `${table} ${counts.length}`;
    let statement = this.#made.get(name);
    if (statement === undefined) this.#made.set(name, (statement = prepare(this.#db, upsert(table, counts.length))));
    statement.run(...key, ...more, ...counts);
  }

  /** When nothing is left of it. */
  drop(table: CountTable, key: Key): void {
    let statement = this.#made.get(table);
    if (statement === undefined) {
      const { key: names, none } = TABLES[table];
      statement = prepare(this.#db, `DELETE FROM ${table} WHERE ${names.map((name) => `${name} = ?`).join(' AND ')} AND ${none}`);
      this.#made.set(table, statement);
    }
    statement.run(...key);
  }
}

function prepare(db: Db, sql: string) {
  return db.prepare<(string | number)[]>(sql);
}

function upsert(table: CountTable, length: number): string {
  const { key, more } = TABLES[table];
  const counters = Array.from({ length }, (_, index) => `n${index}`);
  const columns = [...key, ...more, ...counters];
  const changes = [...more.map((name) => `${name} = excluded.${name}`), ...counters.map((name) => `${name} = ${name} + excluded.${name}`)];
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) ON CONFLICT DO UPDATE SET ${changes.join(', ')}`;
}
