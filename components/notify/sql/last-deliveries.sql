SELECT channel, created_at AS at, state, reason
  FROM deliveries
 WHERE user_id = ?1 AND (state <> 'waiting' OR reason IS NOT NULL)
 ORDER BY id DESC
 LIMIT 3
