-- Everybody who was in room ?1, wrote there, or looked at its registrant. ?2: see patient.sql.
SELECT printf(?2 || '-8200-8000-%012x', u.id) AS uuid, printf(?2 || '-8300-8000-%012x', u.id) AS role_uuid,
       printf(?2 || '-8400-8000-%012x', u.organization_id) AS organization_uuid, u.name, u.kana, u.profession
  FROM users u
 WHERE u.id IN (SELECT user_id FROM room_members WHERE room_id = ?1
                UNION SELECT author_user_id FROM messages WHERE room_id = ?1
                UNION SELECT v.user_id FROM registrant_views v JOIN rooms r ON r.registrant_id = v.registrant_id
                       WHERE r.id = ?1)
 ORDER BY u.id
