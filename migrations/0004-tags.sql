-- The common tags of the city and what users wish for (R28).

CREATE TABLE tags (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL,
  name_key    TEXT NOT NULL,               -- folded for comparison
  position    INTEGER NOT NULL,            -- the order in which people are offered them
  created_at  INTEGER NOT NULL,
  retired_at  INTEGER                      -- stays on what has it, and is offered no more
) STRICT;
CREATE UNIQUE INDEX tags_one_per_name ON tags (name_key);
CREATE INDEX tags_in_order ON tags (position, id);

-- Raised by every change, so that a list that was read before is known to be the same or another.
CREATE TABLE tag_revision (
  id        INTEGER PRIMARY KEY CHECK (id = 1),
  revision  INTEGER NOT NULL
) STRICT;
INSERT INTO tag_revision (id, revision) VALUES (1, 1);

CREATE TABLE tag_wishes (
  id           INTEGER PRIMARY KEY,
  user_id      INTEGER NOT NULL REFERENCES users (id),
  wording      TEXT NOT NULL,
  wording_key  TEXT NOT NULL,              -- folded: wishes are grouped by it
  reason       TEXT NOT NULL,
  at           INTEGER NOT NULL
) STRICT;
-- Somebody wishes for a wording once.
CREATE UNIQUE INDEX tag_wishes_one_per_user ON tag_wishes (wording_key, user_id);
CREATE INDEX tag_wishes_of_user ON tag_wishes (user_id, id);

-- One row a wording: how often it was wished for, and what the city answered.
CREATE TABLE tag_wish_groups (
  wording_key          TEXT PRIMARY KEY,
  wording              TEXT NOT NULL,      -- as it was first written
  wishes               INTEGER NOT NULL,
  first_at             INTEGER NOT NULL,
  last_at              INTEGER NOT NULL,
  answer               TEXT,
  answered_at          INTEGER,
  answered_by_user_id  INTEGER REFERENCES users (id),
  tag_id               INTEGER REFERENCES tags (id),
  place                TEXT GENERATED ALWAYS AS (printf('%012d', 999999999999 - wishes) || wording_key) VIRTUAL
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_wish_groups_open ON tag_wish_groups (place) WHERE answered_at IS NULL;
CREATE INDEX tag_wish_groups_answered ON tag_wish_groups (answered_at, wording_key) WHERE answered_at IS NOT NULL;
