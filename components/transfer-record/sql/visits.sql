-- The visits and series of room ?1 after ?3, with what is different on single days, as JSON. ?2: see patient.sql.
SELECT v.id,
       json_object(
         'id', v.id, 'uuid', printf(?2 || '-8b00-8000-%012x', v.id),
         'visitor_uuid', iif(v.visitor_user_id IS NULL, NULL, printf(?2 || '-8200-8000-%012x', v.visitor_user_id)),
         'visitor_name', v.visitor_name, 'visitor_profession', v.visitor_profession, 'kind', v.kind,
         'first_day', v.first_day, 'last_day', v.last_day, 'start_minute', v.start_minute, 'minutes', v.minutes,
         'repeat', json(v.repeat), 'note', v.note, 'at', v.at, 'withdrawn_at', v.withdrawn_at,
         'occurrences', (SELECT json_group_array(json_object(
                                  'day', o.day, 'cancelled_at', o.cancelled_at, 'moved_to_day', o.moved_to_day,
                                  'moved_to_minute', o.moved_to_minute, 'moved_minutes', o.moved_minutes,
                                  'note', o.note, 'done_at', o.done_at) ORDER BY o.day)
                           FROM visit_occurrences o WHERE o.visit_id = v.id)) AS content
  FROM visits v
 WHERE v.room_id = ?1 AND v.id > ?3
 ORDER BY v.id
 LIMIT ?4 + 0
