INSERT INTO push_subscriptions (user_id, device_id, endpoint, public_key, auth, created_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (endpoint) DO UPDATE
   SET user_id = excluded.user_id, device_id = excluded.device_id, public_key = excluded.public_key,
       auth = excluded.auth, created_at = excluded.created_at
RETURNING id AS subscription_id
