-- Who filed it, where that is a user who is no clerk typing in a paper.
SELECT u.id AS user_id, ?1 AS kind, coalesce(c.email, 'off') AS email, coalesce(c.push, 'off') AS push,
       s.quiet_from, s.quiet_until, s.daily_at
  FROM applications a
  JOIN users u ON u.id = a.submitted_by_user_id AND u.status = 'active' AND u.desk IS NULL
  LEFT JOIN notification_choices c ON c.user_id = u.id AND c.kind = ?1
  LEFT JOIN notification_settings s ON s.user_id = u.id
 WHERE a.id = ?2
