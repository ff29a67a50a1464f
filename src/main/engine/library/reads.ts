/** All that is read from library.db, one short read each. They run in the reader threads. */
import type { LibraryStats, PersonFound, SessionFilter, SessionRow } from '../../../shared/engine-api.ts';
import type { EntityInfo, SessionInfo } from '../../../shared/session/model.ts';
import { readNotes, readTags } from '../annotations/annotation-reads.ts';
import { careerProblems, sessionCareer, uncounted } from '../career/career-check.ts';
import { CareerReads } from '../career/career-reads.ts';
import type { ChunkRef, EventBlockRef, StoredNotes } from '../session-source.ts';
import { fold } from './fold.ts';
import type { KeptSession, LiveSession, OriginalFile, ReaderOperations, SessionName, Sort, StoredSession } from './operations.ts';
import { unpackJson } from './packed-json.ts';
import { peopleFound, type KnownPlayer } from './people-found.ts';
import type { Db } from './schema.ts';

type Reads = { [K in keyof ReaderOperations]: (args: Parameters<ReaderOperations[K]>[0]) => ReturnType<ReaderOperations[K]> };

interface Row extends Omit<SessionRow, 'favourite' | 'spark' | 'tags'> {
  readonly favourite: number;
  readonly spark: Uint8Array;
  /** JSON */
  readonly tags: string;
}

interface Blocks {
  readonly info: Uint8Array;
  readonly entities: Uint8Array;
  readonly strings: Uint8Array;
  readonly overview: Uint8Array | null;
}

const ROW = `id, game, format, coalesce(own_title, title) AS title, world, started_at AS startedAt, imported_at AS importedAt, duration_ms AS durationMs, frames, entities,
  players, events, result, status, warnings, favourite, deleted_at AS deletedAt, coalesce(originals.name, capture_name) AS originalName,
  coalesce(originals.bytes, 0) AS originalBytes,
  library_bytes AS libraryBytes, spark,
  (SELECT json_group_array(tag ORDER BY tag) FROM session_tags WHERE session = key) AS tags`;
const MOST_PEOPLE = 10;
const FROM = 'FROM sessions LEFT JOIN originals ON sha256 = original';
/** What a session takes, of its original only its share. */
const BYTES = 'library_bytes + coalesce(originals.bytes / (SELECT count(*) FROM sessions AS same WHERE same.original = sha256), 0)';
/** Sessions that can be opened. */
const WHOLE = "status NOT IN ('importing', 'purging')";

const ORDER: Readonly<Record<Sort, string>> = {
  newest: 'coalesce(started_at, imported_at) DESC, key DESC',
  oldest: 'coalesce(started_at, imported_at), key',
  longest: 'duration_ms DESC, key DESC',
  title: 'coalesce(own_title, title) COLLATE NOCASE, key',
};

export class LibraryReads implements Reads {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  list({ filter, sort, offset, limit }: Parameters<Reads['list']>[0]): ReturnType<Reads['list']> {
    const { where, values } = condition(filter);
    const total = this.#db
      .prepare<unknown[], number>(`SELECT count(*) ${FROM} WHERE ${where}`)
      .pluck()
      .get(...values);
    const rows = this.#db
      .prepare<unknown[], Row>(`SELECT ${ROW} ${FROM} WHERE ${where} ORDER BY ${ORDER[sort]} LIMIT ? OFFSET ?`)
      .all(...values, limit, offset);
    const found = this.#peopleFinder(filter.search);
    return { total: total ?? 0, rows: rows.map((row) => ({ ...sessionRow(row), ...found(row.id) })) };
  }

  people({ filter }: Parameters<Reads['people']>[0]): readonly PersonFound[] {
    const asked = words(filter.search);
    if (asked.length === 0) return [];
    const { where, values } = condition(filter);
    const named = asked.map(() => 'instr(folded, ?) > 0').join(' AND ');
    return this.#db
      .prepare<unknown[], PersonFound>(
        `SELECT session_players.name AS name, count(DISTINCT session) AS sessions ${FROM} JOIN session_players ON session = key
         WHERE ${where} AND ((${named}) OR native_id = ? COLLATE NOCASE) GROUP BY folded ORDER BY sessions DESC, name LIMIT ${MOST_PEOPLE}`,
      )
      .all(...values, ...asked, filter.search?.trim() ?? '');
  }

  session({ id }: { id: string }): StoredSession | null {
    const row = this.#db.prepare<[string], Row & { key: number }>(`SELECT key, ${ROW} ${FROM} WHERE id = ? AND ${WHOLE}`).get(id);
    if (row === undefined) return null;
    const { key, ...rest } = row;
    const chunks = this.#db
      .prepare<[number], ChunkRef>('SELECT layer, idx AS "index", t0, t1, bytes FROM chunks WHERE session = ? ORDER BY layer, idx')
      .all(key);
    const eventBlocks = this.#db
      .prepare<[number], EventBlockRef>(
        'SELECT idx AS "index", first_seq AS firstSeq, count, t0, t1 FROM event_blocks WHERE session = ? ORDER BY idx',
      )
      .all(key);
    // While it is recorded, events are those of its recording; what is stored of them is not all yet.
    return { row: sessionRow(rest), ...this.#unpacked(this.#blocks(key)), chunks, eventBlocks: rest.status === 'live' ? [] : eventBlocks };
  }

  overview({ id }: { id: string }): ReturnType<Reads['overview']> {
    const key = this.#key(id);
    if (key === null) return null;
    const blocks = this.#blocks(key);
    return { overview: blocks.overview, ...this.#unpacked(blocks) };
  }

  chunk({ id, layer, index }: Parameters<Reads['chunk']>[0]): Uint8Array | null {
    return this.#bytes('SELECT data FROM chunks WHERE session = ? AND layer = ? AND idx = ?', id, layer, index);
  }

  eventColumns({ id, index }: Parameters<Reads['eventColumns']>[0]): Uint8Array | null {
    return this.#bytes('SELECT columns FROM event_blocks WHERE session = ? AND idx = ?', id, index);
  }

  eventPayloads({ id, index }: Parameters<Reads['eventPayloads']>[0]): Uint8Array | null {
    return this.#bytes('SELECT payloads FROM event_blocks WHERE session = ? AND idx = ?', id, index);
  }

  notes({ id }: { id: string }): StoredNotes | null {
    const key = this.#key(id);
    return key === null ? null : readNotes(this.#db, key);
  }

  stats(): LibraryStats {
    const one = (sql: string): number => this.#db.prepare<[], number>(sql).pluck().get() ?? 0;
    const worlds = this.#db
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
      tags: readTags(this.#db),
      libraryBytes:
        (this.#db.pragma('page_count', { simple: true }) as number) * (this.#db.pragma('page_size', { simple: true }) as number),
      originalBytes: one('SELECT sum(bytes) FROM originals'),
    };
  }

  originals(): readonly OriginalFile[] {
    return this.#db.prepare<[], OriginalFile>('SELECT sha256, name, bytes FROM originals ORDER BY name').all();
  }

  originalOf({ id }: { id: string }): ReturnType<Reads['originalOf']> {
    const original = this.#db
      .prepare<[string], OriginalFile>(
        `SELECT sha256, originals.name, originals.bytes ${FROM} WHERE id = ? AND ${WHOLE} AND original IS NOT NULL`,
      )
      .get(id);
    if (original === undefined) return null;
    const sessions = this.#db
      .prepare<[string], SessionName>(
        `SELECT id, coalesce(own_title, title) AS title FROM sessions WHERE original = ? AND ${WHOLE} ORDER BY part, key`,
      )
      .all(original.sha256);
    return { ...original, sessions };
  }

  sessionIds(): readonly string[] {
    return this.#db.prepare<[], string>(`SELECT id FROM sessions WHERE ${WHOLE} AND status <> 'live' ORDER BY key`).pluck().all();
  }

  liveSessions(): readonly LiveSession[] {
    return this.#db.prepare<[], LiveSession>("SELECT id, capture_name AS name FROM sessions WHERE status = 'live' ORDER BY key").all();
  }

  keptSessions({ game }: { game: string }): ReturnType<Reads['keptSessions']> {
    const rows = this.#db
      .prepare<[string], Omit<KeptSession, 'isFavourite'> & { favourite: number }>(
        `SELECT id, coalesce(started_at, imported_at) AS at, deleted_at AS deletedAt, favourite,
           ${BYTES} AS bytes
         ${FROM} WHERE game = ? AND ${WHOLE} AND status <> 'live' ORDER BY ${ORDER.oldest}`,
      )
      .all(game);
    const sessions = rows.map(({ favourite, ...row }) => ({ ...row, isFavourite: favourite === 1 }));
    return { bytes: sessions.reduce((sum, { bytes }) => sum + bytes, 0), sessions };
  }

  storage(): ReturnType<Reads['storage']> {
    return this.#db
      .prepare<[], { game: string; bytes: number }>(
        `SELECT game, sum(${BYTES}) AS bytes ${FROM} WHERE ${WHOLE} AND status <> 'live' GROUP BY game ORDER BY game`,
      )
      .all();
  }

  setting({ name }: Parameters<Reads['setting']>[0]): string | null {
    return this.#db.prepare<[string], string>('SELECT value FROM settings WHERE name = ?').pluck().get(name) ?? null;
  }

  career({ model, question }: Parameters<Reads['career']>[0]): ReturnType<Reads['career']> {
    return new CareerReads(this.#db, model).answer(question);
  }

  careerGame({ model }: Parameters<Reads['careerGame']>[0]): ReturnType<Reads['careerGame']> {
    return new CareerReads(this.#db, model).game();
  }

  uncounted({ game, version }: Parameters<Reads['uncounted']>[0]): readonly string[] {
    return uncounted(this.#db, game, version);
  }

  sessionCareer({ id }: { id: string }): ReturnType<Reads['sessionCareer']> {
    return sessionCareer(this.#db, id);
  }

  careerProblems(): readonly string[] {
    return careerProblems(this.#db);
  }

  quickCheck(): string {
    return (this.#db.pragma('quick_check(1)', { simple: true }) as string | undefined) ?? 'no answer';
  }

  /** Answers, for a session, whom a search means; nothing without one. */
  #peopleFinder(search: string | undefined): (id: string) => Pick<SessionRow, 'found'> {
    const asked = words(search);
    if (asked.length === 0) return () => ({});
    const players = this.#db.prepare<[string], KnownPlayer>(
      'SELECT name, folded, native_id AS nativeId FROM session_players WHERE session = (SELECT key FROM sessions WHERE id = ?)',
    );
    return (id) => ({ found: peopleFound(players.all(id), asked) });
  }

  #key(id: string): number | null {
    return this.#db.prepare<[string], number>(`SELECT key FROM sessions WHERE id = ? AND ${WHOLE}`).pluck().get(id) ?? null;
  }

  #blocks(key: number): Blocks {
    const blocks = this.#db
      .prepare<[number], Blocks>('SELECT info, entities, strings, overview FROM session_blocks WHERE session = ?')
      .get(key);
    if (blocks === undefined) throw new Error('a session lacks its blocks');
    return blocks;
  }

  #unpacked(blocks: Blocks): { info: SessionInfo; entities: readonly EntityInfo[]; strings: readonly string[] } {
    return {
      info: unpackJson(blocks.info) as SessionInfo,
      entities: unpackJson(blocks.entities) as readonly EntityInfo[],
      strings: unpackJson(blocks.strings) as readonly string[],
    };
  }

  #bytes(sql: string, id: string, ...place: readonly number[]): Uint8Array | null {
    const key = this.#key(id);
    if (key === null) return null;
    return (
      this.#db
        .prepare<number[], Uint8Array>(sql)
        .pluck()
        .get(key, ...place) ?? null
    );
  }
}

function condition(filter: SessionFilter): { where: string; values: (string | number)[] } {
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

function words(search: string | undefined): string[] {
  return fold(search ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 20);
}

function sessionRow(row: Row): SessionRow {
  const counts = new DataView(row.spark.buffer, row.spark.byteOffset, row.spark.byteLength);
  const spark = Array.from({ length: row.spark.byteLength / 4 }, (_, index) => counts.getUint32(index * 4, true));
  return { ...row, favourite: row.favourite === 1, spark, tags: JSON.parse(row.tags) as string[] };
}
