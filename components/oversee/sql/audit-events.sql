SELECT sequence, at, actor, action, subject, detail, hash
  FROM audit_events
 WHERE sequence > ?1
 ORDER BY sequence
 LIMIT ?2 + 0
