UPDATE applications SET status = ?2, due_on = NULL, updated_at = ?3, version = version + 1 WHERE id = ?1
