-- Organizations, people, devices, sign-in, applications, notices; and what every use case needs: audit, outbox,
-- idempotency, settings.

CREATE TABLE organizations (
  id            INTEGER PRIMARY KEY,
  name          TEXT NOT NULL,
  name_key      TEXT NOT NULL,            -- folded for comparison and search
  kind          TEXT NOT NULL,
  postal_code   TEXT NOT NULL,
  address       TEXT NOT NULL,
  phone         TEXT NOT NULL,
  created_at    INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX organizations_by_name ON organizations (name_key, address);

CREATE TABLE users (
  id               INTEGER PRIMARY KEY,
  organization_id  INTEGER NOT NULL REFERENCES organizations (id),
  login_id         TEXT NOT NULL UNIQUE,
  name             TEXT NOT NULL,
  name_key         TEXT NOT NULL,
  kana             TEXT NOT NULL,
  kana_key         TEXT NOT NULL,
  profession       TEXT NOT NULL,
  profession_other TEXT,
  email            TEXT NOT NULL,
  email_key        TEXT NOT NULL,
  desk             TEXT CHECK (desk IN ('city', 'association')),
  status           TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'stopped')),
  epoch            INTEGER NOT NULL DEFAULT 1,   -- raised to end every session at once (R8)
  password_hash    TEXT,
  password_set_at  INTEGER,
  locked_until     INTEGER,
  first_login_at   INTEGER,
  created_at       INTEGER NOT NULL
) STRICT;
-- R2: one account per person in an organization, one mailbox per person in the whole system.
CREATE UNIQUE INDEX users_one_per_person ON users (organization_id, name_key, kana_key) WHERE status = 'active';
CREATE UNIQUE INDEX users_one_per_mailbox ON users (email_key) WHERE status = 'active';
CREATE INDEX users_by_person ON users (name_key, kana_key);
CREATE INDEX users_of_desk ON users (desk) WHERE desk IS NOT NULL;

CREATE TABLE organization_managers (
  id               INTEGER PRIMARY KEY,
  organization_id  INTEGER NOT NULL REFERENCES organizations (id),
  user_id          INTEGER REFERENCES users (id),
  name             TEXT NOT NULL,
  kana             TEXT NOT NULL,
  kana_key         TEXT NOT NULL,
  email            TEXT NOT NULL,
  phone            TEXT NOT NULL,
  since            INTEGER NOT NULL,
  until            INTEGER
) STRICT;
CREATE INDEX organization_managers_now ON organization_managers (organization_id) WHERE until IS NULL;
CREATE INDEX organization_managers_by_user ON organization_managers (user_id) WHERE until IS NULL;

CREATE TABLE password_history (
  user_id  INTEGER NOT NULL REFERENCES users (id),
  set_at   INTEGER NOT NULL,
  hash     TEXT NOT NULL,
  PRIMARY KEY (user_id, set_at)
) STRICT, WITHOUT ROWID;

-- R35 counts *different* wrong passwords: only a keyed digest of each is kept, until the next success.
CREATE TABLE wrong_passwords (
  user_id    INTEGER NOT NULL REFERENCES users (id),
  digest     BLOB NOT NULL,
  failed_at  INTEGER NOT NULL,
  PRIMARY KEY (user_id, digest)
) STRICT, WITHOUT ROWID;

-- Attempts at something guessable (a code, a passcode, a setup token), by subject and by address.
CREATE TABLE failed_attempts (
  subject    TEXT NOT NULL,
  failed_at  INTEGER NOT NULL,
  id         INTEGER NOT NULL,
  PRIMARY KEY (subject, failed_at, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX failed_attempts_by_time ON failed_attempts (failed_at);

CREATE TABLE devices (
  id              INTEGER PRIMARY KEY,
  user_id         INTEGER NOT NULL REFERENCES users (id),
  asset_number    TEXT NOT NULL,
  kind            TEXT NOT NULL,
  status          TEXT NOT NULL DEFAULT 'awaiting' CHECK (status IN ('awaiting', 'active', 'revoked')),
  certificate_id  TEXT UNIQUE,
  public_key      BLOB,                   -- SEC1 point of the P-256 key (RFC 7800 cnf)
  created_at      INTEGER NOT NULL,
  registered_at   INTEGER,
  revoked_at      INTEGER
) STRICT;
CREATE INDEX devices_by_user ON devices (user_id);

CREATE TABLE authentication_codes (
  id          INTEGER PRIMARY KEY,
  user_id     INTEGER NOT NULL REFERENCES users (id),
  device_id   INTEGER NOT NULL REFERENCES devices (id),
  notice_id   INTEGER REFERENCES notices (id),
  digest      BLOB NOT NULL UNIQUE,
  issued_at   INTEGER NOT NULL,
  expires_at  INTEGER NOT NULL,
  used_at     INTEGER,
  voided_at   INTEGER
) STRICT;
CREATE INDEX authentication_codes_open ON authentication_codes (device_id) WHERE used_at IS NULL AND voided_at IS NULL;

CREATE TABLE sessions (
  id            TEXT PRIMARY KEY,
  user_id       INTEGER NOT NULL REFERENCES users (id),
  device_id     INTEGER NOT NULL REFERENCES devices (id),
  signed_in_at  INTEGER NOT NULL,
  expires_at    INTEGER NOT NULL,
  ended_at      INTEGER
) STRICT;
CREATE INDEX sessions_by_user ON sessions (user_id, signed_in_at);

-- A sign-in challenge is signed, not stored; only a used one is kept until it expires, so that it cannot be used twice.
CREATE TABLE used_challenges (
  nonce       TEXT PRIMARY KEY,
  expires_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX used_challenges_by_time ON used_challenges (expires_at);

CREATE TABLE receipt_serials (
  form    INTEGER NOT NULL,
  year    INTEGER NOT NULL,
  serial  INTEGER NOT NULL,
  PRIMARY KEY (form, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE applications (
  id                    INTEGER PRIMARY KEY,
  receipt_number        TEXT NOT NULL UNIQUE,
  form                  INTEGER NOT NULL,
  status                TEXT NOT NULL,
  channel               TEXT NOT NULL,
  organization_id       INTEGER REFERENCES organizations (id),
  organization_name     TEXT NOT NULL,
  applicant_name        TEXT NOT NULL,
  people_count          INTEGER NOT NULL,
  search_key            TEXT NOT NULL,     -- folded names of organization, applicant and people
  content               TEXT NOT NULL,     -- the form as typed, JSON
  submitted_by_user_id  INTEGER REFERENCES users (id),
  received_at           INTEGER NOT NULL,
  updated_at            INTEGER NOT NULL,
  due_on                TEXT,              -- NULL while the clock stands still (R3) or nothing is due
  clock_day             TEXT NOT NULL,     -- the open days are counted after this day
  open_days_left        INTEGER NOT NULL,  -- so many at that day; kept while the clock stands still
  accepted_at           INTEGER,
  version               INTEGER NOT NULL DEFAULT 1,
  -- The tab of the desk's queue, and the place in it: what is due first, first.
  queue                 TEXT NOT NULL GENERATED ALWAYS AS (CASE
                          WHEN status IN ('received', 'resubmitted') THEN 'open'
                          WHEN status IN ('returned', 'accepted') THEN status
                          ELSE 'closed' END) VIRTUAL,
  queue_day             TEXT NOT NULL GENERATED ALWAYS AS (coalesce(due_on, '9999-12-31')) VIRTUAL
) STRICT;
CREATE INDEX applications_in_queue ON applications (queue, queue_day, id);
CREATE INDEX applications_by_day ON applications (queue_day, id);
CREATE INDEX applications_by_organization ON applications (organization_id, id);

CREATE TABLE application_history (
  id              INTEGER PRIMARY KEY,
  application_id  INTEGER NOT NULL REFERENCES applications (id),
  at              INTEGER NOT NULL,
  action          TEXT NOT NULL,
  actor_user_id   INTEGER REFERENCES users (id),
  note            TEXT,
  content         TEXT                     -- the form as it stood after a submission or correction
) STRICT;
CREATE INDEX application_history_by_application ON application_history (application_id, id);

CREATE TABLE notices (
  id              INTEGER PRIMARY KEY,
  user_id         INTEGER NOT NULL REFERENCES users (id),
  device_id       INTEGER NOT NULL REFERENCES devices (id),
  application_id  INTEGER REFERENCES applications (id),
  due_on          TEXT NOT NULL,
  printed_at      INTEGER,
  posted_at       INTEGER,
  created_at      INTEGER NOT NULL
) STRICT;
CREATE INDEX notices_to_print ON notices (due_on, id) WHERE printed_at IS NULL AND posted_at IS NULL;
CREATE INDEX notices_to_post ON notices (due_on, id) WHERE printed_at IS NOT NULL AND posted_at IS NULL;
CREATE INDEX notices_posted ON notices (due_on, id) WHERE posted_at IS NOT NULL;
CREATE INDEX notices_all ON notices (due_on, id);
CREATE INDEX notices_by_user ON notices (user_id);
CREATE INDEX notices_by_application ON notices (application_id);

-- Who may see which room; the use cases that fill them come with their own migrations.
CREATE TABLE rooms (
  id          INTEGER PRIMARY KEY,
  kind        TEXT NOT NULL CHECK (kind IN ('support', 'collaboration')),
  name        TEXT NOT NULL,
  created_at  INTEGER NOT NULL,
  closed_at   INTEGER
) STRICT;

CREATE TABLE room_members (
  room_id  INTEGER NOT NULL REFERENCES rooms (id),
  user_id  INTEGER NOT NULL REFERENCES users (id),
  since    INTEGER NOT NULL,
  until    INTEGER,
  PRIMARY KEY (room_id, user_id, since)
) STRICT, WITHOUT ROWID;
CREATE INDEX room_members_by_user ON room_members (user_id, room_id) WHERE until IS NULL;

CREATE TABLE open_day_exceptions (
  day      TEXT PRIMARY KEY,
  is_open  INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  note     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  name   TEXT PRIMARY KEY,
  value  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO settings (name, value) VALUES
  ('applications_open_on', '2026-04-01'),
  ('notice_open_days', '3'),
  ('code_valid_days', '14'),
  ('lock_after_wrong_passwords', '5'),
  ('lock_minutes', '15'),
  ('session_idle_minutes', '15'),
  ('session_hours', '12');

-- A secret that no Spin variable gives is made once, here: INSERT OR IGNORE has one winner, a key-value store has none.
CREATE TABLE secrets (
  name   TEXT PRIMARY KEY,
  value  BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency_keys (
  scope        TEXT NOT NULL,
  key          TEXT NOT NULL,
  fingerprint  BLOB NOT NULL,
  subject      TEXT NOT NULL,
  created_at   INTEGER NOT NULL,
  PRIMARY KEY (scope, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_keys_by_time ON idempotency_keys (created_at);

CREATE TABLE audit_events (
  sequence       INTEGER PRIMARY KEY,
  at             INTEGER NOT NULL,
  actor          TEXT NOT NULL,            -- user:12, applicant:4-26-000001-23, system
  action         TEXT NOT NULL,
  subject        TEXT NOT NULL,            -- user:12, application:4-26-…, notice:3
  detail         TEXT NOT NULL,            -- JSON
  hash           BLOB NOT NULL             -- over the one before and this row (domain::audit)
) STRICT;
CREATE INDEX audit_events_by_time ON audit_events (at);
CREATE TRIGGER audit_events_are_not_changed BEFORE UPDATE ON audit_events
BEGIN
  SELECT RAISE(ABORT, 'audit events are never changed');
END;
CREATE TRIGGER audit_events_are_not_deleted BEFORE DELETE ON audit_events
BEGIN
  SELECT RAISE(ABORT, 'audit events are never deleted');
END;

CREATE TABLE outbox (
  id            INTEGER PRIMARY KEY,
  topic         TEXT NOT NULL,
  payload       TEXT NOT NULL,
  created_at    INTEGER NOT NULL,
  available_at  INTEGER NOT NULL,
  attempts      INTEGER NOT NULL DEFAULT 0,
  leased_until  INTEGER,
  done_at       INTEGER,
  last_error    TEXT
) STRICT;
CREATE INDEX outbox_waiting ON outbox (available_at, id) WHERE done_at IS NULL;
