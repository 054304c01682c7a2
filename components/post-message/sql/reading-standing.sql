-- Up to which message the reader has read, and how many others' follow it, up to a hundred of the next thousand. Whoever
-- has read nothing yet begins with what was written since he or she came into the room.
SELECT mark.up_to_id,
       min(100, (SELECT count(*)
                   FROM (SELECT m.author_user_id, m.withdrawn_at
                           FROM messages m
                          WHERE m.room_id = ?1 AND m.id > mark.up_to_id
                          ORDER BY m.id
                          LIMIT 1000) following
                  WHERE following.author_user_id <> ?2 AND following.withdrawn_at IS NULL)) AS unread
  FROM (SELECT coalesce((SELECT up_to_id FROM reading_marks WHERE room_id = ?1 AND user_id = ?2),
                        (SELECT b.id
                           FROM messages b
                          WHERE b.at < (SELECT max(x.since) FROM room_members x
                                         WHERE x.room_id = ?1 AND x.user_id = ?2 AND x.since <= ?3)
                          ORDER BY b.at DESC, b.id DESC
                          LIMIT 1),
                        0) AS up_to_id) mark
 LIMIT 1
