INSERT INTO mail_files (uploader_user_id, name, bytes, waits_since) VALUES (?1, ?2, ?3, ?4) RETURNING id AS file_id
