SELECT r.id AS room_id, r.name, r.purpose, t.name AS theme_name, iif(r.is_listed, 'listed', 'unlisted') AS visibility,
       r.member_count, r.created_at AS opened_at, r.silent_since, r.needed_at, n.name AS needed_by_name, r.closed_at,
       r.closed_note AS closing_reason, r.retain_until, r.name_key,
       (SELECT a.receipt_number FROM room_requests q JOIN applications a ON a.id = q.application_id
         WHERE q.room_id = r.id AND q.asks = 'close' AND a.status IN ('received', 'resubmitted', 'redirected', 'returned')
         LIMIT 1) AS closure_receipt,
       r.theme_id, r.scope,
       (SELECT count(*) FROM messages m WHERE m.room_id = r.id AND m.need IS NOT NULL) AS stated_needs
  FROM rooms r
  LEFT JOIN room_themes t ON t.id = r.theme_id
  LEFT JOIN users n ON n.id = r.needed_by_user_id
 WHERE r.id = ?1 AND r.kind = 'collaboration'
