-- Those of the people ?2 who are in the room ?3 at the moment ?4, or with ?5 = 0 those who are not: what was planned may have
-- been called off meanwhile (R18).
SELECT u.id AS user_id, ?1 AS kind, coalesce(c.email, 'off') AS email, coalesce(c.push, 'off') AS push,
       s.quiet_from, s.quiet_until, s.daily_at
  FROM json_each(?2) named
  JOIN users u ON u.id = named.value AND u.status = 'active'
  LEFT JOIN notification_choices c ON c.user_id = u.id AND c.kind = ?1
  LEFT JOIN notification_settings s ON s.user_id = u.id
 WHERE ?5 = EXISTS (SELECT 1 FROM room_members y
                     WHERE y.room_id = ?3 AND y.user_id = u.id AND y.since <= ?4 AND (y.until IS NULL OR y.until > ?4))
