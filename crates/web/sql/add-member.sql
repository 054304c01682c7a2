INSERT INTO room_members (room_id, user_id, since, until, joined_by_application_id) VALUES (?1, ?2, ?3, ?4, ?5)
