INSERT INTO posting (id, room_id, author_user_id, at, body, reply_to_id, confirm, need, extras, words, about, mentions,
                     tags, files, asked, key_scope, key, fingerprint)
SELECT value ->> '$.id', value ->> '$.room', value ->> '$.author', value ->> '$.at', value ->> '$.body',
       value ->> '$.reply_to', value ->> '$.confirm', value ->> '$.need', value ->> '$.extras', value ->> '$.words',
       value ->> '$.about', value ->> '$.mentions', value ->> '$.tags', value ->> '$.files', value ->> '$.asked',
       value ->> '$.submission.scope', value ->> '$.submission.key', unhex(value ->> '$.submission.fingerprint')
  FROM json_each(?1)
 ORDER BY key
