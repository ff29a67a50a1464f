-- Sessions that are being recorded: their original lies in captures/ until they end, and is not hashed yet. SQLite cannot take a NOT NULL away: the table is made anew.
CREATE TABLE sessions_new (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- importing: being written, dropped at the next start when its import did not end. live: being recorded, read from its original at the next start when its
  -- capture did not end it. purging: its parts are being removed.
  status TEXT NOT NULL CHECK (status IN ('importing', 'ready', 'partial', 'live', 'recovered', 'purging')),
  original TEXT REFERENCES originals (sha256),
  -- While there is no original yet: its file name for people. The file is captures/<id>. Of an importing one: it takes the place of a session that is there.
  capture_name TEXT,
  -- Which session of its original, counted from 0.
  part INTEGER NOT NULL,
  game TEXT NOT NULL,
  format TEXT NOT NULL,
  adapter_version INTEGER NOT NULL,
  title TEXT NOT NULL,
  -- What a person called it; null while it has the recording's own title.
  own_title TEXT,
  world TEXT NOT NULL,
  started_at TEXT,
  imported_at TEXT NOT NULL,
  deleted_at TEXT,
  favourite INTEGER NOT NULL DEFAULT 0 CHECK (favourite IN (0, 1)),
  duration_ms INTEGER NOT NULL,
  frames INTEGER NOT NULL,
  entities INTEGER NOT NULL,
  players INTEGER NOT NULL,
  events INTEGER NOT NULL,
  result TEXT,
  warnings INTEGER NOT NULL,
  library_bytes INTEGER NOT NULL,
  -- 64 counts, little-endian 32 bit.
  spark BLOB NOT NULL,
  -- Title, world and file name, folded for searching.
  search_text TEXT NOT NULL,
  CHECK (original IS NOT NULL OR status IN ('live', 'purging')),
  CHECK (status <> 'live' OR capture_name IS NOT NULL)
) STRICT;

INSERT INTO sessions_new (key, id, status, original, part, game, format, adapter_version, title, own_title, world, started_at, imported_at, deleted_at, favourite,
  duration_ms, frames, entities, players, events, result, warnings, library_bytes, spark, search_text)
SELECT key, id, status, original, part, game, format, adapter_version, title, own_title, world, started_at, imported_at, deleted_at, favourite,
  duration_ms, frames, entities, players, events, result, warnings, library_bytes, spark, search_text FROM sessions;

DROP TABLE sessions;
ALTER TABLE sessions_new RENAME TO sessions;
CREATE INDEX sessions_by_original ON sessions (original);
