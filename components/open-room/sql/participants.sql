-- In the order of the index: a page of a room with thousands ends as soon as it is full.
SELECT m.user_id, u.name, u.kana, u.profession, o.name AS organization_name, m.since, m.place
  FROM room_members m INDEXED BY room_members_in_order
  JOIN users u ON u.id = m.user_id
  JOIN organizations o ON o.id = u.organization_id
 WHERE m.room_id = ?1 AND m.until IS NULL AND m.place IS NOT NULL AND (m.place, m.user_id) > (?2, ?3)
   AND (?5 = '' OR instr(m.place, ?5) > 0 OR instr(u.name_key, ?5) > 0 OR instr(o.name_key, ?5) > 0)
 ORDER BY m.place, m.user_id
 LIMIT ?4 + 0
