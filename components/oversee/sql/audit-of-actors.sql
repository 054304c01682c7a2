-- The newest of each actor, and of these the newest: a name may belong to several people.
SELECT e.sequence, e.at, e.actor, e.action, e.subject, e.detail,
       (SELECT u.name FROM users u
         WHERE u.id = iif(substr(e.actor, 1, 5) = 'user:', CAST(substr(e.actor, 6) AS INTEGER), NULL)) AS actor_name
  FROM json_each(?6) a
 CROSS JOIN audit_events e
    ON e.sequence IN (SELECT x.sequence FROM audit_events x
                       WHERE x.actor = a.value AND x.sequence > ?1 AND x.sequence < ?2 AND +x.at >= ?3 AND +x.at < ?4
                         AND +x.action >= ?7 AND +x.action < ?8
                       ORDER BY x.sequence DESC
                       LIMIT ?5 + 0)
 ORDER BY e.sequence DESC
 LIMIT ?5 + 0
