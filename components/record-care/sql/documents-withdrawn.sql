-- The documents of room ?1 that were put away, the last first.
SELECT d.id, CAST(d.withdrawn_at AS TEXT) AS place
  FROM documents d
 WHERE d.room_id = ?1 AND d.withdrawn_at IS NOT NULL AND (d.withdrawn_at, d.id) < (CAST(?2 AS INTEGER), ?3)
 ORDER BY d.withdrawn_at DESC, d.id DESC
 LIMIT ?4 + 0
