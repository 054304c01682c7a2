DELETE FROM takeovers WHERE room_id = ?1
