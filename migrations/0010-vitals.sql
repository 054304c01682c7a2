-- What was measured of a registrant, the limits a doctor set, and the points of the graphs (R21, R32, R38).

-- One entry holds whatever was measured together. What it said before it was corrected stays in measurement_versions;
-- a withdrawn one stays as well and is left out of the graphs.
CREATE TABLE measurements (
  id                        INTEGER PRIMARY KEY,
  room_id                   INTEGER NOT NULL REFERENCES rooms (id),
  measured_at               INTEGER NOT NULL,      -- a whole minute
  recorded_at               INTEGER NOT NULL,
  author_user_id            INTEGER NOT NULL REFERENCES users (id),
  author_name               TEXT NOT NULL,         -- as the person was then (R9)
  author_profession         TEXT NOT NULL,
  author_organization_name  TEXT NOT NULL,
  readings                  TEXT NOT NULL CHECK (json_valid(readings)),   -- {"body_temperature":365}, see domain::vitals
  glucose_timing            TEXT CHECK (glucose_timing IN ('fasting', 'after_meal', 'casual')),
  note                      TEXT NOT NULL,
  source                    TEXT NOT NULL CHECK (source IN ('typed', 'pasted', 'imported')),
  version                   INTEGER NOT NULL DEFAULT 1,
  corrected_at              INTEGER,
  withdrawn_at              INTEGER,
  withdrawn_by_user_id      INTEGER REFERENCES users (id),
  withdrawn_by_name         TEXT,
  withdrawal_reason         TEXT,
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by_user_id IS NULL))
) STRICT;
CREATE INDEX measurements_of_room ON measurements (room_id, measured_at DESC, id DESC);
CREATE TRIGGER measurements_are_not_deleted_silently BEFORE DELETE ON measurements
  WHEN (SELECT closed_at FROM rooms WHERE id = old.room_id) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'measurements of an open room are never deleted');
END;

-- What an entry said before each correction, and who corrected it why.
CREATE TABLE measurement_versions (
  measurement_id                INTEGER NOT NULL REFERENCES measurements (id),
  version                       INTEGER NOT NULL,
  measured_at                   INTEGER NOT NULL,
  readings                      TEXT NOT NULL,
  glucose_timing                TEXT,
  note                          TEXT NOT NULL,
  corrected_at                  INTEGER NOT NULL,
  corrected_by_user_id          INTEGER NOT NULL REFERENCES users (id),
  corrected_by_name             TEXT NOT NULL,
  corrected_by_profession       TEXT NOT NULL,
  corrected_by_organization_name  TEXT NOT NULL,
  reason                        TEXT NOT NULL,
  PRIMARY KEY (measurement_id, version)
) STRICT, WITHOUT ROWID;

-- The graphs: what stands in measurements, one row a value, clustered as a graph reads it. Written with each change.
CREATE TABLE vital_points (
  room_id         INTEGER NOT NULL REFERENCES rooms (id),
  kind            TEXT NOT NULL,                 -- domain::vitals::VitalKind
  measured_at     INTEGER NOT NULL,
  measurement_id  INTEGER NOT NULL,              -- no foreign key: the check of one would read all points of all rooms
  value           INTEGER NOT NULL,              -- in the smallest unit of the kind
  mark            TEXT CHECK (mark IN ('low', 'high')),   -- outside the limits that held when it was written
  PRIMARY KEY (room_id, kind, measured_at, measurement_id)
) STRICT, WITHOUT ROWID;

-- What a doctor of the team asked to be told of. A row without bounds says that there are none from then on.
CREATE TABLE vital_limits (
  id                        INTEGER PRIMARY KEY,
  room_id                   INTEGER NOT NULL REFERENCES rooms (id),
  kind                      TEXT NOT NULL,
  low                       INTEGER,
  high                      INTEGER,
  set_by_user_id            INTEGER NOT NULL REFERENCES users (id),
  set_by_name               TEXT NOT NULL,
  set_by_profession         TEXT NOT NULL,
  set_by_organization_name  TEXT NOT NULL,
  set_at                    INTEGER NOT NULL,
  ended_at                  INTEGER,
  CHECK (low IS NULL OR high IS NULL OR low < high)
) STRICT;
CREATE UNIQUE INDEX vital_limits_now ON vital_limits (room_id, kind) WHERE ended_at IS NULL;
CREATE INDEX vital_limits_of_room ON vital_limits (room_id, id DESC);
