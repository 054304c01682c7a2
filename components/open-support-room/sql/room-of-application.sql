SELECT r.id AS room_id, r.registrant_id, g.name AS registrant_name
  FROM room_applications x
  JOIN rooms r ON r.id = x.room_id
  JOIN registrants g ON g.id = r.registrant_id
 WHERE x.application_id = ?1
 LIMIT 1
