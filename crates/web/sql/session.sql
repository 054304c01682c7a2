SELECT json_object(
         'caller', json_object(
           'user_id', u.id, 'login_id', u.login_id, 'name', u.name, 'kana', u.kana, 'profession', u.profession,
           'desk', u.desk, 'organization_id', o.id, 'organization_name', o.name, 'organization_kind', o.kind,
           'is_manager', json(iif(EXISTS (SELECT 1 FROM organization_managers m
                                           WHERE m.user_id = u.id AND m.organization_id = o.id AND m.until IS NULL),
                                  'true', 'false')),
           'support_rooms',
           (SELECT count(*) FROM room_members m JOIN rooms r ON r.id = m.room_id
             WHERE m.user_id = u.id AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2) AND r.closed_at IS NULL AND r.kind = 'support'),
           'collaboration_rooms',
           (SELECT count(*) FROM room_members m JOIN rooms r ON r.id = m.room_id
             WHERE m.user_id = u.id AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2) AND r.closed_at IS NULL AND r.kind = 'collaboration')),
         'device_id', d.id, 'signed_in_at', s.signed_in_at, 'expires_at', s.expires_at,
         'locked', json(iif(s.locked_at IS NULL, 'false', 'true'))
       ) AS session
  FROM sessions s
  JOIN users u ON u.id = s.user_id
  JOIN organizations o ON o.id = u.organization_id
  JOIN devices d ON d.id = s.device_id
 WHERE s.id = ?1 AND s.ended_at IS NULL AND s.expires_at > ?2
   AND u.status = 'active' AND u.epoch = s.epoch
   AND d.status = 'active' AND (d.valid_until IS NULL OR d.valid_until > ?2)
