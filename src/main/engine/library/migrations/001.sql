-- The library, first version. Numbers in `session` columns are sessions.key; people and the API see sessions.id.
PRAGMA application_id = 1396788804; -- "SAND"

CREATE TABLE originals (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- importing: being written, dropped at the next start when its import did not end. purging: its parts are being removed.
  status TEXT NOT NULL CHECK (status IN ('importing', 'ready', 'partial', 'live', 'recovered', 'purging')),
  original TEXT NOT NULL REFERENCES originals (sha256),
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
  search_text TEXT NOT NULL
) STRICT;

CREATE INDEX sessions_by_original ON sessions (original);

-- Blocks of one session that are read together; zstd of JSON, the overview as the chunk codec wrote it.
CREATE TABLE session_blocks (
  session INTEGER PRIMARY KEY REFERENCES sessions (key),
  info BLOB NOT NULL,
  entities BLOB NOT NULL,
  strings BLOB NOT NULL,
  overview BLOB
) STRICT;

CREATE TABLE chunks (
  session INTEGER NOT NULL REFERENCES sessions (key),
  layer INTEGER NOT NULL CHECK (layer IN (0, 1)),
  idx INTEGER NOT NULL,
  t0 INTEGER NOT NULL,
  t1 INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (session, layer, idx)
) STRICT;

CREATE TABLE event_blocks (
  session INTEGER NOT NULL REFERENCES sessions (key),
  idx INTEGER NOT NULL,
  first_seq INTEGER NOT NULL,
  count INTEGER NOT NULL,
  t0 INTEGER NOT NULL,
  t1 INTEGER NOT NULL,
  columns BLOB NOT NULL,
  payloads BLOB NOT NULL,
  PRIMARY KEY (session, idx)
) STRICT;

-- Who played in which session: finds a person across games.
CREATE TABLE session_players (
  session INTEGER NOT NULL REFERENCES sessions (key),
  entity INTEGER NOT NULL,
  name TEXT NOT NULL,
  native_id TEXT NOT NULL,
  -- The name, folded for searching.
  folded TEXT NOT NULL,
  PRIMARY KEY (session, entity)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
