-- How many open rooms there are, and in how many somebody posted lately: collaboration rooms know since when they are
-- silent, of a support room the last message is looked at.
SELECT (SELECT count(*) FROM rooms WHERE kind = 'collaboration' AND closed_at IS NULL) AS collaboration_open,
       (SELECT count(*) FROM rooms INDEXED BY rooms_silent
         WHERE kind = 'collaboration' AND closed_at IS NULL AND silent_since <= ?1) AS collaboration_silent,
       (SELECT count(*) FROM rooms WHERE kind = 'support' AND closed_at IS NULL) AS support_open,
       (SELECT count(*) FROM rooms r INDEXED BY rooms_open
         WHERE r.kind = 'support' AND r.closed_at IS NULL
           AND coalesce((SELECT m.at FROM messages m WHERE m.room_id = r.id ORDER BY m.id DESC LIMIT 1), r.created_at)
               <= ?1) AS support_silent
