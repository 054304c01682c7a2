INSERT INTO support_room_checks (application_id, identity_decided, registrant_id) VALUES (?1, 1, ?2)
ON CONFLICT (application_id) DO UPDATE SET identity_decided = 1, registrant_id = excluded.registrant_id
