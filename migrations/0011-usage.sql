-- Usage in numbers, for the city: who was active in a month, and how much was written and delivered in it. Written with
-- the change, so that a year is read from a few rows however many years there are. Months are those of Japan.

CREATE TABLE usage_people (
  month    TEXT NOT NULL,                  -- 2026-11
  user_id  INTEGER NOT NULL REFERENCES users (id),
  PRIMARY KEY (month, user_id)
) STRICT, WITHOUT ROWID;
INSERT INTO usage_people (month, user_id)
SELECT DISTINCT strftime('%Y-%m', signed_in_at / 1000, 'unixepoch', '+9 hours'), user_id FROM sessions;
CREATE TRIGGER sessions_are_use AFTER INSERT ON sessions
BEGIN
  INSERT INTO usage_people (month, user_id)
  VALUES (strftime('%Y-%m', new.signed_in_at / 1000, 'unixepoch', '+9 hours'), new.user_id)
  ON CONFLICT DO NOTHING;
END;

-- Of messages: `support`, `collaboration`. Of notifications: `email_sent`, `email_gave_up`, `push_sent`, `push_gave_up`.
CREATE TABLE usage_counts (
  month  TEXT NOT NULL,
  what   TEXT NOT NULL,
  count  INTEGER NOT NULL,
  PRIMARY KEY (month, what)
) STRICT, WITHOUT ROWID;
INSERT INTO usage_counts (month, what, count)
SELECT strftime('%Y-%m', m.at / 1000, 'unixepoch', '+9 hours'), r.kind, count(*)
  FROM messages m JOIN rooms r ON r.id = m.room_id
 GROUP BY 1, 2;
INSERT INTO usage_counts (month, what, count)
SELECT strftime('%Y-%m', ended_at / 1000, 'unixepoch', '+9 hours'), channel || '_' || state, count(*)
  FROM deliveries
 WHERE state IN ('sent', 'gave_up') AND ended_at IS NOT NULL AND notification_id IS NOT NULL
 GROUP BY 1, 2;
CREATE TRIGGER messages_are_use AFTER INSERT ON messages
BEGIN
  INSERT INTO usage_counts (month, what, count)
  VALUES (strftime('%Y-%m', new.at / 1000, 'unixepoch', '+9 hours'), (SELECT kind FROM rooms WHERE id = new.room_id), 1)
  ON CONFLICT DO UPDATE SET count = count + 1;
END;
-- A test that somebody sends to himself is no use.
CREATE TRIGGER deliveries_are_use AFTER UPDATE OF state ON deliveries
  WHEN new.state IN ('sent', 'gave_up') AND new.state <> old.state AND new.notification_id IS NOT NULL
BEGIN
  INSERT INTO usage_counts (month, what, count)
  VALUES (strftime('%Y-%m', new.ended_at / 1000, 'unixepoch', '+9 hours'), new.channel || '_' || new.state, 1)
  ON CONFLICT DO UPDATE SET count = count + 1;
END;

-- Accounts by the time from which they are there; the rest is what counting them needs.
CREATE INDEX users_by_creation ON users (created_at, desk, stopped_at);

-- What the city pays for the system, in yen a month; 0: not stated.
INSERT INTO settings (name, value) VALUES ('cost_yen_per_month', '0');
