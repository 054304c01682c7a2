SELECT r.id AS room_id, r.name, r.purpose, t.name AS theme_name, iif(r.is_listed, 'listed', 'unlisted') AS visibility,
       r.member_count, r.created_at AS opened_at, r.silent_since, r.needed_at, n.name AS needed_by_name, r.closed_at,
       r.closed_note AS closing_reason, r.retain_until, r.name_key,
       (SELECT a.receipt_number FROM room_requests q JOIN applications a ON a.id = q.application_id
         WHERE q.room_id = r.id AND q.asks = 'close' AND a.status IN ('received', 'resubmitted', 'redirected', 'returned')
         LIMIT 1) AS closure_receipt
  FROM (SELECT rowid AS id FROM room_words WHERE words MATCH ?4 LIMIT 5000) w
 CROSS JOIN rooms r ON r.id = w.id
  LEFT JOIN room_themes t ON t.id = r.theme_id
  LEFT JOIN users n ON n.id = r.needed_by_user_id
 WHERE (r.closed_at IS NOT NULL) = ?5 AND (?6 IS NULL OR r.silent_since <= ?6) AND (r.name_key, r.id) > (?1, ?2)
 ORDER BY r.name_key, r.id
 LIMIT ?3 + 0
