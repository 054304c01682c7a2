INSERT INTO document_folders (room_id, name, name_key) VALUES (?1, ?2, ?3) RETURNING id AS folder_id
