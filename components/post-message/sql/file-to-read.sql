-- Of a posted message that was not withdrawn; or one's own on its way.
SELECT f.id, f.name, f.media_type, f.bytes
  FROM room_files f
  LEFT JOIN messages m ON m.id = f.message_id
 WHERE f.id = ?2 AND f.room_id = ?1
   AND (m.withdrawn_at IS NULL AND m.id IS NOT NULL OR f.message_id IS NULL AND f.uploader_user_id = ?3)
 LIMIT 1
