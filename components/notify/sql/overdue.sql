SELECT count(*) AS overdue
  FROM (SELECT 1 FROM deliveries WHERE state = 'waiting' AND due_at <= ?1 AND reason IS NOT NULL LIMIT 1000)
