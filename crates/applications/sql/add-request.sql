INSERT INTO room_requests (application_id, room_id, asks, user_id) VALUES (?1, ?2, ?3, ?4)
