-- Messages of all rooms: the timeline, who read and confirmed what, files, drafts, search (R18, R20, R22, R27).

-- Raised by every change to the room's messages, and by every reading mark: whoever looks again learns with one row
-- whether there is anything new.
ALTER TABLE rooms ADD COLUMN message_revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rooms ADD COLUMN read_revision INTEGER NOT NULL DEFAULT 0;

CREATE TABLE messages (
  id                 INTEGER PRIMARY KEY,    -- in the order of all messages
  room_id            INTEGER NOT NULL REFERENCES rooms (id),
  author_user_id     INTEGER NOT NULL REFERENCES users (id),
  at                 INTEGER NOT NULL,
  body               TEXT NOT NULL,          -- stays when it is withdrawn (R38), and is shown to nobody then
  reply_to_id        INTEGER REFERENCES messages (id),
  confirm            TEXT NOT NULL CHECK (confirm IN ('none', 'all', 'named')),   -- of whom 了解 is asked (R20)
  need               TEXT,                   -- why personal information had to be written (R27)
  extras             INTEGER NOT NULL,       -- whether other tables have rows of it: 0, 1
  edited_at          INTEGER,
  withdrawn_at       INTEGER,
  pinned_at          INTEGER,
  pinned_by_user_id  INTEGER REFERENCES users (id),
  read_count         INTEGER NOT NULL DEFAULT 0,   -- others than the author who have read it
  revision           INTEGER NOT NULL        -- the room's when it last changed
) STRICT;
CREATE INDEX messages_of_room ON messages (room_id, id);
CREATE INDEX messages_changed ON messages (room_id, revision);
CREATE INDEX messages_by_time ON messages (at);
CREATE INDEX messages_pinned ON messages (room_id, pinned_at) WHERE pinned_at IS NOT NULL;
CREATE INDEX messages_with_need ON messages (room_id) WHERE need IS NOT NULL;
CREATE INDEX messages_asking_all ON messages (room_id, id) WHERE confirm = 'all' AND withdrawn_at IS NULL;
CREATE TRIGGER messages_are_not_deleted_silently BEFORE DELETE ON messages
  WHEN (SELECT closed_at FROM rooms WHERE id = old.room_id) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'messages of an open room are never deleted');
END;

CREATE TABLE message_versions (              -- what it said before it was edited
  message_id  INTEGER NOT NULL REFERENCES messages (id),
  at          INTEGER NOT NULL,              -- since when it said so
  body        TEXT NOT NULL,
  PRIMARY KEY (message_id, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE message_mentions (
  message_id  INTEGER NOT NULL REFERENCES messages (id),
  user_id     INTEGER NOT NULL REFERENCES users (id),
  PRIMARY KEY (message_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE message_tags (
  message_id  INTEGER NOT NULL REFERENCES messages (id),
  tag_id      INTEGER NOT NULL REFERENCES tags (id),
  PRIMARY KEY (message_id, tag_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE message_reactions (
  message_id  INTEGER NOT NULL REFERENCES messages (id),
  reaction    TEXT NOT NULL,                 -- domain::words::Reaction
  user_id     INTEGER NOT NULL REFERENCES users (id),
  at          INTEGER NOT NULL,
  PRIMARY KEY (message_id, reaction, user_id)
) STRICT, WITHOUT ROWID;

-- Who is asked for 了解 by name, and who gave it, asked or not (R20).
CREATE TABLE message_confirmations (
  message_id    INTEGER NOT NULL REFERENCES messages (id),
  user_id       INTEGER NOT NULL REFERENCES users (id),
  is_asked      INTEGER NOT NULL CHECK (is_asked IN (0, 1)),
  confirmed_at  INTEGER,
  PRIMARY KEY (message_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_confirmations_waiting ON message_confirmations (user_id, message_id)
  WHERE is_asked = 1 AND confirmed_at IS NULL;

-- Up to which message somebody has read a room, and each step there: who read what, and when (R20).
CREATE TABLE reading_marks (
  room_id   INTEGER NOT NULL REFERENCES rooms (id),
  user_id   INTEGER NOT NULL REFERENCES users (id),
  up_to_id  INTEGER NOT NULL,
  PRIMARY KEY (room_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE reading_steps (
  room_id   INTEGER NOT NULL REFERENCES rooms (id),
  user_id   INTEGER NOT NULL REFERENCES users (id),
  up_to_id  INTEGER NOT NULL,
  from_id   INTEGER NOT NULL,                -- read are the messages after this one
  at        INTEGER NOT NULL,
  PRIMARY KEY (room_id, user_id, up_to_id)
) STRICT, WITHOUT ROWID;

-- One statement notes a step, moves the mark, counts the readers and tells whoever looks again. `from_id` is where the
-- mark stands; a mark never goes back.
CREATE VIEW reading AS SELECT room_id, user_id, up_to_id, from_id, at FROM reading_steps;
CREATE TRIGGER reading_goes_on INSTEAD OF INSERT ON reading
  WHEN new.up_to_id > coalesce((SELECT up_to_id FROM reading_marks
                                 WHERE room_id = new.room_id AND user_id = new.user_id), new.from_id)
BEGIN
  INSERT INTO reading_steps (room_id, user_id, up_to_id, from_id, at)
  VALUES (new.room_id, new.user_id, new.up_to_id,
          coalesce((SELECT up_to_id FROM reading_marks WHERE room_id = new.room_id AND user_id = new.user_id),
                   new.from_id),
          new.at);
  UPDATE messages SET read_count = read_count + 1
   WHERE room_id = new.room_id AND author_user_id <> new.user_id AND id <= new.up_to_id
     AND id > coalesce((SELECT up_to_id FROM reading_marks WHERE room_id = new.room_id AND user_id = new.user_id),
                       new.from_id);
  INSERT INTO reading_marks (room_id, user_id, up_to_id) VALUES (new.room_id, new.user_id, new.up_to_id)
    ON CONFLICT (room_id, user_id) DO UPDATE SET up_to_id = excluded.up_to_id;
  UPDATE rooms SET read_revision = read_revision + 1 WHERE id = new.room_id;
END;

-- A file is sent in pieces, on a line that may break, and belongs to a message once that is posted.
CREATE TABLE room_files (
  id                INTEGER PRIMARY KEY AUTOINCREMENT,   -- a post that waits for a network names it for days
  room_id           INTEGER NOT NULL REFERENCES rooms (id),
  uploader_user_id  INTEGER NOT NULL REFERENCES users (id),
  name              TEXT NOT NULL,
  media_type        TEXT,                    -- as its first bytes say
  bytes             INTEGER NOT NULL,
  created_at        INTEGER NOT NULL,
  message_id        INTEGER REFERENCES messages (id)
) STRICT;
CREATE INDEX room_files_of_message ON room_files (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX room_files_not_posted ON room_files (created_at) WHERE message_id IS NULL;
CREATE INDEX room_files_of_room ON room_files (room_id);
CREATE TABLE file_chunks (
  id       INTEGER PRIMARY KEY,              -- long rows belong in a table with a rowid
  file_id  INTEGER NOT NULL REFERENCES room_files (id),
  number   INTEGER NOT NULL,                 -- from 0
  bytes    INTEGER NOT NULL,
  content  BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX file_chunks_in_order ON file_chunks (file_id, number);

CREATE TABLE message_drafts (                -- patient data is not left in a browser (R13b)
  room_id     INTEGER NOT NULL REFERENCES rooms (id),
  user_id     INTEGER NOT NULL REFERENCES users (id),
  content     TEXT NOT NULL,                 -- JSON
  updated_at  INTEGER NOT NULL,
  PRIMARY KEY (room_id, user_id)
) STRICT, WITHOUT ROWID;

-- What is said and the names of the files, as overlapping pairs of characters (domain::text::pairs); and of what it is:
-- `r12` its room, `u34` its author, `t5` its tags, `f` when it has files. Rooms as words keep a search of a common word
-- quick however few of its hits lie in the rooms of whoever searches.
CREATE VIRTUAL TABLE message_words USING fts5 (
  body, about, content = '', contentless_delete = 1, tokenize = 'unicode61');

-- Raised when a name changes that the screening of messages looks for (R27).
CREATE TABLE name_revision (
  id        INTEGER PRIMARY KEY CHECK (id = 1),
  revision  INTEGER NOT NULL
) STRICT;
INSERT INTO name_revision (id, revision) VALUES (1, 1);
CREATE TRIGGER names_come AFTER INSERT ON users
BEGIN
  UPDATE name_revision SET revision = revision + 1;
END;
CREATE TRIGGER names_change AFTER UPDATE OF name, kana, status ON users
  WHEN (new.name, new.kana, new.status) IS NOT (old.name, old.kana, old.status)
BEGIN
  UPDATE name_revision SET revision = revision + 1;
END;
CREATE TRIGGER registrants_come AFTER INSERT ON registrants
BEGIN
  UPDATE name_revision SET revision = revision + 1;
END;
CREATE TRIGGER registrants_change AFTER UPDATE OF name, kana, deleted_at ON registrants
BEGIN
  UPDATE name_revision SET revision = revision + 1;
END;

-- A post is one row for one statement: what it means for other tables follows here, so that a transaction that writes
-- the posts of several people holds the lock for no more calls of the host than one that writes one. Lists are JSON.
CREATE VIEW posting AS
  SELECT id, room_id, author_user_id, at, body, reply_to_id, confirm, need, 0 AS extras, '' AS words, '' AS about,
         '[]' AS mentions, '[]' AS tags, '[]' AS files, '[]' AS asked, '' AS key_scope, '' AS key, x'' AS fingerprint
    FROM messages;
CREATE TRIGGER posting_is_done INSTEAD OF INSERT ON posting
BEGIN
  UPDATE rooms
     SET message_revision = message_revision + 1, silent_since = iif(kind = 'collaboration', new.at, silent_since)
   WHERE id = new.room_id;
  INSERT INTO messages (id, room_id, author_user_id, at, body, reply_to_id, confirm, need, extras, revision)
  SELECT new.id, new.room_id, new.author_user_id, new.at, new.body, new.reply_to_id, new.confirm, new.need, new.extras,
         r.message_revision
    FROM rooms r
   WHERE r.id = new.room_id;
  INSERT INTO message_words (rowid, body, about) VALUES (new.id, new.words, new.about);
  INSERT INTO message_mentions (message_id, user_id) SELECT new.id, value FROM json_each(new.mentions);
  INSERT INTO message_tags (message_id, tag_id) SELECT new.id, value FROM json_each(new.tags);
  INSERT INTO message_confirmations (message_id, user_id, is_asked) SELECT new.id, value, 1 FROM json_each(new.asked);
  UPDATE room_files SET message_id = new.id
   WHERE id IN (SELECT value FROM json_each(new.files)) AND message_id IS NULL;
  INSERT INTO outbox (topic, payload, created_at, available_at)
  VALUES ('message.posted', json_object('message', new.id, 'room', new.room_id), new.at, new.at);
  DELETE FROM idempotency_keys WHERE created_at < new.at - 604800000;   -- a week, as web::Submission
  INSERT INTO idempotency_keys (scope, key, fingerprint, subject, created_at)
  SELECT new.key_scope, new.key, new.fingerprint, new.id, new.at WHERE new.key IS NOT NULL;
END;
