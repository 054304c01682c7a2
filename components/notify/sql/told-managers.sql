SELECT u.id AS user_id, ?1 AS kind, coalesce(c.email, 'off') AS email, coalesce(c.push, 'off') AS push,
       s.quiet_from, s.quiet_until, s.daily_at
  FROM notices n
  JOIN users person ON person.id = n.user_id
  JOIN organization_managers g ON g.organization_id = person.organization_id AND g.until IS NULL
  JOIN users u ON u.id = g.user_id AND u.status = 'active'
  LEFT JOIN notification_choices c ON c.user_id = u.id AND c.kind = ?1
  LEFT JOIN notification_settings s ON s.user_id = u.id
 WHERE n.id = ?2
