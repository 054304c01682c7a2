-- Rooms that the person was in and is in no longer, whether the stay ended or the room did.
SELECT count(DISTINCT m.room_id) AS ended
  FROM room_members m
  JOIN rooms r ON r.id = m.room_id
 WHERE m.user_id = ?1 AND m.since <= ?3 AND coalesce(m.until, r.closed_at) > m.since
   AND min(coalesce(m.until, r.closed_at), coalesce(r.closed_at, m.until)) BETWEEN ?2 AND ?3
   AND NOT EXISTS (SELECT 1 FROM room_members x
                    WHERE x.user_id = ?1 AND x.room_id = m.room_id AND x.since <= ?3 AND (x.until IS NULL OR x.until > ?3)
                      AND r.closed_at IS NULL)
