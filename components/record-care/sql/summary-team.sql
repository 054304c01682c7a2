-- Who is in room ?1 at ?2, with the telephone of where the person works: people have none of their own here.
SELECT u.name, u.profession, o.name AS organization_name, o.phone AS organization_phone
  FROM room_members m
  JOIN users u ON u.id = m.user_id
  JOIN organizations o ON o.id = u.organization_id
 WHERE m.room_id = ?1 AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2)
 ORDER BY m.since, m.user_id
 LIMIT 200
