UPDATE rooms SET closed_note = NULL WHERE id = ?1 AND closed_note IS NOT NULL
