/** All that changes library.db, as short synchronous operations. They run in the writer thread, several to a transaction. */
import { join } from 'node:path';
import { AnnotationWrites } from '../annotations/annotation-writes.ts';
import { CareerWrites } from '../career/career-writes.ts';
import { RefusedInput } from '../game-adapter.ts';
import { fold } from './fold.ts';
import type { LibraryFolder } from './folder.ts';
import { originalPath } from './folder.ts';
import { linkOriginal } from './keep-original.ts';
import type { FinishedSession, SessionName, StoredChunk, StoredEvents, WriterOperations } from './operations.ts';
import { Removal } from './removal.ts';
import type { Db } from './schema.ts';

const BIN_DAYS = 7;
/** Counting and uncounting of sessions that is done together with what made it necessary, ms; the rest follows in steps. */
const CAREER_MS = 6;

interface ActiveImport {
  readonly sha256: string;
  readonly name: string;
  readonly again: boolean;
  /** The live session that this is the original of, null when it is none. */
  readonly captured: string | null;
  /** By id, in the order of the original; the status each will have, null until finished. */
  readonly sessions: Map<string, { readonly key: number; status: 'ready' | 'partial' | null }>;
}

type Writes = { [K in keyof WriterOperations]: (args: Parameters<WriterOperations[K]>[0]) => ReturnType<WriterOperations[K]> };

export class LibraryWrites implements Omit<Writes, 'settle'> {
  readonly #db: Db;
  readonly #folder: LibraryFolder;
  readonly #imports = new Map<string, ActiveImport>();
  readonly #removal: Removal;
  readonly #annotations: AnnotationWrites;
  readonly #career: CareerWrites;

  constructor(db: Db, folder: LibraryFolder) {
    this.#db = db;
    this.#folder = folder;
    this.#annotations = new AnnotationWrites(db);
    this.#career = new CareerWrites(db);
    this.#removal = new Removal(db, folder, this.#career, (sha256) => this.#isUnderWay(sha256));
  }

  /** What a crash left of imports, and what has been in the bin for a week, is marked for removal. Live sessions stay: they are read from their originals. */
  tidyAtStart(now: Date): void {
    const expired = new Date(now.getTime() - BIN_DAYS * 86_400_000).toISOString();
    this.#db.transaction(() => {
      this.#db.prepare("UPDATE sessions SET status = 'purging' WHERE status = 'importing' OR deleted_at < ?").run(expired);
    })();
    this.#career.checkAll();
  }

  beginImport({
    import: id,
    sha256,
    name,
    bytes,
    again,
    captured,
  }: Parameters<Writes['beginImport']>[0]): ReturnType<Writes['beginImport']> {
    if (this.#isUnderWay(sha256)) return { duplicates: [], underWay: true };
    if (!again && captured === undefined) {
      const duplicates = this.#db
        .prepare<[string], SessionName>(
          "SELECT id, coalesce(own_title, title) AS title FROM sessions WHERE original = ? AND status NOT IN ('importing', 'purging') AND deleted_at IS NULL ORDER BY part",
        )
        .all(sha256);
      if (duplicates.length > 0) return { duplicates, underWay: false };
    }
    this.#db.prepare('INSERT OR IGNORE INTO originals (sha256, name, bytes) VALUES (?, ?, ?)').run(sha256, name, bytes);
    this.#imports.set(id, { sha256, name, again, captured: captured ?? null, sessions: new Map() });
    return { duplicates: [], underWay: false };
  }

  beginSession({ import: importId, id, game, format }: Parameters<Writes['beginSession']>[0]): null {
    const active = this.#active(importId);
    const { lastInsertRowid } = this.#db
      .prepare(
        `INSERT INTO sessions (id, status, original, capture_name, part, game, format, adapter_version, title, world, imported_at, duration_ms, frames, entities,
           players, events, warnings, library_bytes, spark, search_text)
         VALUES (?, 'importing', ?, ?, ?, ?, ?, 0, ?, '', ?, 0, 0, 0, 0, 0, 0, 0, zeroblob(256), ?)`,
      )
      .run(
        id,
        active.sha256,
        // What takes the place of a session that is there is not shown beside it.
        active.again || active.captured !== null ? active.name : null,
        active.sessions.size,
        game,
        format,
        active.name,
        new Date().toISOString(),
        fold(active.name),
      );
    active.sessions.set(id, { key: Number(lastInsertRowid), status: null });
    return null;
  }

  addPart({ import: importId, id, part }: Parameters<Writes['addPart']>[0]): null {
    const { key } = this.#session(importId, id);
    if (part.kind === 'chunk') this.#addChunk(key, part);
    else this.#addEvents(key, part);
    return null;
  }

  adoptNotes({ import: importId, id, notes }: Parameters<Writes['adoptNotes']>[0]): ReturnType<Writes['adoptNotes']> {
    const { key } = this.#session(importId, id);
    if (this.#active(importId).again) return null;
    const known = this.#db
      .prepare<[string, string, number], SessionName & { readonly key: number }>(
        `SELECT key, id, coalesce(own_title, title) AS title FROM sessions
         WHERE (id = ? OR origin = ?) AND key <> ? AND status NOT IN ('importing', 'purging') AND deleted_at IS NULL ORDER BY key LIMIT 1`,
      )
      .get(notes.origin, notes.origin, key);
    if (known !== undefined) return { id: known.id, title: known.title, added: this.#annotations.merge(known.key, notes) };
    this.#annotations.merge(key, notes);
    this.#db.prepare('UPDATE sessions SET origin = ?, own_title = ? WHERE key = ?').run(notes.origin, notes.ownTitle, key);
    return null;
  }

  finishSession({ import: importId, id, session }: Parameters<Writes['finishSession']>[0]): null {
    const place = this.#session(importId, id);
    this.#describe(place.key, this.#active(importId).name, session);
    if (session.career !== undefined) this.#career.put(place.key, session.info.game, session.career);
    place.status = session.info.partial ? 'partial' : 'ready';
    return null;
  }

  completeImport({ import: importId }: Parameters<Writes['completeImport']>[0]): readonly string[] {
    const active = this.#active(importId);
    const ids: string[] = [];
    const before = this.#placesOf(active);
    for (const [index, [id, { key, status }]] of [...active.sessions].entries()) {
      if (status === null) throw new Error('an import was completed before its session');
      this.#db
        .prepare('UPDATE sessions SET status = ?, capture_name = NULL WHERE key = ?')
        .run(active.captured === null ? status : 'recovered', key);
      const old = before[index];
      if (old !== undefined) this.#takePlace(key, old.key, old.id);
      this.#career.check(key);
      ids.push(old?.id ?? id);
    }
    this.#imports.delete(importId);
    this.#career.steps(CAREER_MS);
    return ids;
  }

  dropImport({ import: importId }: Parameters<Writes['dropImport']>[0]): null {
    const active = this.#imports.get(importId);
    if (active === undefined) return null;
    this.#imports.delete(importId);
    for (const { key } of active.sessions.values()) this.#db.prepare("UPDATE sessions SET status = 'purging' WHERE key = ?").run(key);
    return null;
  }

  beginLive({ id, name, session }: Parameters<Writes['beginLive']>[0]): null {
    const { lastInsertRowid } = this.#db
      .prepare(
        `INSERT INTO sessions (id, status, capture_name, part, game, format, adapter_version, title, world, imported_at, duration_ms, frames, entities, players, events,
           warnings, library_bytes, spark, search_text)
         VALUES (?, 'live', ?, 0, '', '', 0, '', '', ?, 0, 0, 0, 0, 0, 0, 0, zeroblob(256), '')`,
      )
      .run(id, name, new Date().toISOString());
    this.#describe(Number(lastInsertRowid), name, session);
    return null;
  }

  addLiveChunk({ id, chunk }: Parameters<Writes['addLiveChunk']>[0]): null {
    this.#addChunk(this.#live(id).key, chunk);
    return null;
  }

  addLiveEvents({ id, events }: Parameters<Writes['addLiveEvents']>[0]): null {
    this.#addEvents(this.#live(id).key, events);
    return null;
  }

  refreshLive({ id, session }: Parameters<Writes['refreshLive']>[0]): null {
    const { key, name } = this.#live(id);
    this.#describe(key, name, session);
    return null;
  }

  /** The original is put in its place here, where nothing can be removed at the same time. */
  finishLive({ id, name: own, sha256, bytes, session }: Parameters<Writes['finishLive']>[0]): null {
    const { key, name: begun } = this.#live(id);
    const name = own ?? begun;
    this.#describe(key, name, session);
    const { changes: isNew } = this.#db
      .prepare('INSERT OR IGNORE INTO originals (sha256, name, bytes) VALUES (?, ?, ?)')
      .run(sha256, name, bytes);
    const part = isNew > 0 ? 0 : this.#sessionsOf(sha256).length;
    this.#db
      .prepare('UPDATE sessions SET status = ?, original = ?, part = ? WHERE key = ?')
      .run(session.info.partial ? 'partial' : 'ready', sha256, part, key);
    linkOriginal(join(this.#folder.captures, id), originalPath(this.#folder.originals, sha256));
    if (session.career !== undefined) this.#career.put(key, session.info.game, session.career);
    this.#career.steps(CAREER_MS);
    return null;
  }

  addLiveCareer({ id, career }: Parameters<Writes['addLiveCareer']>[0]): null {
    const { key } = this.#live(id);
    const game = this.#db.prepare<[number], string>('SELECT game FROM sessions WHERE key = ?').pluck().get(key) ?? '';
    this.#career.addLive(key, game, career);
    return null;
  }

  putCareer({ id, career }: Parameters<Writes['putCareer']>[0]): boolean {
    const row = this.#db
      .prepare<[string], { key: number; game: string }>(
        "SELECT key, game FROM sessions WHERE id = ? AND status IN ('ready', 'partial', 'recovered')",
      )
      .get(id);
    if (row === undefined) return false;
    this.#career.put(row.key, row.game, career);
    this.#career.steps(CAREER_MS);
    return true;
  }

  mergePeople({ game, into, from }: Parameters<Writes['mergePeople']>[0]): null {
    this.#career.people.merge(game, into, from);
    return null;
  }

  splitPerson({ game, alias }: Parameters<Writes['splitPerson']>[0]): null {
    this.#career.people.split(game, alias);
    return null;
  }

  claimPlayer({ game, player, prefix }: Parameters<Writes['claimPlayer']>[0]): { code: string; expiresAt: number } {
    return this.#career.people.claim(game, player, prefix);
  }

  useClaim({ game, code, player }: Parameters<Writes['useClaim']>[0]): boolean {
    return this.#career.people.useClaimBy(game, code, player);
  }

  dropLive({ id }: Parameters<Writes['dropLive']>[0]): null {
    this.#db.prepare("UPDATE sessions SET status = 'purging' WHERE id = ? AND status = 'live'").run(id);
    this.#recount([id]);
    return null;
  }

  setSetting({ name, value }: Parameters<Writes['setSetting']>[0]): null {
    this.#db.prepare('INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value').run(name, value);
    return null;
  }

  updateSession({ id, title, favourite, tags, notes }: Parameters<Writes['updateSession']>[0]): boolean {
    const row = this.#db
      .prepare<[string], { key: number; title: string; world: string; name: string }>(
        "SELECT key, title, world, coalesce(originals.name, capture_name) AS name FROM sessions LEFT JOIN originals ON sha256 = original WHERE id = ? AND status NOT IN ('importing', 'purging')",
      )
      .get(id);
    if (row === undefined) return false;
    if (favourite !== undefined) this.#db.prepare('UPDATE sessions SET favourite = ? WHERE key = ?').run(favourite ? 1 : 0, row.key);
    if (tags !== undefined) this.#annotations.setTags(row.key, tags);
    if (notes !== undefined) this.#annotations.setNotes(row.key, notes);
    if (title !== undefined) {
      const own = title.trim();
      this.#db
        .prepare('UPDATE sessions SET own_title = ?, search_text = ? WHERE key = ?')
        .run(own === '' ? null : own, searchText(own, row.title, row.world, row.name), row.key);
    }
    return true;
  }

  putAnnotations({ id, annotations }: Parameters<Writes['putAnnotations']>[0]): boolean {
    const key = this.#key(id);
    if (key !== undefined) this.#annotations.put(key, annotations);
    return key !== undefined;
  }

  removeAnnotations({ id, ids }: Parameters<Writes['removeAnnotations']>[0]): ReturnType<Writes['removeAnnotations']> {
    const key = this.#key(id);
    return key === undefined ? null : this.#annotations.remove(key, ids);
  }

  binSessions({ ids }: Parameters<Writes['binSessions']>[0]): readonly string[] {
    this.#refuseLive(ids);
    const bin = this.#db.prepare(
      "UPDATE sessions SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL AND status NOT IN ('importing', 'purging')",
    );
    const now = new Date().toISOString();
    return this.#recount(ids.filter((id) => bin.run(now, id).changes > 0));
  }

  restoreSessions({ ids }: Parameters<Writes['restoreSessions']>[0]): readonly string[] {
    const restore = this.#db.prepare(
      "UPDATE sessions SET deleted_at = NULL WHERE id = ? AND deleted_at IS NOT NULL AND status <> 'purging'",
    );
    return this.#recount(ids.filter((id) => restore.run(id).changes > 0));
  }

  purgeSessions({ ids }: Parameters<Writes['purgeSessions']>[0]): readonly string[] {
    this.#refuseLive(ids);
    const purge = this.#db.prepare("UPDATE sessions SET status = 'purging' WHERE id = ? AND status NOT IN ('importing', 'purging')");
    return this.#recount(ids.filter((id) => purge.run(id).changes > 0));
  }

  /** Counts a session that came or came back, or takes one away; false when there is none. */
  countStep(): boolean {
    return this.#db.transaction(() => this.#career.step())();
  }

  /** See removal.ts. */
  removeStep(): boolean {
    return this.#removal.step();
  }

  /** Folds the log into the database, so that the folder is as small as it can be. */
  foldLog(): void {
    this.#db.pragma('wal_checkpoint(TRUNCATE)');
  }

  #key(id: string): number | undefined {
    return this.#db
      .prepare<[string], number>("SELECT key FROM sessions WHERE id = ? AND status NOT IN ('importing', 'purging')")
      .pluck()
      .get(id);
  }

  /** Sessions that went to the bin, came back, or are gone; answers them. */
  #recount(ids: readonly string[]): readonly string[] {
    const key = this.#db.prepare<[string], number>('SELECT key FROM sessions WHERE id = ?').pluck();
    for (const id of ids) this.#career.check(key.get(id) ?? 0);
    this.#career.steps(CAREER_MS);
    return ids;
  }

  #active(importId: string): ActiveImport {
    const active = this.#imports.get(importId);
    if (active === undefined) throw new Error('the import has ended');
    return active;
  }

  #session(importId: string, id: string): { readonly key: number; status: 'ready' | 'partial' | null } {
    const session = this.#active(importId).sessions.get(id);
    if (session === undefined) throw new Error('the import has no such session');
    return session;
  }

  #live(id: string): { readonly key: number; readonly name: string } {
    const live = this.#db
      .prepare<[string], { key: number; name: string }>("SELECT key, capture_name AS name FROM sessions WHERE id = ? AND status = 'live'")
      .get(id);
    if (live === undefined) throw new Error('there is no such live session');
    return live;
  }

  #refuseLive(ids: readonly string[]): void {
    const title = this.#db
      .prepare<[string], string>("SELECT coalesce(own_title, title) FROM sessions WHERE id = ? AND status = 'live'")
      .pluck();
    for (const id of ids) {
      const live = title.get(id);
      if (live !== undefined) throw new RefusedInput(`${live} is still being recorded; it can be deleted when its recording has ended.`);
    }
  }

  /** The sessions whose places those of an import will take, in order. */
  #placesOf({ again, captured, sha256 }: ActiveImport): readonly { readonly key: number; readonly id: string }[] {
    if (captured !== null) return [{ key: this.#live(captured).key, id: captured }];
    return again ? this.#sessionsOf(sha256) : [];
  }

  #isUnderWay(sha256: string): boolean {
    return [...this.#imports.values()].some((active) => active.sha256 === sha256);
  }

  #sessionsOf(sha256: string): { key: number; id: string }[] {
    return this.#db
      .prepare<[string], { key: number; id: string }>(
        "SELECT key, id FROM sessions WHERE original = ? AND status NOT IN ('importing', 'purging') ORDER BY part, key",
      )
      .all(sha256);
  }

  #addChunk(key: number, part: StoredChunk): void {
    this.#db
      .prepare('INSERT INTO chunks (session, layer, idx, t0, t1, bytes, data) VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(key, part.layer, part.index, part.t0, part.t1, part.data.length, part.data);
  }

  #addEvents(key: number, part: StoredEvents): void {
    this.#db
      .prepare('INSERT INTO event_blocks (session, idx, first_seq, count, t0, t1, columns, payloads) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
      .run(key, part.index, part.firstSeq, part.count, part.t0, part.t1, part.columns, part.payloads);
  }

  /** Stores all that is known of a session as a whole, in the place of what was known before. */
  #describe(key: number, name: string, session: FinishedSession): void {
    const { info } = session;
    const ownTitle = this.#db.prepare<[number], string | null>('SELECT own_title FROM sessions WHERE key = ?').pluck().get(key) ?? '';
    this.#db
      .prepare(
        `UPDATE sessions SET game = ?, format = ?, adapter_version = ?, title = ?, world = ?, started_at = ?, duration_ms = ?, frames = ?, entities = ?, players = ?,
           events = ?, result = ?, warnings = ?, library_bytes = ?, spark = ?, search_text = ? WHERE key = ?`,
      )
      .run(
        info.game,
        info.format,
        info.adapterVersion,
        info.title,
        info.world,
        info.startedAt,
        info.durationMs,
        info.frames,
        info.entityCount,
        info.playerCount,
        info.eventCount,
        info.result,
        info.warnings.reduce((sum, warning) => sum + warning.count, 0),
        session.libraryBytes,
        packCounts(session.spark),
        searchText(ownTitle, info.title, info.world, name),
        key,
      );
    this.#db.prepare('DELETE FROM session_blocks WHERE session = ?').run(key);
    this.#db.prepare('DELETE FROM session_players WHERE session = ?').run(key);
    this.#addBlocks(key, session);
  }

  #addBlocks(key: number, session: FinishedSession): void {
    this.#db
      .prepare('INSERT INTO session_blocks (session, info, entities, strings, overview) VALUES (?, ?, ?, ?, ?)')
      .run(key, session.packedInfo, session.packedEntities, session.packedStrings, session.overview);
    const player = this.#db.prepare('INSERT INTO session_players (session, entity, name, native_id, folded) VALUES (?, ?, ?, ?, ?)');
    for (const { entity, name, nativeId } of session.players) player.run(key, entity, name, nativeId, fold(name));
  }

  /** The new reading of an original gets the place of the old one, which is removed. */
  #takePlace(key: number, oldKey: number, oldId: string): void {
    const kept = this.#db
      .prepare<[number], { own_title: string | null; favourite: number; imported_at: string; deleted_at: string | null }>(
        'SELECT own_title, favourite, imported_at, deleted_at FROM sessions WHERE key = ?',
      )
      .get(oldKey);
    if (kept === undefined) return;
    this.#annotations.move(oldKey, key);
    this.#career.check(oldKey);
    this.#db.prepare("UPDATE sessions SET status = 'purging', id = 'replaced-' || id || '-' || key WHERE key = ?").run(oldKey);
    this.#db
      .prepare(
        'UPDATE sessions SET id = ?, own_title = ?, favourite = ?, imported_at = ?, deleted_at = ?, search_text = search_text || char(10) || ? WHERE key = ?',
      )
      .run(oldId, kept.own_title, kept.favourite, kept.imported_at, kept.deleted_at, fold(kept.own_title ?? ''), key);
  }
}

function searchText(...parts: readonly string[]): string {
  return fold(parts.join('\n'));
}

function packCounts(counts: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(counts.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [index, count] of counts.entries()) view.setUint32(index * 4, count, true);
  return bytes;
}
