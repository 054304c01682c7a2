-- For the posts that are about to be committed, under the write lock: who may still write in the room (R18), and which
-- of them are there already.
SELECT (SELECT coalesce(max(id), 0) FROM messages) AS last_id,
       json_group_array(json_object(
         'may_post', json(iif(EXISTS (SELECT 1
                                        FROM room_members m JOIN rooms r ON r.id = m.room_id
                                       WHERE m.room_id = post.value ->> '$.room' AND m.user_id = post.value ->> '$.author'
                                         AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2)
                                         AND r.closed_at IS NULL), 'true', 'false')),
         'earlier', k.subject,
         'fingerprint', lower(hex(k.fingerprint))) ORDER BY post.key) AS facts
  FROM json_each(?1) post
  LEFT JOIN idempotency_keys k
    ON k.scope = post.value ->> '$.submission.scope' AND k.key = post.value ->> '$.submission.key'
 LIMIT 1
