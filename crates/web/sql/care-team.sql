SELECT m.user_id, u.profession, m.since, m.until
  FROM room_members m JOIN users u ON u.id = m.user_id
 WHERE m.room_id = ?1
 ORDER BY m.since, m.user_id
 LIMIT 10000
