SELECT r.registrant_id
  FROM applications a
  JOIN room_applications x ON x.application_id = a.id
  JOIN rooms r ON r.id = x.room_id
 WHERE a.receipt_number = ?1
 LIMIT 1
