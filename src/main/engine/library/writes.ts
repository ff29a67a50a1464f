/** All that changes library.db, as short synchronous operations. They run in the writer thread, several to a transaction. */
import { rmSync } from 'node:fs';
import { fold } from './fold.ts';
import type { LibraryFolder } from './folder.ts';
import { originalPath } from './folder.ts';
import type { FinishedSession, SessionName, StoredChunk, StoredEvents, WriterOperations } from './operations.ts';
import type { Db } from './schema.ts';

const BIN_DAYS = 7;
/** Bytes removed per step of a purge: a few milliseconds. */
const STEP_BYTES = 384 * 1024;
const STEP_ROWS = 2000;
const VACUUM_PAGES = 128;

interface ActiveImport {
  readonly sha256: string;
  readonly name: string;
  readonly again: boolean;
  /** By id, in the order of the original; the status each will have, null until finished. */
  readonly sessions: Map<string, { readonly key: number; status: 'ready' | 'partial' | null }>;
}

type Writes = { [K in keyof WriterOperations]: (args: Parameters<WriterOperations[K]>[0]) => ReturnType<WriterOperations[K]> };

export class LibraryWrites implements Omit<Writes, 'settle'> {
  readonly #db: Db;
  readonly #folder: LibraryFolder;
  readonly #imports = new Map<string, ActiveImport>();

  constructor(db: Db, folder: LibraryFolder) {
    this.#db = db;
    this.#folder = folder;
  }

  /** What a crash left of imports, and what has been in the bin for a week, is marked for removal. */
  tidyAtStart(now: Date): void {
    const expired = new Date(now.getTime() - BIN_DAYS * 86_400_000).toISOString();
    this.#db.transaction(() => {
      this.#db.prepare("UPDATE sessions SET status = 'purging' WHERE status = 'importing' OR deleted_at < ?").run(expired);
    })();
  }

  beginImport({ import: id, sha256, name, bytes, again }: Parameters<Writes['beginImport']>[0]): ReturnType<Writes['beginImport']> {
    if (this.#isUnderWay(sha256)) return { duplicates: [], underWay: true };
    if (!again) {
      const duplicates = this.#db
        .prepare<[string], SessionName>(
          "SELECT id, coalesce(own_title, title) AS title FROM sessions WHERE original = ? AND status NOT IN ('importing', 'purging') AND deleted_at IS NULL ORDER BY part",
        )
        .all(sha256);
      if (duplicates.length > 0) return { duplicates, underWay: false };
    }
    this.#db.prepare('INSERT OR IGNORE INTO originals (sha256, name, bytes) VALUES (?, ?, ?)').run(sha256, name, bytes);
    this.#imports.set(id, { sha256, name, again, sessions: new Map() });
    return { duplicates: [], underWay: false };
  }

  beginSession({ import: importId, id, game, format }: Parameters<Writes['beginSession']>[0]): null {
    const active = this.#active(importId);
    const { lastInsertRowid } = this.#db
      .prepare(
        `INSERT INTO sessions (id, status, original, part, game, format, adapter_version, title, world, imported_at, duration_ms, frames, entities, players, events,
           warnings, library_bytes, spark, search_text)
         VALUES (?, 'importing', ?, ?, ?, ?, 0, ?, '', ?, 0, 0, 0, 0, 0, 0, 0, zeroblob(256), ?)`,
      )
      .run(id, active.sha256, active.sessions.size, game, format, active.name, new Date().toISOString(), fold(active.name));
    active.sessions.set(id, { key: Number(lastInsertRowid), status: null });
    return null;
  }

  addPart({ import: importId, id, part }: Parameters<Writes['addPart']>[0]): null {
    const { key } = this.#session(importId, id);
    if (part.kind === 'chunk') this.#addChunk(key, part);
    else this.#addEvents(key, part);
    return null;
  }

  finishSession({ import: importId, id, session }: Parameters<Writes['finishSession']>[0]): null {
    const place = this.#session(importId, id);
    const { info } = session;
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
        searchText(info.title, info.world, this.#active(importId).name),
        place.key,
      );
    this.#addBlocks(place.key, session);
    place.status = info.partial ? 'partial' : 'ready';
    return null;
  }

  completeImport({ import: importId }: Parameters<Writes['completeImport']>[0]): readonly string[] {
    const active = this.#active(importId);
    const ids: string[] = [];
    const before = active.again ? this.#sessionsOf(active.sha256) : [];
    for (const [index, [id, { key, status }]] of [...active.sessions].entries()) {
      if (status === null) throw new Error('an import was completed before its session');
      this.#db.prepare('UPDATE sessions SET status = ? WHERE key = ?').run(status, key);
      const old = before[index];
      if (old !== undefined) this.#takePlace(key, old.key, old.id);
      ids.push(old?.id ?? id);
    }
    this.#imports.delete(importId);
    return ids;
  }

  dropImport({ import: importId }: Parameters<Writes['dropImport']>[0]): null {
    const active = this.#imports.get(importId);
    if (active === undefined) return null;
    this.#imports.delete(importId);
    for (const { key } of active.sessions.values()) this.#db.prepare("UPDATE sessions SET status = 'purging' WHERE key = ?").run(key);
    return null;
  }

  updateSession({ id, title, favourite }: Parameters<Writes['updateSession']>[0]): boolean {
    const row = this.#db
      .prepare<[string], { key: number; title: string; world: string; name: string }>(
        "SELECT key, title, world, originals.name FROM sessions JOIN originals ON sha256 = original WHERE id = ? AND status NOT IN ('importing', 'purging')",
      )
      .get(id);
    if (row === undefined) return false;
    if (favourite !== undefined) this.#db.prepare('UPDATE sessions SET favourite = ? WHERE key = ?').run(favourite ? 1 : 0, row.key);
    if (title !== undefined) {
      const own = title.trim();
      this.#db
        .prepare('UPDATE sessions SET own_title = ?, search_text = ? WHERE key = ?')
        .run(own === '' ? null : own, searchText(own, row.title, row.world, row.name), row.key);
    }
    return true;
  }

  binSessions({ ids }: Parameters<Writes['binSessions']>[0]): readonly string[] {
    const bin = this.#db.prepare(
      "UPDATE sessions SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL AND status NOT IN ('importing', 'purging')",
    );
    const now = new Date().toISOString();
    return ids.filter((id) => bin.run(now, id).changes > 0);
  }

  restoreSessions({ ids }: Parameters<Writes['restoreSessions']>[0]): readonly string[] {
    const restore = this.#db.prepare(
      "UPDATE sessions SET deleted_at = NULL WHERE id = ? AND deleted_at IS NOT NULL AND status <> 'purging'",
    );
    return ids.filter((id) => restore.run(id).changes > 0);
  }

  purgeSessions({ ids }: Parameters<Writes['purgeSessions']>[0]): readonly string[] {
    const purge = this.#db.prepare("UPDATE sessions SET status = 'purging' WHERE id = ? AND status NOT IN ('importing', 'purging')");
    return ids.filter((id) => purge.run(id).changes > 0);
  }

  /** One short transaction's worth of removing what is marked for it; false when nothing is left. */
  removeStep(): boolean {
    const key = this.#db.prepare<[], number>("SELECT key FROM sessions WHERE status = 'purging' LIMIT 1").pluck().get();
    if (key !== undefined) {
      this.#db.transaction(() => this.#removeSome(key))();
      return true;
    }
    return this.#removeOriginal() || this.#giveBackPages();
  }

  /** Folds the log into the database, so that the folder is as small as it can be. */
  foldLog(): void {
    this.#db.pragma('wal_checkpoint(TRUNCATE)');
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
    this.#db.prepare("UPDATE sessions SET status = 'purging', id = 'replaced-' || id || '-' || key WHERE key = ?").run(oldKey);
    this.#db
      .prepare(
        'UPDATE sessions SET id = ?, own_title = ?, favourite = ?, imported_at = ?, deleted_at = ?, search_text = search_text || char(10) || ? WHERE key = ?',
      )
      .run(oldId, kept.own_title, kept.favourite, kept.imported_at, kept.deleted_at, fold(kept.own_title ?? ''), key);
  }

  #removeSome(key: number): void {
    const chunks = this.#db
      .prepare<[number], { rowid: number; bytes: number }>('SELECT rowid, bytes FROM chunks WHERE session = ? LIMIT 64')
      .all(key);
    if (chunks.length > 0) return this.#removeRows('chunks', chunks);
    const blocks = this.#db
      .prepare<[number], { rowid: number; bytes: number }>(
        'SELECT rowid, length(columns) + length(payloads) AS bytes FROM event_blocks WHERE session = ? LIMIT 64',
      )
      .all(key);
    if (blocks.length > 0) return this.#removeRows('event_blocks', blocks);
    const players = this.#db
      .prepare('DELETE FROM session_players WHERE session = ? AND entity IN (SELECT entity FROM session_players WHERE session = ? LIMIT ?)')
      .run(key, key, STEP_ROWS);
    if (players.changes > 0) return;
    this.#db.prepare('DELETE FROM session_blocks WHERE session = ?').run(key);
    this.#db.prepare('DELETE FROM sessions WHERE key = ?').run(key);
  }

  #removeRows(table: 'chunks' | 'event_blocks', rows: readonly { rowid: number; bytes: number }[]): void {
    const remove = this.#db.prepare(`DELETE FROM ${table} WHERE rowid = ?`);
    let bytes = 0;
    for (const row of rows) {
      remove.run(row.rowid);
      bytes += row.bytes;
      if (bytes >= STEP_BYTES) return;
    }
  }

  /** The file goes right after the commit: no import can put it back in between, for that asks this thread first. */
  #removeOriginal(): boolean {
    const unused = this.#db
      .prepare<[], string>('SELECT sha256 FROM originals WHERE NOT EXISTS (SELECT 1 FROM sessions WHERE original = sha256)')
      .pluck()
      .all();
    const sha256 = unused.find((hash) => !this.#isUnderWay(hash));
    if (sha256 === undefined) return false;
    this.#db.prepare('DELETE FROM originals WHERE sha256 = ?').run(sha256);
    rmSync(originalPath(this.#folder.originals, sha256), { force: true });
    return true;
  }

  #giveBackPages(): boolean {
    if ((this.#db.pragma('freelist_count', { simple: true }) as number) === 0) return false;
    this.#db.pragma(`incremental_vacuum(${VACUUM_PAGES})`);
    return true;
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
