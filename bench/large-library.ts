/** A library of very many sessions: a sample of each game, imported, and copies of what is stored of them under other names and dates. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createEngine } from '../src/main/engine/engine.ts';

type Db = InstanceType<typeof Database>;

const DAY_MS = 86_400_000;
const NEWEST = Date.UTC(2026, 0, 31, 20, 0);

/**
 * The copies have everything that a list shows of them, pictures and players too; only the samples can be opened. Games whose people are counted are not copied:
 * the engine would count the copies anew.
 */
export async function largeLibrary(libraryDir: string, sessions: number): Promise<void> {
  const engine = await createEngine({ libraryDir, desktop: false, captures: [] });
  try {
    const { games } = await engine.client.call('hello', {});
    for (const { id } of games) await engine.client.stream('import.sample', { game: id }, () => undefined);
  } finally {
    await engine.close();
  }
  const db = new Database(join(libraryDir, 'library.db'));
  try {
    db.transaction(() => copySessions(db, sessions))();
  } finally {
    db.close();
  }
}

function copySessions(db: Db, sessions: number): void {
  const models = db
    .prepare<[], { key: number; title: string }>(
      `SELECT key, title FROM sessions WHERE key NOT IN (SELECT session FROM career_sessions) ORDER BY key`,
    )
    .all();
  const columns = (table: string): string[] => db.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`).pluck().all();
  const own: Readonly<Record<string, string>> = { key: '@to', id: '@id', title: '@title', started_at: '@at', favourite: '@favourite' };
  const names = columns('sessions');
  const copy = db.prepare(
    `INSERT INTO sessions (${names.join(', ')}) SELECT ${names.map((name) => own[name] ?? name).join(', ')} FROM sessions WHERE key = @from`,
  );
  const parts = ['session_blocks', 'session_players'].map((table) => {
    const rest = columns(table).filter((name) => name !== 'session');
    return db.prepare(
      `INSERT INTO ${table} (session, ${rest.join(', ')}) SELECT @to, ${rest.join(', ')} FROM ${table} WHERE session = @from`,
    );
  });
  for (let i = 0; i < sessions - models.length; i++) {
    const model = models[i % models.length];
    if (model === undefined) throw new Error('there is no sample to copy');
    const place = { from: model.key, to: 1000 + i };
    const at = new Date(NEWEST - (i * DAY_MS) / 8).toISOString();
    copy.run({ ...place, id: randomUUID(), title: `${model.title} ${i}`, at, favourite: i % 40 === 0 ? 1 : 0 });
    for (const part of parts) part.run(place);
  }
}
