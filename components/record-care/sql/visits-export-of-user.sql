-- R18, as in crates/web/sql/room-access.sql: what ?1 makes in the support rooms open to ?1 at ?2 and is not over at ?3,
-- and what was taken back since ?4: a calendar that has it already has to hear of it.
SELECT v.id AS visit_id, g.name AS registrant_name, r.registrant_id, v.visitor_name, v.visitor_profession,
       v.visitor_organization_name, v.kind, v.first_day, v.last_day, v.start_minute, v.minutes, v.repeat, v.note, v.revision,
       v.withdrawn_at IS NOT NULL AS is_withdrawn, v.room_id
  FROM room_members m
  JOIN rooms r ON r.id = m.room_id AND r.closed_at IS NULL
  JOIN registrants g ON g.id = r.registrant_id
  JOIN visits v ON v.room_id = r.id
 WHERE m.user_id = ?1 AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2) AND v.visitor_user_id = ?1
   AND iif(v.withdrawn_at IS NULL, v.last_day >= ?3, v.withdrawn_at >= ?4)
 ORDER BY v.id
 LIMIT ?5 + 0
