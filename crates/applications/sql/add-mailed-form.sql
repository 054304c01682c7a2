-- A corrected submission is the same one.
INSERT INTO mailed_forms (application_id, thread_id, sender_user_id, form) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (application_id) DO NOTHING
