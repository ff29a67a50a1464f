/** Takes what is marked for removal out of the library, in steps that are short enough for live commits in between. */
import { rmSync } from 'node:fs';
import type { CareerWrites } from '../career/career-writes.ts';
import { originalPath, type LibraryFolder } from './folder.ts';
import type { Db } from './schema.ts';

/** Bytes removed per step of a purge: a few milliseconds. */
const STEP_BYTES = 384 * 1024;
const STEP_ROWS = 2000;
const VACUUM_PAGES = 128;

export class Removal {
  readonly #db: Db;
  readonly #folder: LibraryFolder;
  readonly #career: CareerWrites;
  readonly #isNeeded: (sha256: string) => boolean;

  /** `isNeeded`: an original that no session has yet, but an import is about to. */
  constructor(db: Db, folder: LibraryFolder, career: CareerWrites, isNeeded: (sha256: string) => boolean) {
    this.#db = db;
    this.#folder = folder;
    this.#career = career;
    this.#isNeeded = isNeeded;
  }

  /** One short transaction's worth of removing what is marked for it; false when nothing is left. */
  step(): boolean {
    const key = this.#db.prepare<[], number>("SELECT key FROM sessions WHERE status = 'purging' LIMIT 1").pluck().get();
    if (key !== undefined) {
      this.#db.transaction(() => this.#removeSome(key))();
      return true;
    }
    return this.#removeOriginal() || this.#giveBackPages();
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
    this.#career.remove(key);
    for (const table of ['annotations', 'session_tags', 'session_blocks'])
      this.#db.prepare(`DELETE FROM ${table} WHERE session = ?`).run(key);
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
    const sha256 = unused.find((hash) => !this.#isNeeded(hash));
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
