SELECT f.id, f.bytes, f.media_type, f.name
  FROM room_files f
 WHERE f.id = ?2 AND f.room_id = ?1 AND f.uploader_user_id = ?3 AND f.message_id IS NULL
 LIMIT 1
