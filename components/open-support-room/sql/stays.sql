SELECT m.user_id, u.name, u.kana, u.profession, o.name AS organization_name, m.since, m.until
  FROM room_members m
  JOIN users u ON u.id = m.user_id
  JOIN organizations o ON o.id = u.organization_id
 WHERE m.room_id = ?1
 ORDER BY u.kana_key, m.since
 LIMIT 5000
