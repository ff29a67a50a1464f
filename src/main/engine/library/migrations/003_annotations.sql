-- What people add to sessions (src/shared/annotations.ts).
CREATE TABLE annotations (
  session INTEGER NOT NULL REFERENCES sessions (key),
  id TEXT NOT NULL,
  -- ms of the session that it belongs to, null for none.
  t INTEGER,
  -- JSON.
  body TEXT NOT NULL,
  PRIMARY KEY (session, id)
) STRICT;

CREATE TABLE session_tags (
  session INTEGER NOT NULL REFERENCES sessions (key),
  tag TEXT NOT NULL COLLATE NOCASE,
  PRIMARY KEY (session, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_by_tag ON session_tags (tag);

-- Free text about the session.
ALTER TABLE sessions ADD COLUMN notes TEXT NOT NULL DEFAULT '';
-- The .sandtable file's own id of a session that came in one (null for others): the same session shared twice is known by it.
ALTER TABLE sessions ADD COLUMN origin TEXT;
