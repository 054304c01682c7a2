SELECT DISTINCT v.registrant_id
  FROM json_each(?4) asked
 CROSS JOIN registrant_views v
    ON v.user_id = ?1 AND v.registrant_id = asked.value AND v.what = ?2 AND v.at > ?3
 LIMIT 200
