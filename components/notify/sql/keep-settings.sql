INSERT INTO notification_settings (user_id, asked_at, quiet_from, quiet_until, daily_at) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (user_id) DO UPDATE
   SET quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, daily_at = excluded.daily_at
