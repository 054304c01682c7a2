DELETE FROM deliveries
 WHERE id IN (SELECT id FROM deliveries WHERE created_at < ?1 AND ended_at IS NOT NULL ORDER BY created_at LIMIT 500)
