DELETE FROM notifications
 WHERE id IN (SELECT n.id FROM notifications n
               WHERE n.at < ?1 AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.notification_id = n.id)
               ORDER BY n.at
               LIMIT 500)
