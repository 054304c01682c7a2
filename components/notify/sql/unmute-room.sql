DELETE FROM muted_rooms WHERE user_id = ?1 AND room_id = ?2
