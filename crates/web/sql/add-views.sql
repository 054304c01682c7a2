INSERT INTO registrant_views (sequence, at, registrant_id, user_id, what, via, hash)
SELECT value ->> '$.sequence', value ->> '$.at', value ->> '$.registrant', value ->> '$.user', value ->> '$.what',
       value ->> '$.via', unhex(value ->> '$.hash')
  FROM json_each(?1)
 ORDER BY key
