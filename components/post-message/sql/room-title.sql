SELECT r.name, g.name AS registrant_name
  FROM rooms r LEFT JOIN registrants g ON g.id = r.registrant_id
 WHERE r.id = ?1
