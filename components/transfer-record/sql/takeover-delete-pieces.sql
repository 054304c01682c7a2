DELETE FROM carried_pieces WHERE entry_id IN (SELECT id FROM carried_entries WHERE takeover_id = ?1)
