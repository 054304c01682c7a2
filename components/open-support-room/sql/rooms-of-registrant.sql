SELECT r.id AS room_id, r.created_at AS opened_at, r.closed_at, r.closed_reason, r.closed_note, r.retain_until,
       r.deletion_requested_at, u.name AS deletion_requested_by, r.content_deleted_at, r.without_clinician_from
  FROM rooms r LEFT JOIN users u ON u.id = r.deletion_requested_by_user_id
 WHERE r.registrant_id = ?1
 ORDER BY r.id DESC
 LIMIT 20
