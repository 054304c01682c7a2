DELETE FROM deliveries WHERE id IN (SELECT id FROM deliveries WHERE ended_at < ?1 ORDER BY ended_at LIMIT 500)
