-- R26: the longest silent first.
SELECT r.id AS room_id, r.name, r.purpose, t.name AS theme_name, iif(r.is_listed, 'listed', 'unlisted') AS visibility,
       r.member_count, r.created_at AS opened_at, r.silent_since, r.needed_at, n.name AS needed_by_name, r.closed_at,
       r.closed_note AS closing_reason, r.retain_until, r.name_key,
       (SELECT a.receipt_number FROM room_requests q JOIN applications a ON a.id = q.application_id
         WHERE q.room_id = r.id AND q.asks = 'close' AND a.status IN ('received', 'resubmitted', 'redirected', 'returned')
         LIMIT 1) AS closure_receipt
  FROM rooms r INDEXED BY rooms_silent
  LEFT JOIN room_themes t ON t.id = r.theme_id
  LEFT JOIN users n ON n.id = r.needed_by_user_id
 WHERE r.kind = 'collaboration' AND r.closed_at IS NULL AND r.silent_since <= ?4
   AND (r.silent_since, r.id) > (CAST(?1 AS INTEGER), ?2)
 ORDER BY r.silent_since, r.id
 LIMIT ?3 + 0
