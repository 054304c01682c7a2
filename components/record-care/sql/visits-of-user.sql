-- R18, as in crates/web/sql/room-access.sql: the visits of all support rooms open to ?1 at ?2, whose days touch ?3 to
-- ?4; of one visitor alone when ?5 is one.
WITH seen AS (
  SELECT r.id, r.registrant_id, g.name
    FROM room_members m
    JOIN rooms r ON r.id = m.room_id AND r.closed_at IS NULL
    JOIN registrants g ON g.id = r.registrant_id
   WHERE m.user_id = ?1 AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2))
SELECT v.id AS visit_id, v.room_id, shown.name AS room_name, shown.registrant_id, v.visitor_user_id, v.visitor_name,
       v.visitor_profession, v.visitor_organization_name, v.kind, v.first_day, v.last_day, v.start_minute, v.minutes,
       v.repeat, v.note, v.revision, v.author_user_id, v.author_name, v.author_profession, v.author_organization_name,
       v.at,
       (SELECT json_group_array(json_object('day', o.day, 'is_cancelled', o.cancelled_at IS NOT NULL,
                 'moved_to_day', o.moved_to_day, 'moved_to_minute', o.moved_to_minute, 'moved_minutes', o.moved_minutes,
                 'note', o.note, 'done_at', o.done_at, 'done_by_name', o.done_by_name))
          FROM visit_occurrences o
         WHERE o.visit_id = v.id AND (o.day BETWEEN ?3 AND ?4 OR o.moved_to_day BETWEEN ?3 AND ?4)) AS exceptions
  FROM (SELECT x.id, s.name, s.registrant_id
          FROM seen s
          JOIN visits x ON x.room_id = s.id AND x.withdrawn_at IS NULL AND x.last_day >= ?3 AND x.first_day <= ?4
        UNION
        SELECT o.visit_id, s.name, s.registrant_id
          FROM seen s
          JOIN visit_occurrences o ON o.room_id = s.id AND o.moved_to_day BETWEEN ?3 AND ?4) shown
  JOIN visits v ON v.id = shown.id AND v.withdrawn_at IS NULL AND (?5 IS NULL OR v.visitor_user_id = ?5)
 ORDER BY v.id
 LIMIT ?6 + 0
