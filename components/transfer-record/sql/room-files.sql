-- The files of what was posted in room ?1 and not withdrawn, after ?3.
SELECT f.id, printf(?2 || '-8800-8000-%012x', f.id) AS uuid, printf(?2 || '-8900-8000-%012x', f.id) AS binary_uuid,
       f.name, f.media_type, f.bytes, printf(?2 || '-8200-8000-%012x', f.uploader_user_id) AS author_uuid,
       printf(?2 || '-8700-8000-%012x', f.message_id) AS message_uuid, f.created_at AS at
  FROM room_files f
  JOIN messages m ON m.id = f.message_id
 WHERE f.room_id = ?1 AND f.id > ?3 AND m.withdrawn_at IS NULL AND f.media_type IS NOT NULL
 ORDER BY f.id
 LIMIT ?4 + 0
