SELECT id, pieces, uuid <> '' AS is_whole FROM carried_entries WHERE takeover_id = ?1 AND number = ?2
