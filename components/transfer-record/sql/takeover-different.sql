SELECT count(DISTINCT uuid) AS different FROM carried_entries WHERE takeover_id = ?1
