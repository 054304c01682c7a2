-- Which days of the visits ?1 are cancelled, moved or have a note.
SELECT o.visit_id, o.day, o.cancelled_at IS NOT NULL AS is_cancelled, o.moved_to_day, o.moved_to_minute, o.moved_minutes,
       o.note
  FROM json_each(?1) v
  JOIN visit_occurrences o ON o.visit_id = v.value
 WHERE o.cancelled_at IS NOT NULL OR o.moved_to_day IS NOT NULL OR o.note IS NOT NULL
 ORDER BY o.visit_id, o.day
 LIMIT ?2 + 0
