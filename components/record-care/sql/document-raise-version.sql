UPDATE documents SET version = ?2, changed_at = ?3, revision = revision + 1 WHERE id = ?1
