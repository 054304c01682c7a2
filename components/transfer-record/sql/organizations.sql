-- The organizations of people.sql.
SELECT printf(?2 || '-8400-8000-%012x', o.id) AS uuid, o.name, o.kind
  FROM organizations o
 WHERE o.id IN (SELECT u.organization_id
                  FROM users u
                 WHERE u.id IN (SELECT user_id FROM room_members WHERE room_id = ?1
                                UNION SELECT author_user_id FROM messages WHERE room_id = ?1
                                UNION SELECT v.user_id FROM registrant_views v
                                        JOIN rooms r ON r.registrant_id = v.registrant_id
                                       WHERE r.id = ?1))
 ORDER BY o.id
