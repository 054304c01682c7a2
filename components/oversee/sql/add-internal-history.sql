INSERT INTO application_history (application_id, at, action, actor_user_id, note, internal)
VALUES (?1, ?2, ?3, ?4, ?5, 1)
RETURNING id
