SELECT u.id AS user_id, u.login_id, u.name, u.kana, u.profession, u.desk, u.epoch,
       u.status = 'active' AS active,
       o.id AS organization_id, o.name AS organization_name, o.kind AS organization_kind,
       EXISTS (SELECT 1 FROM organization_managers m
                WHERE m.user_id = u.id AND m.organization_id = o.id AND m.until IS NULL) AS is_manager,
       (SELECT count(*) FROM room_members m JOIN rooms r ON r.id = m.room_id
         WHERE m.user_id = u.id AND m.until IS NULL AND r.closed_at IS NULL AND r.kind = 'support') AS support_rooms,
       (SELECT count(*) FROM room_members m JOIN rooms r ON r.id = m.room_id
         WHERE m.user_id = u.id AND m.until IS NULL AND r.closed_at IS NULL AND r.kind = 'collaboration')
         AS collaboration_rooms
  FROM users u JOIN organizations o ON o.id = u.organization_id
 WHERE u.id = ?1
