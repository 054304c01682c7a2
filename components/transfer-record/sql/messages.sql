-- The messages of room ?1 after ?3, oldest first, each with all that belongs to it, as JSON. ?2: see patient.sql.
SELECT m.id,
       json_object(
         'id', m.id, 'uuid', printf(?2 || '-8700-8000-%012x', m.id),
         'author', json_object('uuid', printf(?2 || '-8200-8000-%012x', m.author_user_id), 'name', m.author_name,
                               'profession', m.author_profession, 'organization_name', m.author_organization_name),
         'at', m.at, 'body', m.body, 'confirm', m.confirm, 'edited_at', m.edited_at, 'withdrawn_at', m.withdrawn_at,
         'reply_to_uuid', iif(m.reply_to_id IS NULL, NULL, printf(?2 || '-8700-8000-%012x', m.reply_to_id)),
         'pinned_at', m.pinned_at,
         'pinned_by_uuid', iif(m.pinned_at IS NULL, NULL, printf(?2 || '-8200-8000-%012x', m.pinned_by_user_id)),
         'mentions', (SELECT json_group_array(printf(?2 || '-8200-8000-%012x', n.user_id) ORDER BY n.user_id)
                        FROM message_mentions n WHERE n.message_id = m.id),
         'tags', (SELECT json_group_array(t.name ORDER BY t.position)
                    FROM message_tags n JOIN tags t ON t.id = n.tag_id WHERE n.message_id = m.id),
         'files', (SELECT json_group_array(printf(?2 || '-8800-8000-%012x', f.id) ORDER BY f.id)
                     FROM room_files f WHERE f.message_id = m.id),
         'reactions', (SELECT json_group_array(json_object(
                                'reaction', n.reaction, 'who', printf(?2 || '-8200-8000-%012x', n.user_id), 'at', n.at)
                                ORDER BY n.at, n.user_id)
                         FROM message_reactions n WHERE n.message_id = m.id),
         'confirmations', (SELECT json_group_array(json_object(
                                    'who', printf(?2 || '-8200-8000-%012x', n.user_id), 'is_asked', n.is_asked,
                                    'confirmed_at', n.confirmed_at) ORDER BY n.user_id)
                             FROM message_confirmations n WHERE n.message_id = m.id),
         'versions', (SELECT json_group_array(json_object('at', n.at, 'body', n.body) ORDER BY n.at)
                        FROM message_versions n WHERE n.message_id = m.id)) AS content
  FROM messages m
 WHERE m.room_id = ?1 AND m.id > ?3
 ORDER BY m.id
 LIMIT ?4 + 0
