SELECT m.id
  FROM messages m
 WHERE m.room_id = ?1 AND m.withdrawn_at IS NULL
   AND m.id >= coalesce((SELECT id FROM messages WHERE at >= ?2 ORDER BY at, id LIMIT 1), 9223372036854775807)
   AND m.id < coalesce((SELECT id FROM messages WHERE at >= ?3 ORDER BY at, id LIMIT 1), 9223372036854775807)
 ORDER BY m.id
 LIMIT ?4 + 0
