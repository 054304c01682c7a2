-- R18, as room-access.sql, for a member; and the session as session.sql, in one look-up: this is what each open page asks
-- every few seconds.
SELECT u.id AS user_id, r.registrant_id, r.message_revision, r.read_revision
  FROM sessions s
  JOIN users u ON u.id = s.user_id
  JOIN devices d ON d.id = s.device_id
  JOIN rooms r ON r.id = ?3
  JOIN room_members m ON m.room_id = r.id AND m.user_id = u.id AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2)
 WHERE s.id = ?1 AND s.ended_at IS NULL AND s.expires_at > ?2 AND s.locked_at IS NULL
   AND u.status = 'active' AND u.epoch = s.epoch
   AND d.status = 'active' AND (d.valid_until IS NULL OR d.valid_until > ?2)
   AND r.closed_at IS NULL
 LIMIT 1
