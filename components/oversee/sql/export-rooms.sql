-- Collaboration rooms, open and closed: what they are for, never what is written there.
SELECT r.id, json_array(r.name, r.purpose, t.name, r.scope, iif(r.is_listed, 'listed', 'unlisted'), r.member_count,
         r.created_at, r.silent_since, r.closed_at, r.closed_note) AS cells
  FROM rooms r
  LEFT JOIN room_themes t ON t.id = r.theme_id
 WHERE r.id > ?1 AND r.kind = 'collaboration'
 ORDER BY r.id
 LIMIT ?2 + 0
