SELECT r.purpose, t.name AS theme_name, r.scope, iif(r.is_listed, 'listed', 'unlisted') AS visibility, r.member_count,
       r.silent_since, r.needed_at, n.name AS needed_by_name,
       EXISTS (SELECT 1 FROM room_requests q JOIN applications a ON a.id = q.application_id
                WHERE q.room_id = r.id AND q.asks = 'close'
                  AND a.status IN ('received', 'resubmitted', 'redirected', 'returned')) AS closure_pending
  FROM rooms r
  LEFT JOIN room_themes t ON t.id = r.theme_id
  LEFT JOIN users n ON n.id = r.needed_by_user_id
 WHERE r.id = ?1
