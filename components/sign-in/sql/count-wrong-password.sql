INSERT INTO wrong_passwords (user_id, digest, failed_at) VALUES (?1, ?2, ?3)
ON CONFLICT (user_id, digest) DO UPDATE SET failed_at = excluded.failed_at
