SELECT EXISTS (SELECT 1 FROM carried_pieces WHERE entry_id = ?1 AND number = ?2 AND content = ?3) AS is_kept
