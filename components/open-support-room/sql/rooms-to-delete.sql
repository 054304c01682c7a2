SELECT r.id AS room_id, r.registrant_id, g.name AS registrant_name, r.closed_at, r.closed_reason, r.retain_until,
       r.deletion_requested_at, r.deletion_requested_by_user_id, u.name AS deletion_requested_by
  FROM rooms r INDEXED BY rooms_to_delete
  JOIN registrants g ON g.id = r.registrant_id
  LEFT JOIN users u ON u.id = r.deletion_requested_by_user_id
 WHERE r.closed_at IS NOT NULL AND r.content_deleted_at IS NULL AND r.kind = 'support'
   AND r.retain_until < ?3 AND (r.retain_until, r.id) > (?1, ?2)
 ORDER BY r.retain_until, r.id
 LIMIT ?4 + 0
