UPDATE visits SET continues_visit_id = NULL WHERE room_id = ?1 AND continues_visit_id IS NOT NULL
