-- R18: the people of the rooms open to a person now, or of one of them (?4), whose name or reading begins or goes on
-- with ?3.
SELECT u.id AS user_id, u.name, u.kana, u.profession, o.name AS organization_name
  FROM (SELECT DISTINCT y.user_id
          FROM room_members x
          JOIN rooms r ON r.id = x.room_id AND r.closed_at IS NULL
          JOIN room_members y ON y.room_id = r.id AND y.since <= ?2 AND (y.until IS NULL OR y.until > ?2)
         WHERE x.user_id = ?1 AND x.since <= ?2 AND (x.until IS NULL OR x.until > ?2) AND (?4 IS NULL OR r.id = ?4)) p
  JOIN users u ON u.id = p.user_id AND (instr(u.kana_key, ?3) > 0 OR instr(u.name_key, ?3) > 0 OR ?3 = '')
  JOIN organizations o ON o.id = u.organization_id
 ORDER BY instr(u.kana_key, ?3) <> 1 AND instr(u.name_key, ?3) <> 1, u.kana_key, u.id
 LIMIT 20
