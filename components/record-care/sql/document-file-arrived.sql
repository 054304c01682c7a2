-- A file of room ?1 that ?3 has sent whole, and that belongs to no document yet.
SELECT f.id
  FROM document_files f
 WHERE f.id = ?2 AND f.room_id = ?1 AND f.uploader_user_id = ?3 AND f.document_id IS NULL AND f.media_type IS NOT NULL
   AND f.bytes = (SELECT sum(c.bytes) FROM document_file_chunks c WHERE c.file_id = f.id)
 LIMIT 1
