SELECT r.id AS room_id, r.name, r.closed_at
  FROM room_applications x JOIN rooms r ON r.id = x.room_id
 WHERE x.application_id = ?1
 LIMIT 2
