SELECT u.email, s.user_id IS NOT NULL AS is_asked, s.quiet_from, s.quiet_until, coalesce(s.daily_at, ?2) AS daily_at
  FROM users u LEFT JOIN notification_settings s ON s.user_id = u.id
 WHERE u.id = ?1
