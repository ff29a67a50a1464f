-- Career statistics: what is counted of people over all sessions of a game (src/main/engine/career/). What n0, n1 … count is the game's to say: see CareerModel.counters.
-- Bots are people too; person 0 stands for all who are not bots, person -1 for all bots (their n0, which counts matches, is then that of people in matches).

-- Everybody as some recording knows them. Counts are kept by person; a player is one person, or several that were merged.
CREATE TABLE career_people (
  -- From 1; bots from -2 downwards.
  person INTEGER PRIMARY KEY,
  game TEXT NOT NULL,
  -- How sure it is that this is the same one in another session: "smf", "name". A scope is a session's id where that is not sure at all, else "".
  scheme TEXT NOT NULL,
  value TEXT NOT NULL,
  scope TEXT NOT NULL,
  -- Stands in addresses.
  id TEXT NOT NULL,
  bot INTEGER NOT NULL CHECK (bot IN (0, 1)),
  -- Whom a person was merged into, null for none; and who stands for this one: itself, or the one at the end of that chain.
  merged_into INTEGER REFERENCES career_people (person),
  player INTEGER NOT NULL,
  -- In the newest session that is counted; folded for searching.
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  UNIQUE (game, scheme, value, scope),
  UNIQUE (game, id)
) STRICT;

CREATE INDEX career_people_by_player ON career_people (player);
CREATE INDEX career_people_by_name ON career_people (game, folded);
CREATE INDEX career_people_by_value ON career_people (game, value);
-- Who has to be put together where people are listed.
CREATE INDEX career_people_merged ON career_people (player) WHERE merged_into IS NOT NULL;

-- A code that somebody types in a game's chat to be merged into a player.
CREATE TABLE career_claims (
  code TEXT PRIMARY KEY,
  game TEXT NOT NULL,
  -- Null: whoever types it.
  player INTEGER REFERENCES career_people (person),
  -- Unix ms.
  expires_at INTEGER NOT NULL,
  -- Who typed it, null while nobody has.
  person INTEGER REFERENCES career_people (person)
) STRICT, WITHOUT ROWID;

-- Sessions that are counted, or can be.
CREATE TABLE career_sessions (
  session INTEGER PRIMARY KEY REFERENCES sessions (key),
  game TEXT NOT NULL,
  -- CareerProvider.version
  version INTEGER NOT NULL,
  map TEXT NOT NULL,
  server TEXT NOT NULL,
  -- Unix ms, and the same as a day of UTC: 20260206.
  started INTEGER NOT NULL,
  day INTEGER NOT NULL,
  -- Its rows are in the tables below. Those in the bin are not.
  counted INTEGER NOT NULL CHECK (counted IN (0, 1)),
  -- All of its rows, to count it again (rows.ts); null while it is recorded.
  packed BLOB
) STRICT;

CREATE INDEX career_sessions_by_day ON career_sessions (game, day) WHERE counted = 1;
CREATE INDEX career_sessions_by_map ON career_sessions (game, map, day) WHERE counted = 1;
CREATE INDEX career_sessions_by_server ON career_sessions (game, server, day) WHERE counted = 1;

-- What is counted of each person in a session.
CREATE TABLE career_rows (
  session INTEGER NOT NULL REFERENCES career_sessions (session),
  person INTEGER NOT NULL,
  -- The session's own.
  started INTEGER NOT NULL,
  -- Within the session; -1 for people 0 and -1. Names are those in this session.
  entity INTEGER NOT NULL,
  name TEXT NOT NULL,
  -- Played for last, "" for none.
  team TEXT NOT NULL,
  n0 INTEGER NOT NULL DEFAULT 0, n1 INTEGER NOT NULL DEFAULT 0, n2 INTEGER NOT NULL DEFAULT 0, n3 INTEGER NOT NULL DEFAULT 0,
  n4 INTEGER NOT NULL DEFAULT 0, n5 INTEGER NOT NULL DEFAULT 0, n6 INTEGER NOT NULL DEFAULT 0, n7 INTEGER NOT NULL DEFAULT 0,
  n8 INTEGER NOT NULL DEFAULT 0, n9 INTEGER NOT NULL DEFAULT 0, n10 INTEGER NOT NULL DEFAULT 0, n11 INTEGER NOT NULL DEFAULT 0,
  n12 INTEGER NOT NULL DEFAULT 0, n13 INTEGER NOT NULL DEFAULT 0, n14 INTEGER NOT NULL DEFAULT 0, n15 INTEGER NOT NULL DEFAULT 0,
  n16 INTEGER NOT NULL DEFAULT 0, n17 INTEGER NOT NULL DEFAULT 0, n18 INTEGER NOT NULL DEFAULT 0, n19 INTEGER NOT NULL DEFAULT 0,
  n20 INTEGER NOT NULL DEFAULT 0, n21 INTEGER NOT NULL DEFAULT 0, n22 INTEGER NOT NULL DEFAULT 0, n23 INTEGER NOT NULL DEFAULT 0,
  n24 INTEGER NOT NULL DEFAULT 0, n25 INTEGER NOT NULL DEFAULT 0, n26 INTEGER NOT NULL DEFAULT 0, n27 INTEGER NOT NULL DEFAULT 0,
  n28 INTEGER NOT NULL DEFAULT 0, n29 INTEGER NOT NULL DEFAULT 0, n30 INTEGER NOT NULL DEFAULT 0, n31 INTEGER NOT NULL DEFAULT 0,
  n32 INTEGER NOT NULL DEFAULT 0, n33 INTEGER NOT NULL DEFAULT 0, n34 INTEGER NOT NULL DEFAULT 0, n35 INTEGER NOT NULL DEFAULT 0,
  n36 INTEGER NOT NULL DEFAULT 0, n37 INTEGER NOT NULL DEFAULT 0, n38 INTEGER NOT NULL DEFAULT 0, n39 INTEGER NOT NULL DEFAULT 0,
  n40 INTEGER NOT NULL DEFAULT 0, n41 INTEGER NOT NULL DEFAULT 0, n42 INTEGER NOT NULL DEFAULT 0, n43 INTEGER NOT NULL DEFAULT 0,
  n44 INTEGER NOT NULL DEFAULT 0, n45 INTEGER NOT NULL DEFAULT 0, n46 INTEGER NOT NULL DEFAULT 0, n47 INTEGER NOT NULL DEFAULT 0,
  n48 INTEGER NOT NULL DEFAULT 0, n49 INTEGER NOT NULL DEFAULT 0, n50 INTEGER NOT NULL DEFAULT 0, n51 INTEGER NOT NULL DEFAULT 0,
  n52 INTEGER NOT NULL DEFAULT 0, n53 INTEGER NOT NULL DEFAULT 0, n54 INTEGER NOT NULL DEFAULT 0, n55 INTEGER NOT NULL DEFAULT 0,
  n56 INTEGER NOT NULL DEFAULT 0, n57 INTEGER NOT NULL DEFAULT 0, n58 INTEGER NOT NULL DEFAULT 0, n59 INTEGER NOT NULL DEFAULT 0,
  n60 INTEGER NOT NULL DEFAULT 0, n61 INTEGER NOT NULL DEFAULT 0, n62 INTEGER NOT NULL DEFAULT 0, n63 INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (session, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX career_rows_by_person ON career_rows (person, started);

-- The same by something finer: kind "weapon" by its name, "opponent" by the other's person …
CREATE TABLE career_details (
  session INTEGER NOT NULL REFERENCES career_sessions (session),
  person INTEGER NOT NULL,
  kind TEXT NOT NULL,
  key ANY NOT NULL,
  n0 INTEGER NOT NULL DEFAULT 0, n1 INTEGER NOT NULL DEFAULT 0, n2 INTEGER NOT NULL DEFAULT 0, n3 INTEGER NOT NULL DEFAULT 0,
  n4 INTEGER NOT NULL DEFAULT 0, n5 INTEGER NOT NULL DEFAULT 0, n6 INTEGER NOT NULL DEFAULT 0, n7 INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (session, person, kind, key)
) STRICT, WITHOUT ROWID;

-- Leaderboards of one weapon on few sessions; with the numbers in it, for a look at each row elsewhere would take longest.
CREATE INDEX career_details_by_weapon ON career_details (session, key, person, n0, n1, n2, n3, n4, n5, n6, n7) WHERE kind = 'weapon';

-- Sums of career_rows: over all sessions (scope "", value ""), those on a map or of a server; of all time (period 0) or a month (202602).
CREATE TABLE career_totals (
  game TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('', 'map', 'server')),
  value TEXT NOT NULL,
  period INTEGER NOT NULL,
  person INTEGER NOT NULL,
  n0 INTEGER NOT NULL DEFAULT 0, n1 INTEGER NOT NULL DEFAULT 0, n2 INTEGER NOT NULL DEFAULT 0, n3 INTEGER NOT NULL DEFAULT 0,
  n4 INTEGER NOT NULL DEFAULT 0, n5 INTEGER NOT NULL DEFAULT 0, n6 INTEGER NOT NULL DEFAULT 0, n7 INTEGER NOT NULL DEFAULT 0,
  n8 INTEGER NOT NULL DEFAULT 0, n9 INTEGER NOT NULL DEFAULT 0, n10 INTEGER NOT NULL DEFAULT 0, n11 INTEGER NOT NULL DEFAULT 0,
  n12 INTEGER NOT NULL DEFAULT 0, n13 INTEGER NOT NULL DEFAULT 0, n14 INTEGER NOT NULL DEFAULT 0, n15 INTEGER NOT NULL DEFAULT 0,
  n16 INTEGER NOT NULL DEFAULT 0, n17 INTEGER NOT NULL DEFAULT 0, n18 INTEGER NOT NULL DEFAULT 0, n19 INTEGER NOT NULL DEFAULT 0,
  n20 INTEGER NOT NULL DEFAULT 0, n21 INTEGER NOT NULL DEFAULT 0, n22 INTEGER NOT NULL DEFAULT 0, n23 INTEGER NOT NULL DEFAULT 0,
  n24 INTEGER NOT NULL DEFAULT 0, n25 INTEGER NOT NULL DEFAULT 0, n26 INTEGER NOT NULL DEFAULT 0, n27 INTEGER NOT NULL DEFAULT 0,
  n28 INTEGER NOT NULL DEFAULT 0, n29 INTEGER NOT NULL DEFAULT 0, n30 INTEGER NOT NULL DEFAULT 0, n31 INTEGER NOT NULL DEFAULT 0,
  n32 INTEGER NOT NULL DEFAULT 0, n33 INTEGER NOT NULL DEFAULT 0, n34 INTEGER NOT NULL DEFAULT 0, n35 INTEGER NOT NULL DEFAULT 0,
  n36 INTEGER NOT NULL DEFAULT 0, n37 INTEGER NOT NULL DEFAULT 0, n38 INTEGER NOT NULL DEFAULT 0, n39 INTEGER NOT NULL DEFAULT 0,
  n40 INTEGER NOT NULL DEFAULT 0, n41 INTEGER NOT NULL DEFAULT 0, n42 INTEGER NOT NULL DEFAULT 0, n43 INTEGER NOT NULL DEFAULT 0,
  n44 INTEGER NOT NULL DEFAULT 0, n45 INTEGER NOT NULL DEFAULT 0, n46 INTEGER NOT NULL DEFAULT 0, n47 INTEGER NOT NULL DEFAULT 0,
  n48 INTEGER NOT NULL DEFAULT 0, n49 INTEGER NOT NULL DEFAULT 0, n50 INTEGER NOT NULL DEFAULT 0, n51 INTEGER NOT NULL DEFAULT 0,
  n52 INTEGER NOT NULL DEFAULT 0, n53 INTEGER NOT NULL DEFAULT 0, n54 INTEGER NOT NULL DEFAULT 0, n55 INTEGER NOT NULL DEFAULT 0,
  n56 INTEGER NOT NULL DEFAULT 0, n57 INTEGER NOT NULL DEFAULT 0, n58 INTEGER NOT NULL DEFAULT 0, n59 INTEGER NOT NULL DEFAULT 0,
  n60 INTEGER NOT NULL DEFAULT 0, n61 INTEGER NOT NULL DEFAULT 0, n62 INTEGER NOT NULL DEFAULT 0, n63 INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (game, scope, value, period, person)
) STRICT, WITHOUT ROWID;

-- Sums of career_details over all sessions.
CREATE TABLE career_detail_totals (
  game TEXT NOT NULL,
  kind TEXT NOT NULL,
  period INTEGER NOT NULL,
  person INTEGER NOT NULL,
  key ANY NOT NULL,
  n0 INTEGER NOT NULL DEFAULT 0, n1 INTEGER NOT NULL DEFAULT 0, n2 INTEGER NOT NULL DEFAULT 0, n3 INTEGER NOT NULL DEFAULT 0,
  n4 INTEGER NOT NULL DEFAULT 0, n5 INTEGER NOT NULL DEFAULT 0, n6 INTEGER NOT NULL DEFAULT 0, n7 INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (game, kind, period, person, key)
) STRICT, WITHOUT ROWID;

-- Without the numbers: they change with every match, and the index with them.
CREATE INDEX career_detail_totals_by_weapon ON career_detail_totals (game, period, key, person) WHERE kind = 'weapon';

-- Where things happened in a session, for heatmaps over many (points.ts).
CREATE TABLE career_points (
  session INTEGER NOT NULL REFERENCES career_sessions (session),
  kind TEXT NOT NULL,
  count INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (session, kind)
) STRICT;

-- What a game keeps of a session beside that, for questions about this one: kills and rounds in their order. zstd JSON that only the game reads.
CREATE TABLE career_moments (
  session INTEGER PRIMARY KEY REFERENCES career_sessions (session),
  data BLOB NOT NULL
) STRICT;
