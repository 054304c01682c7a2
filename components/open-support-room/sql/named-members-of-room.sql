-- Whoever was ever in the room, whether or not the account is in use.
SELECT u.id AS user_id, u.name, u.kana, u.profession, o.name AS organization_name
  FROM users u JOIN organizations o ON o.id = u.organization_id
 WHERE u.id IN (SELECT value FROM json_each(?2))
   AND EXISTS (SELECT 1 FROM room_members m WHERE m.room_id = ?1 AND m.user_id = u.id)
 LIMIT 100
