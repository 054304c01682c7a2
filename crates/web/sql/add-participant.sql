-- Whoever takes part already stays as he is. A stay that ended within this very millisecond goes on.
INSERT INTO room_members (room_id, user_id, since, joined_by_application_id, place)
SELECT ?1, u.id, ?3, ?4, u.kana_key
  FROM users u
 WHERE u.id = ?2 AND u.status = 'active'
   AND NOT EXISTS (SELECT 1 FROM room_members m WHERE m.room_id = ?1 AND m.user_id = ?2 AND m.until IS NULL)
ON CONFLICT (room_id, user_id, since) DO UPDATE SET until = NULL, left_by_application_id = NULL
RETURNING user_id
