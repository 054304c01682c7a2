SELECT id AS room_id, name, purpose, scope, member_count, closed_at FROM rooms WHERE id = ?1 AND kind = 'collaboration'
