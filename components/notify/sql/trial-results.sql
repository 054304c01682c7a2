SELECT channel, created_at AS at, state, reason
  FROM deliveries
 WHERE user_id = ?1 AND id > ?2 AND notification_id IS NULL
 ORDER BY id
 LIMIT 20
