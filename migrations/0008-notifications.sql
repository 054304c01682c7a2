-- Notifications: in the application, by e-mail, by push; and what each person wants of them (R30).

-- Both off until turned on. No row: the person was never asked.
CREATE TABLE notification_settings (
  user_id      INTEGER PRIMARY KEY REFERENCES users (id),
  asked_at     INTEGER NOT NULL,
  -- Minutes after midnight in Japan. Nothing is sent from quiet_from until quiet_until; both NULL: at any time.
  quiet_from   INTEGER CHECK (quiet_from BETWEEN 0 AND 1439),
  quiet_until  INTEGER CHECK (quiet_until BETWEEN 0 AND 1439),
  daily_at     INTEGER NOT NULL DEFAULT 480 CHECK (daily_at BETWEEN 0 AND 1439)
) STRICT;

-- A kind that has no row is off.
CREATE TABLE notification_choices (
  user_id  INTEGER NOT NULL REFERENCES users (id),
  kind     TEXT NOT NULL,
  email    TEXT NOT NULL CHECK (email IN ('off', 'at_once', 'daily')),
  push     TEXT NOT NULL CHECK (push IN ('off', 'at_once', 'daily')),
  PRIMARY KEY (user_id, kind)
) STRICT, WITHOUT ROWID;

-- Of such a room one is told only when one is addressed.
CREATE TABLE muted_rooms (
  user_id  INTEGER NOT NULL REFERENCES users (id),
  room_id  INTEGER NOT NULL REFERENCES rooms (id),
  PRIMARY KEY (user_id, room_id)
) STRICT, WITHOUT ROWID;

-- What a person is told. While it is not seen, more of the same kind at the same place only counts up: a lively room is
-- one notification, and one e-mail.
CREATE TABLE notifications (
  id        INTEGER PRIMARY KEY,
  user_id   INTEGER NOT NULL REFERENCES users (id),
  kind      TEXT NOT NULL,
  text      TEXT NOT NULL,               -- never tells about a patient
  path      TEXT NOT NULL,               -- the page to open
  count     INTEGER NOT NULL DEFAULT 1,
  at        INTEGER NOT NULL,
  seen_at   INTEGER
) STRICT;
CREATE UNIQUE INDEX notifications_unseen ON notifications (user_id, path, kind) WHERE seen_at IS NULL;
CREATE INDEX notifications_of_user ON notifications (user_id, at DESC, id DESC);

CREATE TABLE push_subscriptions (
  id          INTEGER PRIMARY KEY,
  user_id     INTEGER NOT NULL REFERENCES users (id),
  device_id   INTEGER NOT NULL REFERENCES devices (id),
  endpoint    TEXT NOT NULL UNIQUE,
  public_key  BLOB NOT NULL,             -- of the browser, P-256 uncompressed (RFC 8291)
  auth        BLOB NOT NULL,
  created_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX push_subscriptions_of_user ON push_subscriptions (user_id);

-- What is on its way to one person by one way. A worker leases rows before it sends, so that two send nothing twice.
CREATE TABLE deliveries (
  id               INTEGER PRIMARY KEY,
  user_id          INTEGER NOT NULL REFERENCES users (id),
  channel          TEXT NOT NULL CHECK (channel IN ('email', 'push')),
  subscription_id  INTEGER,              -- of a push; the browser may have gone since
  notification_id  INTEGER REFERENCES notifications (id),   -- NULL: a test
  created_at       INTEGER NOT NULL,
  due_at           INTEGER NOT NULL,
  attempts         INTEGER NOT NULL DEFAULT 0,
  leased_until     INTEGER,
  lease            TEXT,                 -- whose
  state            TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'seen_before', 'gave_up')),
  ended_at         INTEGER,
  reason           TEXT                  -- why the last try failed, as a word
) STRICT;
CREATE INDEX deliveries_waiting ON deliveries (due_at, user_id) WHERE state = 'waiting';
CREATE INDEX deliveries_leased ON deliveries (lease) WHERE lease IS NOT NULL;
CREATE INDEX deliveries_of_user ON deliveries (user_id, id DESC);
CREATE INDEX deliveries_given_up ON deliveries (ended_at DESC, id DESC) WHERE state = 'gave_up';

-- Whoever reads a room has seen what told of it.
CREATE TRIGGER reading_steps_see AFTER INSERT ON reading_steps
BEGIN
  UPDATE notifications SET seen_at = new.at
   WHERE user_id = new.user_id AND path = '/rooms/' || new.room_id AND kind IN ('message', 'addressed') AND seen_at IS NULL;
END;
-- So has whoever opens a mail.
CREATE TRIGGER mail_openings_see AFTER INSERT ON mail_openings
BEGIN
  UPDATE notifications SET seen_at = new.at
   WHERE user_id = new.user_id AND path = '/mail' AND kind = 'mail' AND seen_at IS NULL;
END;
