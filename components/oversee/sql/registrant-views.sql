SELECT sequence, at, registrant_id, user_id, what, via, hash
  FROM registrant_views
 WHERE sequence > ?1
 ORDER BY sequence
 LIMIT ?2 + 0
