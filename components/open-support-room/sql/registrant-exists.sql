SELECT id FROM registrants WHERE id = ?1 AND deleted_at IS NULL
