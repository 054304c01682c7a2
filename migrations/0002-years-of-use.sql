-- What the years bring: changes and stops, the desk's work on its queue, the manager's confirmation, lost devices,
-- sessions that can be listed, locked and ended, emergency codes, settings.

-- The desk where an application lies (R11), who works on it, and the tab of the queue it stands in.
-- `tab` replaces `queue`, which knew no redirected application.
ALTER TABLE applications ADD COLUMN desk TEXT NOT NULL DEFAULT 'city' CHECK (desk IN ('city', 'association'));
ALTER TABLE applications ADD COLUMN assigned_to_user_id INTEGER REFERENCES users (id);
ALTER TABLE applications ADD COLUMN excluded TEXT NOT NULL DEFAULT '[]';   -- people not accepted: [{"person": 2, "note": "…"}]
ALTER TABLE applications ADD COLUMN tab TEXT GENERATED ALWAYS AS (CASE
  WHEN status IN ('received', 'resubmitted', 'redirected') THEN 'open'
  WHEN status IN ('returned', 'accepted') THEN status
  ELSE 'closed' END) VIRTUAL;
-- The place in a queue as one value: of a pair of columns SQLite seeks by the first alone, and thousands may share a day.
ALTER TABLE applications ADD COLUMN place TEXT GENERATED ALWAYS AS (
  coalesce(due_on, '9999-12-31') || printf('~%012d', id)) VIRTUAL;
CREATE INDEX applications_of_desk ON applications (desk, tab, place);
CREATE INDEX applications_of_desk_by_form ON applications (desk, form, tab, place);
CREATE INDEX applications_of_clerk ON applications (desk, assigned_to_user_id, tab, place);
CREATE INDEX applications_of_clerk_by_form ON applications (desk, assigned_to_user_id, form, tab, place);
CREATE INDEX applications_of_organization ON applications (organization_id, place);

-- Words of applications as overlapping pairs of characters (domain::text::pairs), so that two characters are found.
CREATE VIRTUAL TABLE application_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61');

-- Notes of the desk to itself, which no applicant reads.
ALTER TABLE application_history ADD COLUMN internal INTEGER NOT NULL DEFAULT 0 CHECK (internal IN (0, 1));

ALTER TABLE users ADD COLUMN stopped_at INTEGER;
ALTER TABLE users ADD COLUMN stopped_by_application_id INTEGER REFERENCES applications (id);
CREATE INDEX users_of_organization ON users (organization_id, kana_key, id);

ALTER TABLE devices ADD COLUMN label TEXT;               -- what the manager calls it
ALTER TABLE devices ADD COLUMN valid_until INTEGER;      -- set for a device let in by an emergency code
ALTER TABLE devices ADD COLUMN revoked_reason TEXT;
ALTER TABLE devices ADD COLUMN revoked_by_user_id INTEGER REFERENCES users (id);

-- R37: what the manager says of a grant, and what the desk answers to an objection.
ALTER TABLE notices ADD COLUMN confirmed_at INTEGER;
ALTER TABLE notices ADD COLUMN objected_at INTEGER;
ALTER TABLE notices ADD COLUMN objection TEXT;
ALTER TABLE notices ADD COLUMN answered_at INTEGER;
ALTER TABLE notices ADD COLUMN answer TEXT;
CREATE INDEX notices_objected ON notices (due_on, id) WHERE objected_at IS NOT NULL AND answered_at IS NULL;

-- The row is the session: the guard reads it with the account in one query. The key-value store knows only when the
-- session was last seen.
ALTER TABLE sessions ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN locked_at INTEGER;
CREATE INDEX sessions_open ON sessions (user_id, signed_in_at) WHERE ended_at IS NULL;

-- A person whose device failed gets a code for a day; one clerk asks, another confirms.
CREATE TABLE emergency_codes (
  id                    INTEGER PRIMARY KEY,
  user_id               INTEGER NOT NULL REFERENCES users (id),
  reason                TEXT NOT NULL,
  asset_number          TEXT NOT NULL,
  device_kind           TEXT NOT NULL,
  requested_by_user_id  INTEGER NOT NULL REFERENCES users (id),
  requested_at          INTEGER NOT NULL,
  decided_by_user_id    INTEGER REFERENCES users (id),
  decided_at            INTEGER,
  confirmed             INTEGER CHECK (confirmed IN (0, 1)),
  device_id             INTEGER REFERENCES devices (id)
) STRICT;
CREATE INDEX emergency_codes_by_time ON emergency_codes (requested_at);

CREATE INDEX audit_events_by_action ON audit_events (action, sequence);
CREATE INDEX audit_events_by_actor ON audit_events (actor, sequence);
CREATE INDEX audit_events_by_subject ON audit_events (subject, sequence);

INSERT INTO settings (name, value) VALUES
  ('decision_open_days', '3'),
  ('fresh_login_minutes', '30'),
  ('emergency_code_hours', '24'),
  ('log_years', '5');
