SELECT g.id, g.id AS registrant_id,
       json_array(g.id, g.name, g.kana, g.birth_date, g.postal_code, g.address, g.phone,
         CASE WHEN r.id IS NULL THEN 'none' WHEN r.closed_at IS NULL THEN 'open' ELSE 'closed' END, g.created_at,
         r.closed_at) AS cells
  FROM registrants g
  LEFT JOIN rooms r ON r.id = (SELECT x.id FROM rooms x WHERE x.registrant_id = g.id
                                ORDER BY x.closed_at IS NULL DESC, x.id DESC LIMIT 1)
 WHERE g.id > ?1 AND g.deleted_at IS NULL
 ORDER BY g.id
 LIMIT ?2 + 0
