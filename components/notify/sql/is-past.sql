-- What waits to be sent is never so old: it is given up within a day.
SELECT EXISTS (SELECT 1 FROM deliveries WHERE created_at < ?1 AND ended_at IS NOT NULL)
       OR EXISTS (SELECT 1 FROM notifications WHERE at < ?1) AS is_past
