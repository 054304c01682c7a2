-- What is special about the days of the visits ?1.
SELECT o.visit_id, o.day, o.cancelled_at, o.moved_to_day, o.moved_to_minute, o.moved_minutes, o.note, o.done_at,
       o.done_by_name
  FROM json_each(?1) v
  JOIN visit_occurrences o ON o.visit_id = v.value
 LIMIT 10000
