-- Few events speak of one subject, so the other filters may look at each.
SELECT e.sequence, e.at, e.actor, e.action, e.subject, e.detail,
       (SELECT u.name FROM users u
         WHERE u.id = iif(substr(e.actor, 1, 5) = 'user:', CAST(substr(e.actor, 6) AS INTEGER), NULL)) AS actor_name
  FROM audit_events e
 WHERE e.subject = ?6 AND e.sequence > ?1 AND e.sequence < ?2 AND +e.at >= ?3 AND +e.at < ?4
   AND +e.action >= ?7 AND +e.action < ?8
   AND (?9 IS NULL OR +e.actor IN (SELECT value FROM json_each(?9)))
 ORDER BY e.sequence DESC
 LIMIT ?5 + 0
