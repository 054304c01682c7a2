-- Messages as one JSON text: each string that crosses from the host costs a call. ?1 the room, ?2 who reads; up to ?4
-- before ?3, up to ?6 from ?5 on, and those of ?7 whatever their room, whose caller has made sure of them. With ?8 also
-- where the reader stands in the room.
WITH chosen (id) AS MATERIALIZED (
  SELECT id FROM (SELECT id FROM messages WHERE room_id = ?1 AND id < ?3 ORDER BY id DESC LIMIT ?4 + 0)
  UNION ALL
  SELECT id FROM (SELECT id FROM messages WHERE room_id = ?1 AND id >= ?5 ORDER BY id LIMIT ?6 + 0)
  UNION ALL
  SELECT value FROM json_each(?7)
)
SELECT (SELECT json_group_array(json(said.item) ORDER BY said.id)
          FROM (SELECT m.id, json_object(
                  'message_id', m.id,
                  'at', strftime('%Y-%m-%dT%H:%M:%SZ', m.at / 1000, 'unixepoch'),
                  'author', json_object('user_id', u.id, 'name', u.name, 'profession', u.profession,
                                        'organization_name', o.name, 'is_me', json(iif(u.id = ?2, 'true', 'false'))),
                  'body', iif(m.withdrawn_at IS NULL, m.body, NULL),
                  'reply_to', json(iif(m.reply_to_id IS NULL, NULL,
                     (SELECT json_object('message_id', p.id, 'author_name', pu.name,
                                         'excerpt', iif(p.withdrawn_at IS NULL, substr(p.body, 1, 60), NULL))
                        FROM messages p JOIN users pu ON pu.id = p.author_user_id WHERE p.id = m.reply_to_id))),
                  'mentions', json(iif(m.extras, (SELECT json_group_array(json_object('user_id', x.id, 'name', x.name))
                     FROM message_mentions n JOIN users x ON x.id = n.user_id WHERE n.message_id = m.id), '[]')),
                  'tags', json(iif(m.extras, (SELECT json_group_array(json_object('tag_id', t.id, 'name', t.name) ORDER BY t.position)
                     FROM message_tags n JOIN tags t ON t.id = n.tag_id WHERE n.message_id = m.id), '[]')),
                  'files', json(iif(m.extras AND m.withdrawn_at IS NULL,
                     (SELECT json_group_array(json_object('file_id', f.id, 'name', f.name, 'media_type', f.media_type,
                                                          'bytes', f.bytes) ORDER BY f.id)
                        FROM room_files f WHERE f.message_id = m.id), '[]')),
                  'edited_at', strftime('%Y-%m-%dT%H:%M:%SZ', m.edited_at / 1000, 'unixepoch'),
                  'withdrawn_at', strftime('%Y-%m-%dT%H:%M:%SZ', m.withdrawn_at / 1000, 'unixepoch'),
                  'pinned_at', strftime('%Y-%m-%dT%H:%M:%SZ', m.pinned_at / 1000, 'unixepoch'),
                  'reactions', json(iif(m.extras,
                     (SELECT json_group_array(json_object('reaction', n.reaction, 'count', n.people,
                                                          'mine', json(iif(n.mine, 'true', 'false'))))
                        FROM (SELECT reaction, count(*) AS people, max(user_id = ?2) AS mine
                                FROM message_reactions WHERE message_id = m.id GROUP BY reaction) n), '[]')),
                  'confirm', json(iif(m.confirm = 'none' OR m.withdrawn_at IS NOT NULL, NULL,
                     (SELECT json_object(
                        'asked', m.confirm,
                        'asked_count', iif(m.confirm = 'all',
                           (SELECT count(*) FROM room_members x
                             WHERE x.room_id = m.room_id AND x.user_id <> m.author_user_id AND x.since <= ?9
                               AND (x.until IS NULL OR x.until > ?9)),
                           (SELECT count(*) FROM message_confirmations x WHERE x.message_id = m.id AND x.is_asked)),
                        'confirmed_count', (SELECT count(*) FROM message_confirmations x
                                             WHERE x.message_id = m.id AND x.confirmed_at IS NOT NULL),
                        'asked_me', json(iif(m.author_user_id <> ?2 AND (m.confirm = 'all' OR coalesce(mine.is_asked, 0)),
                                             'true', 'false')),
                        'confirmed_at', strftime('%Y-%m-%dT%H:%M:%SZ', mine.confirmed_at / 1000, 'unixepoch'))
                        FROM (SELECT 1) one
                        LEFT JOIN message_confirmations mine ON mine.message_id = m.id AND mine.user_id = ?2))),
                  'read_count', m.read_count) AS item
                  FROM chosen c
                  JOIN messages m ON m.id = c.id
                  JOIN users u ON u.id = m.author_user_id
                  JOIN organizations o ON o.id = u.organization_id) said) AS items,
       iif(?8, (SELECT message_revision || '.' || read_revision FROM rooms WHERE id = ?1), '') AS revision,
       iif(?8, EXISTS (SELECT 1 FROM messages WHERE room_id = ?1 AND id < (SELECT min(id) FROM chosen)), 0) AS has_older,
       iif(?8, EXISTS (SELECT 1 FROM messages WHERE room_id = ?1 AND id > (SELECT max(id) FROM chosen)), 0) AS has_newer
