INSERT OR IGNORE INTO carried_pieces (entry_id, number, content) VALUES (?1, ?2, ?3)
