-- R18, as room-access.sql: the rooms open to a person now, with what waits there, as messages.sql. ?3 is since
-- when 了解 is waited for.
WITH waiting AS MATERIALIZED (
  SELECT r.id AS room_id, r.kind,
         min(100, (SELECT count(*)
                     FROM (SELECT m.author_user_id, m.withdrawn_at FROM messages m
                            WHERE m.room_id = r.id AND m.id > a.up_to_id
                            ORDER BY m.id
                            LIMIT 300) following
                    WHERE following.author_user_id <> ?1 AND following.withdrawn_at IS NULL)) AS unread_count,
         (SELECT count(*)
            FROM (SELECT 1 FROM messages m INDEXED BY messages_asking_all
                   WHERE m.room_id = r.id AND m.id >= since.id AND m.confirm = 'all' AND m.withdrawn_at IS NULL
                     AND m.author_user_id <> ?1 AND m.at >= a.since
                     AND NOT EXISTS (SELECT 1 FROM message_confirmations c
                                      WHERE c.message_id = m.id AND c.user_id = ?1 AND c.confirmed_at IS NOT NULL)
                   LIMIT 100))
           + coalesce(n.asked, 0) AS asked_count,
         (SELECT m.at FROM messages m WHERE m.room_id = r.id ORDER BY m.id DESC LIMIT 1) AS last_at
    FROM (SELECT x.room_id, x.since,
                 coalesce((SELECT k.up_to_id FROM reading_marks k WHERE k.room_id = x.room_id AND k.user_id = ?1),
                          (SELECT b.id FROM messages b WHERE b.at < x.since ORDER BY b.at DESC, b.id DESC LIMIT 1),
                          0) AS up_to_id
            FROM room_members x
           WHERE x.user_id = ?1 AND x.since <= ?2 AND (x.until IS NULL OR x.until > ?2)) a
    JOIN (SELECT coalesce((SELECT id FROM messages WHERE at >= ?3 ORDER BY at, id LIMIT 1), 9223372036854775807) AS id) since
    JOIN rooms r ON r.id = a.room_id AND r.closed_at IS NULL
    LEFT JOIN (SELECT m.room_id, count(*) AS asked
                 FROM message_confirmations c JOIN messages m ON m.id = c.message_id AND m.withdrawn_at IS NULL
                WHERE c.user_id = ?1 AND c.is_asked = 1 AND c.confirmed_at IS NULL
                GROUP BY m.room_id) n ON n.room_id = r.id
)
SELECT w.room_id, w.kind, w.unread_count, w.asked_count, w.last_at
  FROM waiting w
 WHERE w.unread_count > 0 OR w.asked_count > 0
 ORDER BY w.last_at DESC, w.room_id
 LIMIT 101
