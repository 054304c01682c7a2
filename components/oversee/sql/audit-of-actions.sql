-- Each action that begins so, one step in the index after another; the newest of each, and of these the newest.
WITH RECURSIVE known (action) AS (
  SELECT (SELECT min(action) FROM audit_events WHERE action >= ?6 AND action < ?7)
  UNION ALL
  SELECT (SELECT min(action) FROM audit_events WHERE action > known.action AND action < ?7)
    FROM known
   WHERE known.action IS NOT NULL
)
SELECT e.sequence, e.at, e.actor, e.action, e.subject, e.detail,
       (SELECT u.name FROM users u
         WHERE u.id = iif(substr(e.actor, 1, 5) = 'user:', CAST(substr(e.actor, 6) AS INTEGER), NULL)) AS actor_name
  FROM known
 CROSS JOIN audit_events e
    ON e.sequence IN (SELECT x.sequence FROM audit_events x
                       WHERE x.action = known.action AND x.sequence > ?1 AND x.sequence < ?2
                         AND +x.at >= ?3 AND +x.at < ?4
                       ORDER BY x.sequence DESC
                       LIMIT ?5 + 0)
 ORDER BY e.sequence DESC
 LIMIT ?5 + 0
