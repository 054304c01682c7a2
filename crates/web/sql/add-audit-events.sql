INSERT INTO audit_events (sequence, at, actor, action, subject, detail, hash)
SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, unhex(value ->> 6)
  FROM json_each(?1)
 ORDER BY key
