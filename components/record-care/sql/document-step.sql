INSERT INTO document_changes (room_id, document_id, folder_id, what, detail, author_user_id, author_name,
                              author_profession, author_organization_name, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
