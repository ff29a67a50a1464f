/**
 * Opens library.db: makes it, migrates it, or refuses it. A refused file is left as it was, byte for byte: it is judged by its raw header (and that of its
 * write-ahead log) and by a read-only connection before anything may write to it.
 */
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readFileSync, readSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { RefusedInput } from '../game-adapter.ts';

const APPLICATION_ID = 0x53414e44; // "SAND"
const MIGRATIONS = join(import.meta.dirname, 'migrations');
const MAGIC = 'SQLite format 3\0';
/** Offsets in the database header (sqlite.org/fileformat2.html). */
const HEADER = { bytes: 100, pageSize: 16, changeCounter: 24, pages: 28, userVersion: 60, applicationId: 68, validFor: 92 };
const WAL = { header: 32, frame: 24, commit: 4, salt: 16, frameSalt: 8 };

export type Db = Database.Database;

/** The library's database, ready to write. Throws RefusedInput with one sentence when it must be left alone. */
export function openLibraryDatabase(file: string): Db {
  const migrations = readMigrations();
  const isNew = !existsSync(file) || statSync(file).size === 0;
  if (!isNew) refuseUnusable(file, migrations.length);
  const db = new Database(file);
  try {
    // auto_vacuum can only be chosen before the first table exists.
    if (isNew) db.pragma('auto_vacuum = INCREMENTAL');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    db.pragma('foreign_keys = OFF'); // while tables are made anew; each migration is checked as a whole
    db.pragma('trusted_schema = OFF');
    db.pragma('journal_size_limit = 1048576');
    migrate(db, migrations);
    db.pragma('foreign_keys = ON');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A connection of a reader thread. */
export function openLibraryReader(file: string): Db {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  db.pragma('trusted_schema = OFF');
  return db;
}

/** The same before the writer had its turn: null unless the database is there, of today's version, and not left in the middle of an import. */
export function openCurrentLibrary(file: string): Db | null {
  let db: Db | null = null;
  try {
    db = openLibraryReader(file);
    const isOurs = db.pragma('application_id', { simple: true }) === APPLICATION_ID;
    const isCurrent = isOurs && db.pragma('user_version', { simple: true }) === readMigrations().length;
    if (isCurrent && db.prepare("SELECT 1 FROM sessions WHERE status = 'importing' LIMIT 1").get() === undefined) return db;
  } catch {
    // Whoever opens it in earnest says why.
  }
  db?.close();
  return null;
}

function readMigrations(): string[] {
  const names = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql'));
  return names.toSorted().map((name) => readFileSync(join(MIGRATIONS, name), 'utf8'));
}

function migrate(db: Db, migrations: readonly string[]): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue;
    db.transaction(() => {
      db.exec(sql);
      if ((db.pragma('foreign_key_check') as unknown[]).length > 0) throw damaged();
      db.pragma(`user_version = ${index + 1}`);
    })();
  }
}

function refuseUnusable(file: string, supported: number): void {
  const header = currentHeader(file);
  if (header === null || header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw new RefusedInput('The library file library.db is not a database; it was left as it is. Move it away to start a new library.');
  }
  if (header.readUInt32BE(HEADER.applicationId) !== APPLICATION_ID) {
    throw new RefusedInput(
      'The file library.db is a database of another program; it was left as it is. Choose another folder for the library.',
    );
  }
  const version = header.readUInt32BE(HEADER.userVersion);
  if (version > supported) {
    throw new RefusedInput(
      `This library was made by a newer Sandtable (library version ${version}, this one reads up to ${supported}); it was left as it is. Install the newer Sandtable to open it.`,
    );
  }
  if (isCut(file, header)) throw damaged();
  checkIndexTables(file);
}

function damaged(): RefusedInput {
  return new RefusedInput(
    'The library file library.db is damaged; it was left as it is. Restore it from a copy, or move it away to start a new library.',
  );
}

/** The header as SQLite would see it: page 1 of the last commit in the write-ahead log, else that of the file. Null when the file is too short to have one. */
function currentHeader(file: string): Buffer | null {
  return headerInLog(`${file}-wal`) ?? readAt(file, 0, HEADER.bytes);
}

function headerInLog(wal: string): Buffer | null {
  if (!existsSync(wal)) return null;
  const head = readAt(wal, 0, WAL.header);
  if (head === null) return null;
  const pageSize = head.readUInt32BE(8);
  if (pageSize < 512 || pageSize > 65_536) return null;
  const descriptor = openSync(wal, 'r');
  try {
    const frame = Buffer.alloc(WAL.frame + HEADER.bytes);
    let pending: Buffer | null = null;
    let committed: Buffer | null = null;
    for (let offset = WAL.header; readSync(descriptor, frame, 0, frame.length, offset) === frame.length; offset += WAL.frame + pageSize) {
      if (frame.compare(head, WAL.salt, WAL.salt + 8, WAL.frameSalt, WAL.frameSalt + 8) !== 0) break; // left over from an earlier log
      if (frame.readUInt32BE(0) === 1) pending = Buffer.from(frame.subarray(WAL.frame));
      if (frame.readUInt32BE(WAL.commit) !== 0) committed = pending;
    }
    return committed;
  } finally {
    closeSync(descriptor);
  }
}

/** The file is shorter than its own header says (a cut copy). Only sure without a log, which may hold the missing pages. */
function isCut(file: string, header: Buffer): boolean {
  if (existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0) return false;
  if (header.readUInt32BE(HEADER.changeCounter) !== header.readUInt32BE(HEADER.validFor)) return false;
  const raw = header.readUInt16BE(HEADER.pageSize);
  return statSync(file).size < header.readUInt32BE(HEADER.pages) * (raw === 1 ? 65_536 : raw);
}

/** Reads the schema and checks the tables by which all others are found. The whole file is `library verify`'s business: that takes seconds per GB. */
function checkIndexTables(file: string): void {
  const beside = [`${file}-wal`, `${file}-shm`].filter((name) => !existsSync(name));
  let problem: RefusedInput | null = null;
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    try {
      for (const table of ['sqlite_schema', 'sessions', 'originals', 'session_blocks', 'session_players']) {
        if (db.pragma(`quick_check('${table}')`, { simple: true }) !== 'ok') problem = damaged();
      }
    } finally {
      db.close();
    }
  } catch {
    problem = damaged();
  }
  if (problem !== null) {
    // A read-only connection may leave an empty log behind; the refused folder is to stay as it was.
    for (const name of beside) rmSync(name, { force: true });
    throw problem;
  }
}

function readAt(file: string, offset: number, length: number): Buffer | null {
  const descriptor = openSync(file, 'r');
  try {
    if (fstatSync(descriptor).size < offset + length) return null;
    const bytes = Buffer.alloc(length);
    return readSync(descriptor, bytes, 0, length, offset) === length ? bytes : null;
  } finally {
    closeSync(descriptor);
  }
}
