-- A file of room ?1 that ?3 is sending.
SELECT f.id, f.bytes, f.media_type, f.name
  FROM document_files f
 WHERE f.id = ?2 AND f.room_id = ?1 AND f.uploader_user_id = ?3 AND f.document_id IS NULL
 LIMIT 1
