SELECT g.id AS registrant_id, g.name, g.kana, g.birth_date, g.kana_key, r.id AS room_id,
       CASE WHEN r.id IS NULL THEN 'none' WHEN r.closed_at IS NULL THEN 'open' ELSE 'closed' END AS room_state,
       (SELECT count(*) FROM room_members m
         WHERE m.room_id = r.id AND m.since <= ?4 AND (m.until IS NULL OR m.until > ?4) AND r.closed_at IS NULL) AS members,
       (SELECT count(*) FROM care_team_awaiting w WHERE w.room_id = r.id AND w.settled_at IS NULL) AS awaiting,
       iif(r.closed_at IS NULL, r.without_clinician_from, NULL) AS without_clinician_from
  FROM registrants g
  LEFT JOIN rooms r ON r.id = (SELECT x.id FROM rooms x WHERE x.registrant_id = g.id
                                ORDER BY x.closed_at IS NULL DESC, x.id DESC LIMIT 1)
 WHERE g.deleted_at IS NULL AND (g.kana_key, g.id) > (?1, ?2)
   AND (?5 IS NULL OR (r.id IS NOT NULL AND r.closed_at IS NULL) = ?5)
 ORDER BY g.kana_key, g.id
 LIMIT ?3 + 0
