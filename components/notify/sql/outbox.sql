SELECT id, topic, payload
  FROM outbox
 WHERE done_at IS NULL AND available_at <= ?1
 ORDER BY available_at, id
 LIMIT ?2 + 0
