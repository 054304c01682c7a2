-- Messages as one JSON text: each string that crosses from the host costs a call. ?1 the room, ?2 who reads; up to ?4
-- before ?3, up to ?6 from ?5 on, and those of ?7 whatever their room, whose caller has made sure of them. With ?8 also
-- where the reader stands in the room: up to which message he or she has read, and how many others' follow it, up to a
-- hundred of the next three hundred; whoever has read nothing yet begins with what was written since he or she came. Parts are joined as texts: SQLite would read each of them again as JSON.
WITH chosen AS MATERIALIZED (
  SELECT * FROM (SELECT * FROM messages WHERE room_id = ?1 AND id < ?3 ORDER BY id DESC LIMIT ?4 + 0)
  UNION ALL
  SELECT * FROM (SELECT * FROM messages WHERE room_id = ?1 AND id >= ?5 ORDER BY id LIMIT ?6 + 0)
  UNION ALL
  SELECT m.* FROM json_each(?7) j JOIN messages m ON m.id = j.value
), mark (up_to_id) AS MATERIALIZED (
  SELECT coalesce((SELECT up_to_id FROM reading_marks WHERE room_id = ?1 AND user_id = ?2),
                  (SELECT b.id
                     FROM messages b
                    WHERE b.at < (SELECT max(x.since) FROM room_members x
                                   WHERE x.room_id = ?1 AND x.user_id = ?2 AND x.since <= ?9)
                    ORDER BY b.at DESC, b.id DESC
                    LIMIT 1),
                  0)
)
SELECT '[' || coalesce((SELECT group_concat(said.item, ',' ORDER BY said.id)
  FROM (SELECT m.id,
               rtrim(json_object(
                 'message_id', m.id, 'at', strftime('%Y-%m-%dT%H:%M:%SZ', m.at / 1000, 'unixepoch'),
                 'body', iif(m.withdrawn_at IS NULL, m.body, NULL),
                 'edited_at', strftime('%Y-%m-%dT%H:%M:%SZ', m.edited_at / 1000, 'unixepoch'),
                 'withdrawn_at', strftime('%Y-%m-%dT%H:%M:%SZ', m.withdrawn_at / 1000, 'unixepoch'),
                 'pinned_at', strftime('%Y-%m-%dT%H:%M:%SZ', m.pinned_at / 1000, 'unixepoch'),
                 'read_count', m.read_count), '}')
               || ',"author":'
               || rtrim(json_object('user_id', m.author_user_id, 'name', m.author_name, 'profession', m.author_profession,
                                    'organization_name', m.author_organization_name), '}')
               || iif(m.author_user_id = ?2, ',"is_me":true}', ',"is_me":false}')
               || ',"reply_to":' || iif(m.reply_to_id IS NULL, 'null',
                    (SELECT json_object('message_id', p.id, 'author_name', p.author_name,
                                        'excerpt', iif(p.withdrawn_at IS NULL, substr(p.body, 1, 60), NULL))
                       FROM messages p WHERE p.id = m.reply_to_id))
               || ',"confirm":' || iif(m.confirm = 'none' OR m.withdrawn_at IS NOT NULL, 'null',
                    (SELECT json_object(
                              'asked', m.confirm,
                              'asked_count', iif(m.confirm = 'all',
                                (SELECT count(*) FROM room_members x
                                  WHERE x.room_id = m.room_id AND x.user_id <> m.author_user_id AND x.since <= ?9
                                    AND (x.until IS NULL OR x.until > ?9)),
                                (SELECT count(*) FROM message_confirmations x WHERE x.message_id = m.id AND x.is_asked)),
                              'confirmed_count', (SELECT count(*) FROM message_confirmations x
                                                   WHERE x.message_id = m.id AND x.confirmed_at IS NOT NULL),
                              'asked_me', json(iif(m.author_user_id <> ?2
                                                     AND (m.confirm = 'all' OR coalesce(mine.is_asked, 0)), 'true', 'false')),
                              'confirmed_at', strftime('%Y-%m-%dT%H:%M:%SZ', mine.confirmed_at / 1000, 'unixepoch'))
                       FROM (SELECT 1) one
                       LEFT JOIN message_confirmations mine ON mine.message_id = m.id AND mine.user_id = ?2))
               || iif(NOT m.extras, ',"mentions":[],"tags":[],"files":[],"reactions":[]}',
                    ',"mentions":' || (SELECT json_group_array(json_object('user_id', x.id, 'name', x.name))
                       FROM message_mentions n JOIN users x ON x.id = n.user_id WHERE n.message_id = m.id)
                    || ',"tags":' || (SELECT json_group_array(json_object('tag_id', t.id, 'name', t.name) ORDER BY t.position)
                       FROM message_tags n JOIN tags t ON t.id = n.tag_id WHERE n.message_id = m.id)
                    || ',"files":' || iif(m.withdrawn_at IS NOT NULL, '[]',
                       (SELECT json_group_array(json_object('file_id', f.id, 'name', f.name, 'media_type', f.media_type,
                                                            'bytes', f.bytes) ORDER BY f.id)
                          FROM room_files f WHERE f.message_id = m.id))
                    || ',"reactions":' || (SELECT json_group_array(json_object('reaction', n.reaction, 'count', n.people,
                                                                               'mine', json(iif(n.mine, 'true', 'false'))))
                       FROM (SELECT reaction, count(*) AS people, max(user_id = ?2) AS mine
                               FROM message_reactions WHERE message_id = m.id GROUP BY reaction) n)
                    || '}') AS item
          FROM chosen m) said), '') || ']' AS items,
       iif(?8, (SELECT message_revision || '.' || read_revision FROM rooms WHERE id = ?1), '') AS revision,
       iif(?8, EXISTS (SELECT 1 FROM messages WHERE room_id = ?1 AND id < (SELECT min(id) FROM chosen)), 0) AS has_older,
       iif(?8, EXISTS (SELECT 1 FROM messages WHERE room_id = ?1 AND id > (SELECT max(id) FROM chosen)), 0) AS has_newer,
       iif(?8, (SELECT up_to_id FROM mark), 0) AS read_up_to,
       iif(?8, min(100, (SELECT count(*)
                           FROM (SELECT f.author_user_id, f.withdrawn_at
                                   FROM messages f
                                  WHERE f.room_id = ?1 AND f.id > (SELECT up_to_id FROM mark)
                                  ORDER BY f.id
                                  LIMIT 300) following
                          WHERE following.author_user_id <> ?2 AND following.withdrawn_at IS NULL)), 0) AS unread
