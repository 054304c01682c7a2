UPDATE deliveries
   SET state = ?3, due_at = coalesce(?4, due_at), reason = ?5, leased_until = NULL, lease = NULL,
       ended_at = iif(?3 = 'waiting', NULL, ?6)
 WHERE id IN (SELECT value FROM json_each(?1)) AND lease = ?2
