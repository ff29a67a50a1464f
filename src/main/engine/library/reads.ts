/** All that is read from library.db, one short read each. They run in the reader threads. */
import type { LibraryStats, PersonFound } from '../../../shared/engine-api.ts';
import type { EntityInfo, SessionInfo } from '../../../shared/session/model.ts';
import { readNotes } from '../annotations/annotation-reads.ts';
import { careerProblems, sessionCareer, uncounted } from '../career/career-check.ts';
import { CareerReads } from '../career/career-reads.ts';
import type { ChunkRef, EventBlockRef, StoredNotes } from '../session-source.ts';
import { condition, FROM, libraryStats, listSessions, ORDER, ROW, sessionRow, WHOLE, words, type StoredRow } from './list-reads.ts';
import type { KeptSession, LiveSession, OriginalFile, ReaderOperations, SessionName, StoredSession } from './operations.ts';
import { unpackJson } from './packed-json.ts';
import type { Db } from './schema.ts';

type Reads = { [K in keyof ReaderOperations]: (args: Parameters<ReaderOperations[K]>[0]) => ReturnType<ReaderOperations[K]> };

interface Blocks {
  readonly info: Uint8Array;
  readonly entities: Uint8Array;
  readonly strings: Uint8Array;
  readonly overview: Uint8Array | null;
}

const MOST_PEOPLE = 10;
/** What a session takes, of its original only its share. */
const BYTES = 'library_bytes + coalesce(originals.bytes / (SELECT count(*) FROM sessions AS same WHERE same.original = sha256), 0)';

export class LibraryReads implements Reads {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  list(args: Parameters<Reads['list']>[0]): ReturnType<Reads['list']> {
    return listSessions(this.#db, args);
  }

  stats(): LibraryStats {
    return libraryStats(this.#db);
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
    const row = this.#db.prepare<[string], StoredRow & { key: number }>(`SELECT key, ${ROW} ${FROM} WHERE id = ? AND ${WHOLE}`).get(id);
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
