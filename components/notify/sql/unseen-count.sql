SELECT count(*) AS unseen
  FROM (SELECT 1 FROM notifications WHERE user_id = ?1 AND seen_at IS NULL LIMIT 100)
