-- What is due now and leased by nobody, oldest first; ?2 one person's or NULL.
SELECT d.user_id
  FROM deliveries d
 WHERE d.state = 'waiting' AND d.due_at <= ?1 AND (d.leased_until IS NULL OR d.leased_until <= ?1)
   AND (?2 IS NULL OR d.user_id = ?2)
 ORDER BY d.due_at, d.user_id
 LIMIT ?3 + 0
