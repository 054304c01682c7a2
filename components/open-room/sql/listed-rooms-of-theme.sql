-- In the order of the index: a page ends as soon as it is full.
SELECT r.id AS room_id, r.name, r.purpose, t.name AS theme_name, r.member_count, r.created_at AS opened_at, r.name_key,
       CASE WHEN EXISTS (SELECT 1 FROM room_members m
                          WHERE m.room_id = r.id AND m.user_id = ?1 AND m.until IS NULL) THEN 'member'
            WHEN EXISTS (SELECT 1 FROM room_requests q JOIN applications a ON a.id = q.application_id
                          WHERE q.room_id = r.id AND q.asks = 'join' AND q.user_id = ?1
                            AND a.status IN ('received', 'resubmitted', 'redirected', 'returned')) THEN 'join_pending'
            ELSE 'none' END AS my_state
  FROM rooms r INDEXED BY rooms_listed_by_theme
  LEFT JOIN room_themes t ON t.id = r.theme_id
 WHERE r.kind = 'collaboration' AND r.closed_at IS NULL AND r.is_listed = 1 AND r.theme_id = ?5
   AND (r.name_key, r.id) > (?2, ?3)
 ORDER BY r.name_key, r.id
 LIMIT ?4 + 0
