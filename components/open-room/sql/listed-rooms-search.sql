SELECT r.id AS room_id, r.name, r.purpose, t.name AS theme_name, r.member_count, r.created_at AS opened_at, r.name_key,
       CASE WHEN EXISTS (SELECT 1 FROM room_members m
                          WHERE m.room_id = r.id AND m.user_id = ?1 AND m.until IS NULL) THEN 'member'
            WHEN EXISTS (SELECT 1 FROM room_requests q JOIN applications a ON a.id = q.application_id
                          WHERE q.room_id = r.id AND q.asks = 'join' AND q.user_id = ?1
                            AND a.status IN ('received', 'resubmitted', 'redirected', 'returned')) THEN 'join_pending'
            ELSE 'none' END AS my_state
  FROM (SELECT rowid AS id FROM room_words WHERE words MATCH ?6 LIMIT 5000) w
 CROSS JOIN rooms r ON r.id = w.id
  LEFT JOIN room_themes t ON t.id = r.theme_id
 WHERE r.closed_at IS NULL AND r.is_listed = 1 AND (?5 IS NULL OR r.theme_id = ?5) AND (r.name_key, r.id) > (?2, ?3)
 ORDER BY r.name_key, r.id
 LIMIT ?4 + 0
