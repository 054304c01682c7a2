-- The visits of a room whose days touch ?2 to ?3, and those of which one was moved there.
SELECT v.id AS visit_id, v.room_id, '' AS room_name, r.registrant_id, v.visitor_user_id, v.visitor_name,
       v.visitor_profession, v.visitor_organization_name, v.kind, v.first_day, v.last_day, v.start_minute, v.minutes,
       v.repeat, v.note, v.revision, v.author_user_id, v.author_name, v.author_profession, v.author_organization_name,
       v.at,
       (SELECT json_group_array(json_object('day', o.day, 'is_cancelled', o.cancelled_at IS NOT NULL,
                 'moved_to_day', o.moved_to_day, 'moved_to_minute', o.moved_to_minute, 'moved_minutes', o.moved_minutes,
                 'note', o.note, 'done_at', o.done_at, 'done_by_name', o.done_by_name))
          FROM visit_occurrences o
         WHERE o.visit_id = v.id AND (o.day BETWEEN ?2 AND ?3 OR o.moved_to_day BETWEEN ?2 AND ?3)) AS exceptions
  FROM (SELECT x.id FROM visits x
         WHERE x.room_id = ?1 AND x.withdrawn_at IS NULL AND x.last_day >= ?2 AND x.first_day <= ?3
        UNION
        SELECT o.visit_id FROM visit_occurrences o
         WHERE o.room_id = ?1 AND o.moved_to_day BETWEEN ?2 AND ?3) shown
  JOIN visits v ON v.id = shown.id AND v.withdrawn_at IS NULL
  JOIN rooms r ON r.id = v.room_id
 ORDER BY v.id
 LIMIT ?4 + 0
