INSERT INTO registrant_views (sequence, at, registrant_id, user_id, what, via, hash)
SELECT json_extract(value, '$.sequence'), ?2, json_extract(value, '$.registrant'), ?3, ?4, ?5,
       unhex(json_extract(value, '$.hash'))
  FROM json_each(?1)
 ORDER BY key
