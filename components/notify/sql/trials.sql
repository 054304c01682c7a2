SELECT count(*) FILTER (WHERE notification_id IS NULL AND created_at > ?2) AS tried, coalesce(max(id), 0) AS newest
  FROM (SELECT id, notification_id, created_at FROM deliveries WHERE user_id = ?1 ORDER BY id DESC LIMIT 200)
