SELECT id FROM rooms WHERE id = ?1 AND kind = 'support' AND closed_at IS NULL
