SELECT id FROM rooms WHERE registrant_id = ?1 AND closed_at IS NULL
