INSERT INTO visit_occurrences (visit_id, day, room_id, cancelled_at, moved_to_day, moved_to_minute, moved_minutes, note)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
    ON CONFLICT (visit_id, day) DO UPDATE
   SET cancelled_at = excluded.cancelled_at, moved_to_day = excluded.moved_to_day,
       moved_to_minute = excluded.moved_to_minute, moved_minutes = excluded.moved_minutes, note = excluded.note
