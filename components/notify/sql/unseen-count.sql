SELECT count(*) AS unseen
  FROM (SELECT 1 FROM notifications INDEXED BY notifications_unseen WHERE user_id = ?1 AND seen_at IS NULL LIMIT 100)
