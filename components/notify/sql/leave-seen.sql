-- Whoever has seen it in the application meanwhile needs no message.
UPDATE deliveries SET state = 'seen_before', ended_at = ?1
 WHERE state = 'waiting' AND due_at <= ?1 AND (leased_until IS NULL OR leased_until <= ?1)
   AND EXISTS (SELECT 1 FROM notifications n WHERE n.id = notification_id AND n.seen_at IS NOT NULL)
