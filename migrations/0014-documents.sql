-- Documents of a registrant: folders, versions, who has read what (R9, R18, R20, R38).
-- Whoever wrote something is kept as the person was then: nobody moves between organizations (R9).

CREATE TABLE document_folders (
  id          INTEGER PRIMARY KEY,
  room_id     INTEGER NOT NULL REFERENCES rooms (id),
  name        TEXT NOT NULL,
  name_key    TEXT NOT NULL,      -- two spellings of one name are the same
  removed_at  INTEGER             -- it was empty, and is offered no more
) STRICT;
CREATE UNIQUE INDEX document_folders_of_room ON document_folders (room_id, name_key) WHERE removed_at IS NULL;
CREATE INDEX document_folders_ever ON document_folders (room_id);

CREATE TABLE documents (
  id                        INTEGER PRIMARY KEY AUTOINCREMENT,
  room_id                   INTEGER NOT NULL REFERENCES rooms (id),
  folder_id                 INTEGER REFERENCES document_folders (id),   -- NULL: in no folder
  title                     TEXT NOT NULL,
  title_key                 TEXT NOT NULL,      -- sorted and searched by
  kind                      TEXT NOT NULL,      -- domain::documents::DocumentKind
  dated_on                  TEXT NOT NULL,      -- the day on the paper
  note                      TEXT NOT NULL,      -- may be empty
  version                   INTEGER NOT NULL,   -- the newest
  revision                  INTEGER NOT NULL,   -- raised by every change; If-Match
  author_user_id            INTEGER NOT NULL REFERENCES users (id),
  author_name               TEXT NOT NULL,
  author_profession         TEXT NOT NULL,
  author_organization_name  TEXT NOT NULL,
  at                        INTEGER NOT NULL,
  changed_at                INTEGER NOT NULL,   -- when the newest version came
  withdrawn_at              INTEGER,            -- put away, with why; it stays and can be put back (R38)
  withdrawn_by_user_id      INTEGER REFERENCES users (id),
  withdrawn_by_name         TEXT,
  withdrawal_reason         TEXT,
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by_user_id IS NULL))
) STRICT;
CREATE INDEX documents_newest ON documents (room_id, changed_at, id) WHERE withdrawn_at IS NULL;
CREATE INDEX documents_by_title ON documents (room_id, title_key, id) WHERE withdrawn_at IS NULL;
CREATE INDEX documents_by_day ON documents (room_id, dated_on, id) WHERE withdrawn_at IS NULL;
CREATE INDEX documents_withdrawn ON documents (room_id, withdrawn_at, id) WHERE withdrawn_at IS NOT NULL;
CREATE INDEX documents_of_room ON documents (room_id, withdrawn_at, folder_id);   -- covers their counting
CREATE INDEX documents_of_folder ON documents (folder_id, withdrawn_at) WHERE folder_id IS NOT NULL;
CREATE TRIGGER documents_are_not_deleted_silently BEFORE DELETE ON documents
  WHEN (SELECT closed_at FROM rooms WHERE id = old.room_id) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'documents of an open room are never deleted');
END;

-- A file is sent in pieces, on a line that may break, and belongs to a version of a document once that is filed.
CREATE TABLE document_files (
  id                INTEGER PRIMARY KEY AUTOINCREMENT,   -- a page that lost its line names it for days
  room_id           INTEGER NOT NULL REFERENCES rooms (id),
  uploader_user_id  INTEGER NOT NULL REFERENCES users (id),
  name              TEXT NOT NULL,
  media_type        TEXT,                    -- as its first bytes say
  bytes             INTEGER NOT NULL,
  created_at        INTEGER NOT NULL,
  document_id       INTEGER REFERENCES documents (id)
) STRICT;
CREATE INDEX document_files_of_document ON document_files (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX document_files_not_filed ON document_files (created_at) WHERE document_id IS NULL;
CREATE INDEX document_files_of_room ON document_files (room_id);
CREATE TABLE document_file_chunks (
  id       INTEGER PRIMARY KEY,              -- long rows belong in a table with a rowid
  file_id  INTEGER NOT NULL REFERENCES document_files (id),
  number   INTEGER NOT NULL,                 -- from 0
  bytes    INTEGER NOT NULL,
  content  BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX document_file_chunks_in_order ON document_file_chunks (file_id, number);

CREATE TABLE document_versions (
  document_id               INTEGER NOT NULL REFERENCES documents (id),
  version                   INTEGER NOT NULL,   -- from 1
  room_id                   INTEGER NOT NULL REFERENCES rooms (id),
  file_id                   INTEGER NOT NULL REFERENCES document_files (id),
  note                      TEXT NOT NULL,      -- what is new in it; may be empty
  author_user_id            INTEGER NOT NULL REFERENCES users (id),
  author_name               TEXT NOT NULL,
  author_profession         TEXT NOT NULL,
  author_organization_name  TEXT NOT NULL,
  at                        INTEGER NOT NULL,
  PRIMARY KEY (document_id, version)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX document_versions_of_file ON document_versions (file_id);
CREATE INDEX document_versions_of_room ON document_versions (room_id, file_id);
CREATE TRIGGER document_versions_are_not_changed BEFORE UPDATE ON document_versions
BEGIN
  SELECT RAISE(ABORT, 'versions of documents are never changed');
END;
CREATE TRIGGER document_versions_are_not_deleted_silently BEFORE DELETE ON document_versions
  WHEN (SELECT closed_at FROM rooms WHERE id = old.room_id) IS NULL
BEGIN
  SELECT RAISE(ABORT, 'versions of documents of an open room are never deleted');
END;

-- Who opened which version, and when first (R20); its author from the moment it came.
CREATE TABLE document_reads (
  document_id  INTEGER NOT NULL REFERENCES documents (id),
  version      INTEGER NOT NULL,
  user_id      INTEGER NOT NULL REFERENCES users (id),
  at           INTEGER NOT NULL,
  PRIMARY KEY (document_id, version, user_id)
) STRICT, WITHOUT ROWID;

-- Every step of a document or a folder, with what it was before.
CREATE TABLE document_changes (
  id                        INTEGER PRIMARY KEY,
  room_id                   INTEGER NOT NULL REFERENCES rooms (id),
  document_id               INTEGER REFERENCES documents (id),
  folder_id                 INTEGER REFERENCES document_folders (id),
  what                      TEXT NOT NULL,      -- domain::documents::DocumentStep
  detail                    TEXT NOT NULL,      -- JSON: what it was before, or why
  author_user_id            INTEGER NOT NULL REFERENCES users (id),
  author_name               TEXT NOT NULL,
  author_profession         TEXT NOT NULL,
  author_organization_name  TEXT NOT NULL,
  at                        INTEGER NOT NULL,
  CHECK ((document_id IS NULL) <> (folder_id IS NULL))
) STRICT;
CREATE INDEX document_changes_of_document ON document_changes (document_id, id) WHERE document_id IS NOT NULL;
CREATE INDEX document_changes_of_folder ON document_changes (folder_id, id) WHERE folder_id IS NOT NULL;
CREATE INDEX document_changes_of_room ON document_changes (room_id);
