INSERT INTO tag_wishes (user_id, wording, wording_key, reason, at) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (wording_key, user_id) DO NOTHING
RETURNING id
