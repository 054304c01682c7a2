SELECT (SELECT sequence FROM audit_events WHERE at < ?1 ORDER BY at DESC, sequence DESC LIMIT 1) AS last_before,
       (SELECT sequence FROM audit_events WHERE at >= ?2 ORDER BY at, sequence LIMIT 1) AS first_after
