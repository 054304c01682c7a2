-- Mail between users: boxes, mails, who has opened them, files, drafts, search (R29). Nothing of it is ever deleted but
-- drafts and files that were never sent (R38).

-- Where mails lie for somebody: for a user, or for a desk, which all clerks of that desk share.
CREATE TABLE mail_boxes (
  id       INTEGER PRIMARY KEY,
  user_id  INTEGER UNIQUE REFERENCES users (id),
  desk     TEXT UNIQUE CHECK (desk IN ('city', 'association')),
  CHECK ((user_id IS NULL) <> (desk IS NULL))
) STRICT;
INSERT INTO mail_boxes (desk) VALUES ('city'), ('association');
INSERT INTO mail_boxes (user_id) SELECT id FROM users;
CREATE TRIGGER mail_boxes_come_with_accounts AFTER INSERT ON users
BEGIN
  INSERT INTO mail_boxes (user_id) VALUES (new.id);
END;

-- A thread has the number of its first mail.
CREATE TABLE mails (
  id             INTEGER PRIMARY KEY,
  thread_id      INTEGER NOT NULL REFERENCES mails (id),
  at             INTEGER NOT NULL,
  from_user_id   INTEGER NOT NULL REFERENCES users (id),
  from_desk      TEXT CHECK (from_desk IN ('city', 'association')),   -- on whose behalf a clerk wrote it
  subject        TEXT NOT NULL,
  body           TEXT NOT NULL,
  reply_to_id    INTEGER REFERENCES mails (id),
  forward_of_id  INTEGER REFERENCES mails (id)
) STRICT;
CREATE TRIGGER mails_are_not_changed BEFORE UPDATE ON mails
BEGIN
  SELECT RAISE(ABORT, 'mails are never changed');
END;
CREATE TRIGGER mails_are_not_deleted BEFORE DELETE ON mails
BEGIN
  SELECT RAISE(ABORT, 'mails are never deleted');
END;

-- In which boxes a mail lies: whoever has none of these boxes does not see it.
CREATE TABLE mail_copies (
  box_id       INTEGER NOT NULL REFERENCES mail_boxes (id),
  thread_id    INTEGER NOT NULL REFERENCES mails (id),
  mail_id      INTEGER NOT NULL REFERENCES mails (id),
  position     INTEGER NOT NULL,             -- among the addressees, as the sender named them
  is_sent      INTEGER NOT NULL CHECK (is_sent IN (0, 1)),
  is_received  INTEGER NOT NULL CHECK (is_received IN (0, 1)),
  opened_at    INTEGER,                      -- when the first person of this box opened it
  PRIMARY KEY (box_id, thread_id, mail_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX mail_copies_of_mail ON mail_copies (mail_id, box_id);

-- How a thread lies in a box: kept with every mail, so that a folder is read in its order.
CREATE TABLE mail_places (
  box_id         INTEGER NOT NULL REFERENCES mail_boxes (id),
  thread_id      INTEGER NOT NULL REFERENCES mails (id),
  first_mail_id  INTEGER NOT NULL REFERENCES mails (id),   -- the first and the last that lie in this box
  last_mail_id   INTEGER NOT NULL REFERENCES mails (id),
  mail_count     INTEGER NOT NULL,
  unread_count   INTEGER NOT NULL,           -- received and opened by nobody of this box
  has_received   INTEGER NOT NULL CHECK (has_received IN (0, 1)),
  has_sent       INTEGER NOT NULL CHECK (has_sent IN (0, 1)),
  has_files      INTEGER NOT NULL CHECK (has_files IN (0, 1)),
  is_archived    INTEGER NOT NULL CHECK (is_archived IN (0, 1)),
  is_starred     INTEGER NOT NULL CHECK (is_starred IN (0, 1)),
  PRIMARY KEY (box_id, thread_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_places_inbox ON mail_places (box_id, last_mail_id, unread_count)
  WHERE has_received = 1 AND is_archived = 0;
CREATE INDEX mail_places_sent ON mail_places (box_id, last_mail_id, unread_count) WHERE has_sent = 1;
CREATE INDEX mail_places_archive ON mail_places (box_id, last_mail_id, unread_count) WHERE is_archived = 1;
CREATE INDEX mail_places_starred ON mail_places (box_id, last_mail_id, unread_count) WHERE is_starred = 1;
CREATE INDEX mail_places_unread ON mail_places (box_id, unread_count) WHERE unread_count > 0 AND is_archived = 0;

-- Who of a box has opened a mail, and when first.
CREATE TABLE mail_openings (
  mail_id  INTEGER NOT NULL REFERENCES mails (id),
  box_id   INTEGER NOT NULL REFERENCES mail_boxes (id),
  user_id  INTEGER NOT NULL REFERENCES users (id),
  at       INTEGER NOT NULL,
  PRIMARY KEY (mail_id, box_id, user_id)
) STRICT, WITHOUT ROWID;
-- One statement notes it and what follows. The first of a desk takes the mail out of what is unread there.
CREATE TRIGGER mail_is_opened_for_a_box AFTER INSERT ON mail_openings
  WHEN (SELECT opened_at FROM mail_copies WHERE mail_id = new.mail_id AND box_id = new.box_id) IS NULL
BEGIN
  UPDATE mail_places SET unread_count = max(0, unread_count - 1)
   WHERE box_id = new.box_id AND thread_id = (SELECT thread_id FROM mails WHERE id = new.mail_id);
  UPDATE mail_copies SET opened_at = new.at
   WHERE box_id = new.box_id AND mail_id = new.mail_id
     AND thread_id = (SELECT thread_id FROM mails WHERE id = new.mail_id);
END;

-- A file is sent in pieces and belongs to mails once one is sent: a forwarded one carries it, too.
CREATE TABLE mail_files (
  id                INTEGER PRIMARY KEY AUTOINCREMENT,
  uploader_user_id  INTEGER NOT NULL REFERENCES users (id),
  name              TEXT NOT NULL,
  media_type        TEXT,                    -- as its first bytes say
  bytes             INTEGER NOT NULL,
  is_sent           INTEGER NOT NULL DEFAULT 0 CHECK (is_sent IN (0, 1)),
  waits_since       INTEGER                  -- NULL once a mail or a draft holds it
) STRICT;
CREATE INDEX mail_files_waiting ON mail_files (waits_since) WHERE waits_since IS NOT NULL;
CREATE INDEX mail_files_waiting_of_user ON mail_files (uploader_user_id, waits_since) WHERE waits_since IS NOT NULL;
CREATE TABLE mail_file_chunks (
  id       INTEGER PRIMARY KEY,              -- long rows belong in a table with a rowid
  file_id  INTEGER NOT NULL REFERENCES mail_files (id),
  number   INTEGER NOT NULL,                 -- from 0
  bytes    INTEGER NOT NULL,
  content  BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX mail_file_chunks_in_order ON mail_file_chunks (file_id, number);
CREATE TABLE mail_attachments (
  mail_id   INTEGER NOT NULL REFERENCES mails (id),
  position  INTEGER NOT NULL,
  file_id   INTEGER NOT NULL REFERENCES mail_files (id),
  PRIMARY KEY (mail_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_attachments_by_file ON mail_attachments (file_id);

CREATE TABLE mail_drafts (                   -- patient data is not left in a browser (R13b)
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id     INTEGER NOT NULL REFERENCES users (id),
  content     TEXT NOT NULL,                 -- JSON
  updated_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX mail_drafts_of_user ON mail_drafts (user_id, updated_at, id);
CREATE TABLE mail_draft_files (
  draft_id  INTEGER NOT NULL REFERENCES mail_drafts (id),
  file_id   INTEGER NOT NULL REFERENCES mail_files (id),
  PRIMARY KEY (draft_id, file_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_draft_files_by_file ON mail_draft_files (file_id);

-- Subject, text, names and file names as overlapping pairs of characters (domain::text::pairs), and `b12`: the boxes in
-- which it lies.
CREATE VIRTUAL TABLE mail_words USING fts5 (
  body, about, content = '', contentless_delete = 1, tokenize = 'unicode61');

-- Whom a mail may address.
CREATE INDEX users_with_mail ON users (kana_key, id) WHERE status = 'active';
