-- What comes from another system with a registrant, and the number by which every system knows this one (FHIR export).

-- Begins the numbers that this system gives to what it exports: two systems never give the same.
INSERT INTO settings (name, value) VALUES ('system_id', lower(hex(randomblob(16))));

-- A transfer into a room, as it is received in parts.
CREATE TABLE imports (
  id             INTEGER PRIMARY KEY,
  room_id        INTEGER NOT NULL REFERENCES rooms (id),
  user_id        INTEGER NOT NULL REFERENCES users (id),
  entries        INTEGER NOT NULL,       -- how many the sender says there are
  digest         TEXT NOT NULL,          -- SHA-256 of the file, as the sender's browser computed it
  begun_at       INTEGER NOT NULL,
  completed_at   INTEGER
) STRICT;
CREATE INDEX imports_of_room ON imports (room_id, id);

-- Resources that stay as they came: messages, who read and looked, teams and consents of the former system. They are
-- history, shown as such, and never mixed with what people of this system wrote.
CREATE TABLE carried_resources (
  id             INTEGER PRIMARY KEY,
  room_id        INTEGER NOT NULL REFERENCES rooms (id),
  import_id      INTEGER NOT NULL REFERENCES imports (id),
  uuid           TEXT NOT NULL,
  resource_type  TEXT NOT NULL,
  at             INTEGER,                -- when it was said or done
  content        TEXT NOT NULL           -- the entry of the Bundle, JSON
) STRICT;
CREATE UNIQUE INDEX carried_resources_once ON carried_resources (room_id, uuid);
CREATE INDEX carried_resources_in_order ON carried_resources (room_id, resource_type, at, id);

-- Which rows of living tables came from another system, under which number, by whom.
CREATE TABLE carried_over (
  kind         TEXT NOT NULL,            -- registrant, measurement, visit, document, basic_sheet …
  row_id       INTEGER NOT NULL,
  uuid         TEXT NOT NULL,
  author_uuid  TEXT,
  PRIMARY KEY (kind, row_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX carried_over_once ON carried_over (kind, uuid);
