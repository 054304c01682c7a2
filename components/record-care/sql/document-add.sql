INSERT INTO documents (room_id, folder_id, title, title_key, kind, dated_on, note, version, revision, author_user_id,
                       author_name, author_profession, author_organization_name, at, changed_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1, 1, ?8, ?9, ?10, ?11, ?12, ?12)
RETURNING id AS document_id
