SELECT g.id AS registrant_id, g.name, g.kana, g.birth_date, g.address,
       r.id AS room_id, r.id IS NOT NULL AND r.closed_at IS NULL AS room_open
  FROM registrants g
  LEFT JOIN rooms r ON r.id = (SELECT x.id FROM rooms x WHERE x.registrant_id = g.id
                                ORDER BY x.closed_at IS NULL DESC, x.id DESC LIMIT 1)
 WHERE g.birth_date = ?1 AND g.deleted_at IS NULL
 ORDER BY g.id
 LIMIT 1000
