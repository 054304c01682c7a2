SELECT content FROM carried_pieces WHERE entry_id = ?1 AND number = ?2
