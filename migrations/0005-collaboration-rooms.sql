-- Collaboration rooms: themes, applications to open, to join, to leave and to close, rooms that fell silent (R23–R26).

CREATE TABLE room_themes (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL,
  name_key    TEXT NOT NULL,               -- folded for comparison
  position    INTEGER NOT NULL,            -- the order in which people are offered them
  created_at  INTEGER NOT NULL,
  retired_at  INTEGER                      -- stays with the rooms that have it, and is offered no more
) STRICT;
CREATE UNIQUE INDEX room_themes_one_per_name ON room_themes (name_key);
CREATE INDEX room_themes_in_order ON room_themes (position, id);
-- What the city begins with, and may change.
INSERT INTO room_themes (id, name, name_key, position, created_at) VALUES
  (1, '地域の課題の共有', '地域の課題の共有', 1, 0),
  (2, '研修・勉強会', '研修勉強会', 2, 0),
  (3, '日程の調整', '日程の調整', 3, 0),
  (4, '書類の提出', '書類の提出', 4, 0),
  (5, '職種・事業所の連絡会', '職種事業所の連絡会', 5, 0),
  (6, '災害への備え', '災害への備え', 6, 0),
  (7, 'その他', 'その他', 7, 0);

ALTER TABLE rooms ADD COLUMN name_key TEXT;               -- folded; of collaboration rooms, as all that follows
ALTER TABLE rooms ADD COLUMN purpose TEXT;
ALTER TABLE rooms ADD COLUMN scope TEXT;                  -- who takes part, in words (R24)
ALTER TABLE rooms ADD COLUMN theme_id INTEGER REFERENCES room_themes (id);
ALTER TABLE rooms ADD COLUMN is_listed INTEGER NOT NULL DEFAULT 1 CHECK (is_listed IN (0, 1));
ALTER TABLE rooms ADD COLUMN member_count INTEGER NOT NULL DEFAULT 0;  -- kept by the triggers below
ALTER TABLE rooms ADD COLUMN silent_since INTEGER;        -- the last post, opening or "still needed" (R26)
ALTER TABLE rooms ADD COLUMN needed_at INTEGER;           -- somebody last said that it is still needed
ALTER TABLE rooms ADD COLUMN needed_by_user_id INTEGER REFERENCES users (id);
CREATE UNIQUE INDEX rooms_one_open_per_name ON rooms (name_key)
  WHERE kind = 'collaboration' AND closed_at IS NULL;
CREATE INDEX rooms_in_order ON rooms (name_key, id) WHERE kind = 'collaboration' AND closed_at IS NULL;
CREATE INDEX rooms_listed ON rooms (name_key, id)
  WHERE kind = 'collaboration' AND closed_at IS NULL AND is_listed = 1;
CREATE INDEX rooms_listed_by_theme ON rooms (theme_id, name_key, id)
  WHERE kind = 'collaboration' AND closed_at IS NULL AND is_listed = 1;
CREATE INDEX rooms_silent ON rooms (silent_since, id) WHERE kind = 'collaboration' AND closed_at IS NULL;
CREATE INDEX rooms_closed ON rooms (closed_at, id) WHERE kind = 'collaboration' AND closed_at IS NOT NULL;

-- Name and purpose of each collaboration room as overlapping pairs of characters (domain::text::pairs).
CREATE VIRTUAL TABLE room_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61');

-- The reading under which a participant stands in the list of a room with thousands of them; NULL in support rooms,
-- whose teams are small and whose stays may lie ahead.
ALTER TABLE room_members ADD COLUMN place TEXT;
CREATE INDEX room_members_in_order ON room_members (room_id, place, user_id) WHERE until IS NULL AND place IS NOT NULL;

-- However a stay begins or ends – by an application, by a stopped account – the number of participants is right.
CREATE TRIGGER room_members_are_counted_in AFTER INSERT ON room_members
  WHEN new.place IS NOT NULL AND new.until IS NULL
BEGIN
  UPDATE rooms SET member_count = member_count + 1 WHERE id = new.room_id;
END;
CREATE TRIGGER room_members_are_counted_out AFTER UPDATE OF until ON room_members
  WHEN new.place IS NOT NULL AND old.until IS NULL AND new.until IS NOT NULL
BEGIN
  UPDATE rooms SET member_count = member_count - 1 WHERE id = new.room_id;
END;
CREATE TRIGGER room_members_are_counted_back AFTER UPDATE OF until ON room_members
  WHEN new.place IS NOT NULL AND old.until IS NOT NULL AND new.until IS NULL
BEGIN
  UPDATE rooms SET member_count = member_count + 1 WHERE id = new.room_id;
END;

-- What applications ask of rooms that exist. Whether one is still open, its application says.
CREATE TABLE room_requests (
  application_id  INTEGER NOT NULL REFERENCES applications (id),
  room_id         INTEGER NOT NULL REFERENCES rooms (id),
  asks            TEXT NOT NULL CHECK (asks IN ('join', 'leave', 'close')),
  user_id         INTEGER NOT NULL REFERENCES users (id),   -- whom it is about; for closing, who asks
  PRIMARY KEY (application_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX room_requests_of_room ON room_requests (room_id, asks, user_id);

-- What the city made sure of before it opens a room (R23, R24).
CREATE TABLE room_application_checks (
  application_id      INTEGER NOT NULL REFERENCES applications (id),
  name                TEXT NOT NULL,           -- domain::words::RoomCheck
  checked_at          INTEGER NOT NULL,
  checked_by_user_id  INTEGER NOT NULL REFERENCES users (id),
  PRIMARY KEY (application_id, name)
) STRICT, WITHOUT ROWID;
