INSERT OR IGNORE INTO room_applications (room_id, application_id) VALUES (?1, ?2)
