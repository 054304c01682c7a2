SELECT r.id AS room_id, r.registrant_id, g.name AS registrant_name, r.without_clinician_from AS "from"
  FROM rooms r JOIN registrants g ON g.id = r.registrant_id
 WHERE r.without_clinician_from IS NOT NULL AND r.closed_at IS NULL
 ORDER BY r.without_clinician_from, r.id
 LIMIT 200
