SELECT cancelled_at, moved_to_day, moved_to_minute, moved_minutes, note, done_at, done_by_name
  FROM visit_occurrences
 WHERE visit_id = ?1 AND day = ?2
 LIMIT 1
