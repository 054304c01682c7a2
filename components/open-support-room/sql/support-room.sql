SELECT r.id AS room_id, r.registrant_id, g.name AS registrant_name, g.kana AS registrant_kana, r.closed_at,
       r.closed_reason, r.retain_until, r.deletion_requested_by_user_id, u.name AS deletion_requested_by,
       r.content_deleted_at
  FROM rooms r
  JOIN registrants g ON g.id = r.registrant_id
  LEFT JOIN users u ON u.id = r.deletion_requested_by_user_id
 WHERE r.id = ?1 AND r.kind = 'support'
