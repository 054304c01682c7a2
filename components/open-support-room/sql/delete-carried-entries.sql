DELETE FROM carried_entries WHERE room_id = ?1
