SELECT json_object(
         'user_id', u.id, 'login_id', u.login_id, 'name', u.name, 'kana', u.kana, 'profession', u.profession,
         'desk', u.desk, 'epoch', u.epoch, 'active', json(iif(u.status = 'active', 'true', 'false')),
         'organization_id', o.id, 'organization_name', o.name, 'organization_kind', o.kind,
         'is_manager', json(iif(EXISTS (SELECT 1 FROM organization_managers m
                                         WHERE m.user_id = u.id AND m.organization_id = o.id AND m.until IS NULL),
                                'true', 'false')),
         'support_rooms',
         (SELECT count(*) FROM room_members m JOIN rooms r ON r.id = m.room_id
           WHERE m.user_id = u.id AND m.until IS NULL AND r.closed_at IS NULL AND r.kind = 'support'),
         'collaboration_rooms',
         (SELECT count(*) FROM room_members m JOIN rooms r ON r.id = m.room_id
           WHERE m.user_id = u.id AND m.until IS NULL AND r.closed_at IS NULL AND r.kind = 'collaboration')
       ) AS caller
  FROM users u JOIN organizations o ON o.id = u.organization_id
 WHERE u.id = ?1
