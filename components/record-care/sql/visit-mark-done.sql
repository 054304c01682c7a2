INSERT INTO visit_occurrences (visit_id, day, room_id, done_at, done_by_user_id, done_by_name)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT (visit_id, day) DO UPDATE
   SET done_at = excluded.done_at, done_by_user_id = excluded.done_by_user_id, done_by_name = excluded.done_by_name
