INSERT INTO document_versions (document_id, version, room_id, file_id, note, author_user_id, author_name,
                               author_profession, author_organization_name, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
