INSERT INTO used_challenges (nonce, expires_at) VALUES (?1, ?2)
