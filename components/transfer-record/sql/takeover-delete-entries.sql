DELETE FROM carried_entries WHERE takeover_id = ?1
