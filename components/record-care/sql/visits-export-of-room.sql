-- The visits of room ?1 that are not over at ?2, and those that were taken back since ?3: a calendar that has them already
-- has to hear of it.
SELECT v.id AS visit_id, g.name AS registrant_name, r.registrant_id, v.visitor_name, v.visitor_profession,
       v.visitor_organization_name, v.kind, v.first_day, v.last_day, v.start_minute, v.minutes, v.repeat, v.note, v.revision,
       v.withdrawn_at IS NOT NULL AS is_withdrawn, v.room_id
  FROM visits v
  JOIN rooms r ON r.id = v.room_id
  JOIN registrants g ON g.id = r.registrant_id
 WHERE v.room_id = ?1 AND iif(v.withdrawn_at IS NULL, v.last_day >= ?2, v.withdrawn_at >= ?3)
 ORDER BY v.id
 LIMIT ?4 + 0
