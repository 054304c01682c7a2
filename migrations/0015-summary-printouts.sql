-- A registrant's record on one page, printed: whoever holds the paper can be asked for it by its number (R21, R38).
CREATE TABLE summary_printouts (
  id                        INTEGER PRIMARY KEY,
  room_id                   INTEGER NOT NULL REFERENCES rooms (id),
  number                    INTEGER NOT NULL,   -- from 1, in its room
  purpose                   TEXT NOT NULL,      -- domain::summary::PrintPurpose
  words                     TEXT NOT NULL,      -- may be empty
  author_user_id            INTEGER NOT NULL REFERENCES users (id),
  author_name               TEXT NOT NULL,
  author_profession         TEXT NOT NULL,
  author_organization_name  TEXT NOT NULL,
  at                        INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX summary_printouts_of_room ON summary_printouts (room_id, number);
CREATE TRIGGER summary_printouts_are_not_changed BEFORE UPDATE ON summary_printouts
BEGIN
  SELECT RAISE(ABORT, 'what was printed is never changed');
END;
CREATE TRIGGER summary_printouts_are_not_deleted_silently BEFORE DELETE ON summary_printouts
  WHEN (SELECT closed_at FROM rooms WHERE id = old.room_id) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'printouts of an open room are never deleted');
END;
