-- Records of a registrant that are laid down rather than measured: the basic sheet, visits (R9, R18, R38).
-- Whoever wrote something is kept as the person was then: nobody moves between organizations (R9).

-- The basic sheet: every version whole, so that two of them can be compared and none is ever lost.
CREATE TABLE basic_sheet_versions (
  id                        INTEGER PRIMARY KEY,
  room_id                   INTEGER NOT NULL REFERENCES rooms (id),
  version                   INTEGER NOT NULL,   -- from 1
  content                   TEXT NOT NULL,      -- JSON: domain::basic_sheet::BasicSheet
  author_user_id            INTEGER NOT NULL REFERENCES users (id),
  author_name               TEXT NOT NULL,
  author_profession         TEXT NOT NULL,
  author_organization_name  TEXT NOT NULL,
  at                        INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX basic_sheet_versions_of_room ON basic_sheet_versions (room_id, version);
CREATE TRIGGER basic_sheet_versions_are_not_changed BEFORE UPDATE ON basic_sheet_versions
BEGIN
  SELECT RAISE(ABORT, 'versions of the basic sheet are never changed');
END;
CREATE TRIGGER basic_sheet_versions_are_not_deleted_silently BEFORE DELETE ON basic_sheet_versions
  WHEN (SELECT closed_at FROM rooms WHERE id = old.room_id) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'versions of the basic sheet of an open room are never deleted');
END;

-- Somebody read a version and found that it is still true.
CREATE TABLE basic_sheet_confirmations (
  id                        INTEGER PRIMARY KEY,
  room_id                   INTEGER NOT NULL REFERENCES rooms (id),
  version                   INTEGER NOT NULL,
  author_user_id            INTEGER NOT NULL REFERENCES users (id),
  author_name               TEXT NOT NULL,
  author_profession         TEXT NOT NULL,
  author_organization_name  TEXT NOT NULL,
  at                        INTEGER NOT NULL
) STRICT;
CREATE INDEX basic_sheet_confirmations_of_room ON basic_sheet_confirmations (room_id, id);

-- A visit, or a series of visits. Days and minutes of the day are those of Japan, which has no summer time.
CREATE TABLE visits (
  id                         INTEGER PRIMARY KEY AUTOINCREMENT,
  room_id                    INTEGER NOT NULL REFERENCES rooms (id),
  visitor_user_id            INTEGER REFERENCES users (id),   -- NULL: somebody without an account
  visitor_name               TEXT NOT NULL,
  visitor_profession         TEXT NOT NULL,                   -- domain::words::Profession
  visitor_organization_name  TEXT NOT NULL,                   -- may be empty
  kind                       TEXT NOT NULL,                   -- domain::visits::VisitKind
  first_day                  TEXT NOT NULL,                   -- the day of a single visit, or from when a series counts
  last_day                   TEXT NOT NULL,                   -- '9999-12-31': a series without end
  start_minute               INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),
  minutes                    INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
  repeat                     TEXT,                            -- JSON: domain::visits::Repeat; NULL: a single visit
  note                       TEXT NOT NULL,
  continues_visit_id         INTEGER REFERENCES visits (id),  -- "this and the following" of that series were changed
  revision                   INTEGER NOT NULL,                -- raised by every change; If-Match
  author_user_id             INTEGER NOT NULL REFERENCES users (id),
  author_name                TEXT NOT NULL,
  author_profession          TEXT NOT NULL,
  author_organization_name   TEXT NOT NULL,
  at                         INTEGER NOT NULL,
  withdrawn_at               INTEGER                          -- the whole series was taken back; it stays (R38)
) STRICT;
CREATE INDEX visits_of_room ON visits (room_id, last_day, first_day);
CREATE INDEX visits_continued ON visits (continues_visit_id) WHERE continues_visit_id IS NOT NULL;
CREATE TRIGGER visits_are_not_deleted_silently BEFORE DELETE ON visits
  WHEN (SELECT closed_at FROM rooms WHERE id = old.room_id) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'visits of an open room are never deleted');
END;

-- What is special about one occurrence: moved, cancelled, done. `day` is the day that the series gives it.
CREATE TABLE visit_occurrences (
  visit_id           INTEGER NOT NULL REFERENCES visits (id),
  day                TEXT NOT NULL,
  room_id            INTEGER NOT NULL REFERENCES rooms (id),
  cancelled_at       INTEGER,
  moved_to_day       TEXT,                 -- with the two that follow, or none of them
  moved_to_minute    INTEGER CHECK (moved_to_minute BETWEEN 0 AND 1439),
  moved_minutes      INTEGER CHECK (moved_minutes BETWEEN 1 AND 1440),
  note               TEXT,                 -- why; or what is special this time
  done_at            INTEGER,              -- when it was marked as done
  done_by_user_id    INTEGER REFERENCES users (id),
  done_by_name       TEXT,
  PRIMARY KEY (visit_id, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_occurrences_moved ON visit_occurrences (room_id, moved_to_day);

-- Every step of a visit, with what it was before.
CREATE TABLE visit_changes (
  id                        INTEGER PRIMARY KEY,
  visit_id                  INTEGER NOT NULL REFERENCES visits (id),
  room_id                   INTEGER NOT NULL REFERENCES rooms (id),
  day                       TEXT,               -- of one occurrence; NULL: of the series
  what                      TEXT NOT NULL,      -- domain::visits::VisitStep
  before                    TEXT,               -- JSON
  author_user_id            INTEGER NOT NULL REFERENCES users (id),
  author_name               TEXT NOT NULL,
  author_profession         TEXT NOT NULL,
  author_organization_name  TEXT NOT NULL,
  at                        INTEGER NOT NULL
) STRICT;
CREATE INDEX visit_changes_of_visit ON visit_changes (visit_id, id);
CREATE INDEX visit_changes_of_room ON visit_changes (room_id, id);
