SELECT id FROM rooms WHERE registrant_id = ?1 AND id <> ?2 AND content_deleted_at IS NULL LIMIT 1
