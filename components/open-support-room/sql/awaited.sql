SELECT id AS awaiting_id, name, kana, profession, organization_name, kana_key
  FROM care_team_awaiting
 WHERE room_id = ?1 AND settled_at IS NULL
 ORDER BY id
 LIMIT 200
