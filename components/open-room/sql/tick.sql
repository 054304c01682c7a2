INSERT OR IGNORE INTO room_application_checks (application_id, name, checked_at, checked_by_user_id)
SELECT ?1, value, ?3, ?4 FROM json_each(?2)
