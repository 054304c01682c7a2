DELETE FROM visit_occurrences WHERE room_id = ?1
