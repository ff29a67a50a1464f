/** The library's first page: what is in it, and how much. By itself, for it is asked while the rest of the engine is still being loaded. */
import type { LibraryStats, SessionRow } from '../../../shared/engine-api.ts';
import type { SessionFilter } from '../../../shared/library-questions.ts';
import { readTags } from '../annotations/annotation-reads.ts';
import { fold } from './fold.ts';
import type { ReaderOperations, Sort } from './operations.ts';
import { peopleFound, type KnownPlayer } from './people-found.ts';
import type { Db } from './schema.ts';

export interface StoredRow extends Omit<SessionRow, 'favourite' | 'spark' | 'tags'> {
  readonly favourite: number;
  readonly spark: Uint8Array;
  /** JSON */
  readonly tags: string;
}

export const ROW = `id, game, format, coalesce(own_title, title) AS title, world, started_at AS startedAt, imported_at AS importedAt, duration_ms AS durationMs, frames, entities,
  players, events, result, status, warnings, favourite, deleted_at AS deletedAt, coalesce(originals.name, capture_name) AS originalName,
  coalesce(originals.bytes, 0) AS originalBytes,
  library_bytes AS libraryBytes, spark,
  (SELECT json_group_array(tag ORDER BY tag) FROM session_tags WHERE session = key) AS tags`;
export const FROM = 'FROM sessions LEFT JOIN originals ON sha256 = original';
/** Sessions that can be opened. */
export const WHOLE = "status NOT IN ('importing', 'purging')";

export const ORDER: Readonly<Record<Sort, string>> = {
  newest: 'coalesce(started_at, imported_at) DESC, key DESC',
  oldest: 'coalesce(started_at, imported_at), key',
  longest: 'duration_ms DESC, key DESC',
  title: 'coalesce(own_title, title) COLLATE NOCASE, key',
};

export function listSessions(
  db: Db,
  { filter, sort, offset, limit }: Parameters<ReaderOperations['list']>[0],
): ReturnType<ReaderOperations['list']> {
  const { where, values } = condition(filter);
  const total = db
    .prepare<unknown[], number>(`SELECT count(*) ${FROM} WHERE ${where}`)
    .pluck()
    .get(...values);
  const rows = db
    .prepare<unknown[], StoredRow>(`SELECT ${ROW} ${FROM} WHERE ${where} ORDER BY ${ORDER[sort]} LIMIT ? OFFSET ?`)
    .all(...values, limit, offset);
  const found = peopleFinder(db, filter.search);
  return { total: total ?? 0, rows: rows.map((row) => ({ ...sessionRow(row), ...found(row.id) })) };
}

export function libraryStats(db: Db): LibraryStats {
  const one = (sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? 0;
  const worlds = db
    .prepare<[], { game: string; world: string; sessions: number }>(
      `SELECT game, world, count(*) AS sessions FROM sessions WHERE ${WHOLE} AND deleted_at IS NULL GROUP BY game, world ORDER BY game, sessions DESC, world`,
    )
    .all();
  const byGame: Record<string, number> = {};
  for (const { game, sessions } of worlds) byGame[game] = (byGame[game] ?? 0) + sessions;
  return {
    sessions: one(`SELECT count(*) FROM sessions WHERE ${WHOLE} AND deleted_at IS NULL`),
    binned: one(`SELECT count(*) FROM sessions WHERE ${WHOLE} AND deleted_at IS NOT NULL`),
    byGame,
    worlds,
    tags: readTags(db),
    libraryBytes: (db.pragma('page_count', { simple: true }) as number) * (db.pragma('page_size', { simple: true }) as number),
    originalBytes: one('SELECT sum(bytes) FROM originals'),
  };
}

/** Answers, for a session, whom a search means; nothing without one. */
function peopleFinder(db: Db, search: string | undefined): (id: string) => Pick<SessionRow, 'found'> {
  const asked = words(search);
  if (asked.length === 0) return () => ({});
  const players = db.prepare<[string], KnownPlayer>(
    'SELECT name, folded, native_id AS nativeId FROM session_players WHERE session = (SELECT key FROM sessions WHERE id = ?)',
  );
  return (id) => ({ found: peopleFound(players.all(id), asked) });
}

export function condition(filter: SessionFilter): { where: string; values: (string | number)[] } {
  const where = [
    "status <> 'purging' AND NOT (status = 'importing' AND capture_name IS NOT NULL)",
    filter.bin === true ? 'deleted_at IS NOT NULL' : 'deleted_at IS NULL',
  ];
  const values: (string | number)[] = [];
  const also = (sql: string, ...more: (string | number)[]): void => {
    where.push(sql);
    values.push(...more);
  };
  const played = 'EXISTS (SELECT 1 FROM session_players WHERE session = key AND (instr(folded, ?) > 0 OR native_id = ? COLLATE NOCASE))';
  const tagged = 'EXISTS (SELECT 1 FROM session_tags WHERE session = key AND instr(lower(tag), ?) > 0)';
  for (const word of words(filter.search)) also(`(instr(search_text, ?) > 0 OR ${played} OR ${tagged})`, word, word, word, word);
  if (filter.player !== undefined && filter.player !== '') also(played, fold(filter.player), filter.player);
  if (filter.game !== undefined) also('game = ?', filter.game);
  if (filter.world !== undefined) also('world = ?', filter.world);
  // A day alone means the whole day: the texts are compared as far as the given one goes.
  if (filter.from !== undefined) also('coalesce(started_at, imported_at) >= ?', filter.from);
  if (filter.to !== undefined) also('substr(coalesce(started_at, imported_at), 1, ?) <= ?', filter.to.length, filter.to);
  if (filter.tag !== undefined) also('EXISTS (SELECT 1 FROM session_tags WHERE session = key AND tag = ?)', filter.tag);
  if (filter.favourite === true) where.push('favourite = 1');
  if (filter.withWarnings === true) where.push('warnings > 0');
  return { where: where.join(' AND '), values };
}

export function words(search: string | undefined): string[] {
  return fold(search ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 20);
}

export function sessionRow(row: StoredRow): SessionRow {
  const counts = new DataView(row.spark.buffer, row.spark.byteOffset, row.spark.byteLength);
  const spark = Array.from({ length: row.spark.byteLength / 4 }, (_, index) => counts.getUint32(index * 4, true));
  return { ...row, favourite: row.favourite === 1, spark, tags: JSON.parse(row.tags) as string[] };
}
