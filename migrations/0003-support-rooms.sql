-- Support rooms: registrants, consents, care teams (Forms 7 and 8), who looked at whom, closing and deletion.

-- Half a set (R14) waits for its applicant like a returned application. Dropped and made again within one transaction:
-- an older instance never sees the column missing.
DROP INDEX applications_of_desk;
DROP INDEX applications_of_desk_by_form;
DROP INDEX applications_of_clerk;
DROP INDEX applications_of_clerk_by_form;
ALTER TABLE applications DROP COLUMN tab;
ALTER TABLE applications ADD COLUMN tab TEXT GENERATED ALWAYS AS (CASE
  WHEN status IN ('received', 'resubmitted', 'redirected') THEN 'open'
  WHEN status IN ('returned', 'incomplete') THEN 'returned'
  WHEN status = 'accepted' THEN 'accepted'
  ELSE 'closed' END) VIRTUAL;
CREATE INDEX applications_of_desk ON applications (desk, tab, place);
CREATE INDEX applications_of_desk_by_form ON applications (desk, form, tab, place);
CREATE INDEX applications_of_clerk ON applications (desk, assigned_to_user_id, tab, place);
CREATE INDEX applications_of_clerk_by_form ON applications (desk, assigned_to_user_id, form, tab, place);
ALTER TABLE applications ADD COLUMN missing TEXT NOT NULL DEFAULT '[]';   -- domain::words::MissingPart, JSON
CREATE INDEX applications_of_filer ON applications (submitted_by_user_id, form, id);

-- The person whose care is shared (登録者).
CREATE TABLE registrants (
  id           INTEGER PRIMARY KEY,
  name         TEXT NOT NULL,
  name_key     TEXT NOT NULL,
  kana         TEXT NOT NULL,
  kana_key     TEXT NOT NULL,
  birth_date   TEXT NOT NULL,
  postal_code  TEXT NOT NULL,
  address      TEXT NOT NULL,
  phone        TEXT NOT NULL,
  created_at   INTEGER NOT NULL,
  deleted_at   INTEGER                    -- what is above is empty from then on
) STRICT;
CREATE INDEX registrants_by_birth_date ON registrants (birth_date);
CREATE INDEX registrants_by_kana ON registrants (kana_key, id) WHERE deleted_at IS NULL;
CREATE VIRTUAL TABLE registrant_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61');

-- What a desk finds out about a Form 7 before it accepts it: where the original is (R19), who the person is.
CREATE TABLE support_room_checks (
  application_id        INTEGER PRIMARY KEY REFERENCES applications (id),
  original_received_by  TEXT CHECK (original_received_by IN ('in_person', 'post', 'internal_mail')),
  original_received_on  TEXT,
  identity_decided      INTEGER NOT NULL DEFAULT 0 CHECK (identity_decided IN (0, 1)),
  registrant_id         INTEGER REFERENCES registrants (id)   -- decided and NULL: nobody who is registered already
) STRICT;

-- Form 7 as it was accepted.
CREATE TABLE consents (
  id                       INTEGER PRIMARY KEY,
  registrant_id            INTEGER NOT NULL REFERENCES registrants (id),
  application_id           INTEGER NOT NULL REFERENCES applications (id),
  signed_by                TEXT NOT NULL CHECK (signed_by IN ('person', 'representative')),
  representative_name      TEXT,
  representative_relation  TEXT,
  signed_on                TEXT NOT NULL,
  scan_agreed_on           TEXT,           -- the person agreed that a scan counts as the original (R19)
  original_received_by     TEXT NOT NULL,
  original_received_on     TEXT NOT NULL,
  withdrawn_at             INTEGER,
  created_at               INTEGER NOT NULL
) STRICT;
CREATE INDEX consents_of_registrant ON consents (registrant_id, id);

-- One support room a registrant; a closed one stays until its content is deleted.
ALTER TABLE rooms ADD COLUMN registrant_id INTEGER REFERENCES registrants (id);
ALTER TABLE rooms ADD COLUMN closed_reason TEXT;
ALTER TABLE rooms ADD COLUMN closed_note TEXT;
ALTER TABLE rooms ADD COLUMN closed_by_user_id INTEGER REFERENCES users (id);
ALTER TABLE rooms ADD COLUMN retain_until TEXT;               -- a day; content is kept at least so long (R38)
ALTER TABLE rooms ADD COLUMN deletion_requested_at INTEGER;   -- one clerk asks, another confirms
ALTER TABLE rooms ADD COLUMN deletion_requested_by_user_id INTEGER REFERENCES users (id);
ALTER TABLE rooms ADD COLUMN content_deleted_at INTEGER;
ALTER TABLE rooms ADD COLUMN without_clinician_from INTEGER;  -- from then on nobody whom R17 asks for; NULL: never
CREATE UNIQUE INDEX rooms_open_of_registrant ON rooms (registrant_id) WHERE registrant_id IS NOT NULL AND closed_at IS NULL;
CREATE INDEX rooms_of_registrant ON rooms (registrant_id, id) WHERE registrant_id IS NOT NULL;
CREATE INDEX rooms_without_clinician ON rooms (without_clinician_from, id)
  WHERE without_clinician_from IS NOT NULL AND closed_at IS NULL;
CREATE INDEX rooms_to_delete ON rooms (retain_until, id)
  WHERE closed_at IS NOT NULL AND content_deleted_at IS NULL AND kind = 'support';
CREATE INDEX rooms_open ON rooms (kind, id) WHERE closed_at IS NULL;

-- Which Form 8 brought a member in and which took him out. `since` and `until` may lie ahead: a Form 8 names days.
ALTER TABLE room_members ADD COLUMN joined_by_application_id INTEGER REFERENCES applications (id);
ALTER TABLE room_members ADD COLUMN left_by_application_id INTEGER REFERENCES applications (id);
CREATE INDEX room_members_of_user ON room_members (user_id, room_id, since);

-- Which applications a room came from: their content goes when the room's does.
CREATE TABLE room_applications (
  room_id         INTEGER NOT NULL REFERENCES rooms (id),
  application_id  INTEGER NOT NULL REFERENCES applications (id),
  PRIMARY KEY (room_id, application_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX room_applications_by_application ON room_applications (application_id);

-- People whom a Form 8 names and who have no account yet; the association assigns them once they have one (R16).
CREATE TABLE care_team_awaiting (
  id                 INTEGER PRIMARY KEY,
  room_id            INTEGER NOT NULL REFERENCES rooms (id),
  application_id     INTEGER NOT NULL REFERENCES applications (id),
  name               TEXT NOT NULL,
  name_key           TEXT NOT NULL,
  kana               TEXT NOT NULL,
  kana_key           TEXT NOT NULL,
  profession         TEXT NOT NULL,
  organization_name  TEXT NOT NULL,
  wanted_from        TEXT,                                    -- the day that the Form 8 names; NULL: at once
  created_at         INTEGER NOT NULL,
  settled_at         INTEGER,
  user_id            INTEGER REFERENCES users (id)            -- settled and NULL: no longer wanted
) STRICT;
CREATE INDEX care_team_awaiting_of_room ON care_team_awaiting (room_id, settled_at, id);

-- What happened to a room, for those who are in it.
CREATE TABLE room_events (
  id             INTEGER PRIMARY KEY,
  room_id        INTEGER NOT NULL REFERENCES rooms (id),
  at             INTEGER NOT NULL,
  kind           TEXT NOT NULL,            -- opened, member_joined, member_left, glass_broken …
  user_id        INTEGER REFERENCES users (id),               -- whom it is about
  actor_user_id  INTEGER REFERENCES users (id),               -- who did it; NULL for the system
  note           TEXT
) STRICT;
CREATE INDEX room_events_of_room ON room_events (room_id, id);

-- The association looks into a room it is not in: with a reason, for a while, and the room is told.
CREATE TABLE broken_glass (
  id       INTEGER PRIMARY KEY,
  room_id  INTEGER NOT NULL REFERENCES rooms (id),
  user_id  INTEGER NOT NULL REFERENCES users (id),
  reason   TEXT NOT NULL,
  at       INTEGER NOT NULL,
  until    INTEGER NOT NULL
) STRICT;
CREATE INDEX broken_glass_of_user ON broken_glass (user_id, room_id, until);
CREATE INDEX broken_glass_of_room ON broken_glass (room_id, id);

-- R21: who saw which registrant, when, where. Chained by hash like the audit events, and never changed.
CREATE TABLE registrant_views (
  sequence       INTEGER PRIMARY KEY,
  at             INTEGER NOT NULL,
  registrant_id  INTEGER NOT NULL REFERENCES registrants (id),
  user_id        INTEGER NOT NULL REFERENCES users (id),
  what           TEXT NOT NULL,            -- room, list, application, register …
  via            TEXT NOT NULL,            -- member, desk, broken_glass, filer
  hash           BLOB NOT NULL
) STRICT;
CREATE INDEX registrant_views_of_registrant ON registrant_views (registrant_id, sequence);
CREATE INDEX registrant_views_by_time ON registrant_views (registrant_id, at, user_id);
CREATE INDEX registrant_views_of_user ON registrant_views (user_id, registrant_id, what, at);
CREATE TRIGGER registrant_views_are_not_changed BEFORE UPDATE ON registrant_views
BEGIN
  SELECT RAISE(ABORT, 'views are never changed');
END;
CREATE TRIGGER registrant_views_are_not_deleted BEFORE DELETE ON registrant_views
BEGIN
  SELECT RAISE(ABORT, 'views are never deleted');
END;

-- What was deleted after its time, on whose request and with whose confirmation (R38).
CREATE TABLE deletion_records (
  id                    INTEGER PRIMARY KEY,
  room_id               INTEGER NOT NULL REFERENCES rooms (id),
  registrant_id         INTEGER NOT NULL REFERENCES registrants (id),
  requested_by_user_id  INTEGER NOT NULL REFERENCES users (id),
  confirmed_by_user_id  INTEGER NOT NULL REFERENCES users (id),
  at                    INTEGER NOT NULL,
  counts                TEXT NOT NULL      -- JSON: how many rows of what
) STRICT;
CREATE INDEX deletion_records_by_time ON deletion_records (at);

-- A form begun and not sent, kept for its author; patient data is not left in a browser (R13b).
CREATE TABLE application_drafts (
  user_id     INTEGER NOT NULL REFERENCES users (id),
  form        INTEGER NOT NULL,
  content     TEXT NOT NULL,
  updated_at  INTEGER NOT NULL,
  PRIMARY KEY (user_id, form)
) STRICT, WITHOUT ROWID;

INSERT INTO settings (name, value) VALUES
  ('broken_glass_minutes', '60'),
  ('content_retention_years', '5');
CREATE INDEX users_in_directory ON users (kana_key, id) WHERE status = 'active' AND desk IS NULL;
