DELETE FROM summary_printouts WHERE room_id = ?1
