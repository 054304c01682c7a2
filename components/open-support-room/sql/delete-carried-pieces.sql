DELETE FROM carried_pieces WHERE entry_id IN (SELECT id FROM carried_entries WHERE room_id = ?1)
