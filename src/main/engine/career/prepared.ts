/** Statements of a connection, made once: questions come again and again, and making a statement takes as long as a small answer. */
import type { Db } from '../library/schema.ts';

type Prepared = ReturnType<typeof prepare>;

/** With lists of values in them there are many texts; those that were not asked for longest go first. */
const MOST = 300;
const made = new WeakMap<Db, Map<string, Prepared>>();

/** Its answers are rows of values in the order of the columns. */
export function prepared(db: Db, sql: string): Prepared {
  let all = made.get(db);
  if (all === undefined) made.set(db, (all = new Map<string, Prepared>()));
  const known = all.get(sql);
  if (known !== undefined) {
    all.delete(sql);
    all.set(sql, known);
    return known;
  }
  const statement = prepare(db, sql);
  all.set(sql, statement);
  const [oldest] = all.keys();
  if (all.size > MOST && oldest !== undefined) all.delete(oldest);
  return statement;
}

function prepare(db: Db, sql: string) {
  return db.prepare<(string | number)[]>(sql).raw();
}
