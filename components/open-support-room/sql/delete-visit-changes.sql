DELETE FROM visit_changes WHERE room_id = ?1
