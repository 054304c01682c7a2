SELECT u.id AS user_id, ?1 AS kind, coalesce(c.email, 'off') AS email, coalesce(c.push, 'off') AS push,
       s.quiet_from, s.quiet_until, s.daily_at
  FROM users u
  LEFT JOIN notification_choices c ON c.user_id = u.id AND c.kind = ?1
  LEFT JOIN notification_settings s ON s.user_id = u.id
 WHERE u.desk = 'city' AND u.status = 'active'
