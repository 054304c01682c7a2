INSERT INTO notifications (user_id, kind, text, path, at) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (user_id, path, kind) WHERE seen_at IS NULL DO UPDATE SET count = count + 1, at = excluded.at
RETURNING id, count
