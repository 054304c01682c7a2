-- The clerks of the desk that an application lies at: whoever holds it, else all of them (R11, R13b).
SELECT u.id AS user_id, ?1 AS kind, coalesce(c.email, 'off') AS email, coalesce(c.push, 'off') AS push,
       s.quiet_from, s.quiet_until, s.daily_at
  FROM applications a
  JOIN users u ON u.desk = a.desk AND u.status = 'active'
  LEFT JOIN notification_choices c ON c.user_id = u.id AND c.kind = ?1
  LEFT JOIN notification_settings s ON s.user_id = u.id
 WHERE a.id = ?2 AND (a.assigned_to_user_id IS NULL OR a.assigned_to_user_id = u.id)
