-- What another system knew of a registrant, taken over into a room and kept as it came (R21, R38). It is never mixed with
-- what is written here: whoever wrote it has no account here.

CREATE TABLE takeovers (
  id                    INTEGER PRIMARY KEY AUTOINCREMENT,   -- a page that lost its line names it for days
  room_id               INTEGER NOT NULL REFERENCES rooms (id),
  fingerprint           BLOB NOT NULL,      -- of the file, as the browser computed it: the same one twice is found out
  patient_uuid          TEXT NOT NULL,      -- whose record it says it is
  entries               INTEGER NOT NULL,
  reason                TEXT NOT NULL,
  user_id               INTEGER NOT NULL REFERENCES users (id),
  user_name             TEXT NOT NULL,
  user_organization_name  TEXT NOT NULL,
  begun_at              INTEGER NOT NULL,
  received              INTEGER NOT NULL DEFAULT 0,   -- entries that are here; counted by the triggers below
  characters            INTEGER NOT NULL DEFAULT 0,   -- of these and of the pieces of others
  finished_at           INTEGER             -- before that nobody sees anything of it
) STRICT;
CREATE UNIQUE INDEX takeovers_on_their_way ON takeovers (room_id) WHERE finished_at IS NULL;
CREATE UNIQUE INDEX takeovers_once ON takeovers (room_id, fingerprint);
CREATE INDEX takeovers_of_room ON takeovers (room_id, id);

CREATE TABLE carried_entries (
  id             INTEGER PRIMARY KEY,
  takeover_id    INTEGER NOT NULL REFERENCES takeovers (id),
  room_id        INTEGER NOT NULL REFERENCES rooms (id),
  number         INTEGER NOT NULL,          -- from 0, in the order of the Bundle
  uuid           TEXT NOT NULL,             -- of its fullUrl; empty while its pieces are coming
  resource_type  TEXT NOT NULL,
  content        TEXT NOT NULL,             -- the entry of the Bundle as it came; empty: in pieces
  pieces         INTEGER NOT NULL           -- 0: it is here whole
) STRICT;
CREATE UNIQUE INDEX carried_entries_in_order ON carried_entries (takeover_id, number);
CREATE INDEX carried_entries_of_room ON carried_entries (room_id, id);
CREATE INDEX carried_entries_of_kind ON carried_entries (room_id, resource_type, id);
CREATE INDEX carried_entries_by_uuid ON carried_entries (room_id, uuid, id);
CREATE TRIGGER carried_entries_are_not_deleted_silently BEFORE DELETE ON carried_entries
  WHEN (SELECT closed_at FROM rooms WHERE id = old.room_id) IS NULL
   AND (SELECT finished_at FROM takeovers WHERE id = old.takeover_id) IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'what was taken over into an open room is never deleted');
END;
CREATE TABLE carried_pieces (
  id        INTEGER PRIMARY KEY,            -- long rows belong in a table with a rowid
  entry_id  INTEGER NOT NULL REFERENCES carried_entries (id),
  number    INTEGER NOT NULL,               -- from 0
  content   TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX carried_pieces_in_order ON carried_pieces (entry_id, number);
CREATE TRIGGER carried_entries_are_counted AFTER INSERT ON carried_entries
BEGIN
  UPDATE takeovers SET received = received + (new.uuid <> ''), characters = characters + length(new.content)
   WHERE id = new.takeover_id;
END;
CREATE TRIGGER carried_entries_become_whole AFTER UPDATE OF uuid ON carried_entries WHEN old.uuid = '' AND new.uuid <> ''
BEGIN
  UPDATE takeovers SET received = received + 1 WHERE id = new.takeover_id;
END;
CREATE TRIGGER carried_pieces_are_counted AFTER INSERT ON carried_pieces
BEGIN
  UPDATE takeovers SET characters = characters + length(new.content)
   WHERE id = (SELECT takeover_id FROM carried_entries WHERE id = new.entry_id);
END;
