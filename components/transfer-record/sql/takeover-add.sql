INSERT INTO takeovers (room_id, fingerprint, patient_uuid, entries, reason, user_id, user_name, user_organization_name, begun_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
RETURNING id
