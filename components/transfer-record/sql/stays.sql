-- Who is and was in room ?1, in the order of coming.
SELECT printf(?2 || '-8200-8000-%012x', u.id) AS uuid, u.name, m.since, m.until
  FROM room_members m JOIN users u ON u.id = m.user_id
 WHERE m.room_id = ?1
 ORDER BY m.since, m.user_id
