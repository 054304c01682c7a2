SELECT d.id, d.room_id, d.registrant_id, a.name AS requested_by, b.name AS confirmed_by, d.at, d.counts
  FROM deletion_records d
  JOIN users a ON a.id = d.requested_by_user_id
  JOIN users b ON b.id = d.confirmed_by_user_id
 WHERE d.id < ?1
 ORDER BY d.id DESC
 LIMIT ?2 + 0
