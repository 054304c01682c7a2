SELECT EXISTS (SELECT 1 FROM deliveries WHERE ended_at < ?1) OR EXISTS (SELECT 1 FROM notifications WHERE at < ?1) AS is_past
