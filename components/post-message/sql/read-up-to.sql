-- One statement, which the view's trigger completes: it is durable without a transaction of its own.
INSERT INTO reading (room_id, user_id, up_to_id, from_id, at)
SELECT ?1, ?2, m.id,
       coalesce((SELECT b.id
                   FROM messages b
                  WHERE b.at < (SELECT max(x.since) FROM room_members x
                                 WHERE x.room_id = ?1 AND x.user_id = ?2 AND x.since <= ?4)
                  ORDER BY b.at DESC, b.id DESC
                  LIMIT 1), 0),
       ?4
  FROM messages m
 WHERE m.id = ?3 AND m.room_id = ?1
 LIMIT 1
