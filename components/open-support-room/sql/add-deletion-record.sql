INSERT INTO deletion_records (room_id, registrant_id, requested_by_user_id, confirmed_by_user_id, at, counts)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
