-- Open support rooms with who is in them, or is to come; a line a person, and one for a room that has nobody. A page is
-- a number of rooms.
SELECT r.id, r.registrant_id,
       json_array(g.id, g.name, g.kana, r.created_at, u.name, u.kana, u.profession, o.name, m.since, m.until) AS cells
  FROM rooms r
  JOIN registrants g ON g.id = r.registrant_id
  LEFT JOIN room_members m ON m.room_id = r.id AND (m.until IS NULL OR m.until > ?3)
  LEFT JOIN users u ON u.id = m.user_id
  LEFT JOIN organizations o ON o.id = u.organization_id
 WHERE r.id IN (SELECT x.id FROM rooms x INDEXED BY rooms_open
                 WHERE x.kind = 'support' AND x.closed_at IS NULL AND x.id > ?1
                 ORDER BY x.id
                 LIMIT ?2 + 0)
 ORDER BY r.id, m.since, m.user_id
