INSERT INTO document_files (room_id, uploader_user_id, name, bytes, created_at) VALUES (?1, ?2, ?3, ?4, ?5)
RETURNING id AS file_id
