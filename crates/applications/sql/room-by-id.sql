SELECT id AS room_id, name FROM rooms WHERE id = ?1 AND kind = 'collaboration' AND closed_at IS NULL
