-- R18: a person who is in the room now. ?1 the room, ?2 the person, ?3 now.
SELECT u.name, u.profession, o.name AS organization_name
  FROM room_members m
  JOIN users u ON u.id = m.user_id
  JOIN organizations o ON o.id = u.organization_id
 WHERE m.room_id = ?1 AND m.user_id = ?2 AND m.since <= ?3 AND (m.until IS NULL OR m.until > ?3)
 LIMIT 1
