-- R18: who is in the room now, without whoever did it, if that is a person.
SELECT u.id AS user_id, ?1 AS kind, coalesce(c.email, 'off') AS email, coalesce(c.push, 'off') AS push,
       s.quiet_from, s.quiet_until, s.daily_at
  FROM room_members y
  JOIN users u ON u.id = y.user_id AND u.status = 'active'
  LEFT JOIN notification_choices c ON c.user_id = u.id AND c.kind = ?1
  LEFT JOIN notification_settings s ON s.user_id = u.id
 WHERE y.room_id = ?2 AND y.since <= ?3 AND (y.until IS NULL OR y.until > ?3)
   AND y.user_id IS NOT ?4
