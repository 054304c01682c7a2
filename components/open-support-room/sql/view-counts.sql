SELECT g.id AS registrant_id, g.name, g.kana_key,
       (SELECT count(*) FROM registrant_views v WHERE v.registrant_id = g.id AND v.at >= ?4 AND v.at < ?5) AS views,
       (SELECT count(DISTINCT v.user_id) FROM registrant_views v
         WHERE v.registrant_id = g.id AND v.at >= ?4 AND v.at < ?5) AS people
  FROM registrants g
 WHERE g.deleted_at IS NULL AND (g.kana_key, g.id) > (?1, ?2)
   AND EXISTS (SELECT 1 FROM registrant_views v WHERE v.registrant_id = g.id AND v.at >= ?4 AND v.at < ?5)
 ORDER BY g.kana_key, g.id
 LIMIT ?3 + 0
