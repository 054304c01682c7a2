SELECT r.id AS room_id, r.registrant_id, g.name
  FROM room_applications a
  JOIN rooms r ON r.id = a.room_id
  JOIN registrants g ON g.id = r.registrant_id
 WHERE a.application_id = ?1
 LIMIT 1
