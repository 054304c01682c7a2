INSERT INTO posting (id, room_id, author_user_id, author_name, author_profession, author_organization_name, at, body,
                     reply_to_id, confirm, need, extras, words, about, mentions, tags, files, asked, key_scope, key,
                     fingerprint, audit_sequence, audit_detail, audit_hash)
SELECT value ->> '$.id', value ->> '$.room', value ->> '$.author', value ->> '$.author_name',
       value ->> '$.author_profession', value ->> '$.author_organization_name', value ->> '$.at', value ->> '$.body',
       value ->> '$.reply_to', value ->> '$.confirm', value ->> '$.need', value ->> '$.extras', value ->> '$.words',
       value ->> '$.about', value ->> '$.mentions', value ->> '$.tags', value ->> '$.files', value ->> '$.asked',
       value ->> '$.submission.scope', value ->> '$.submission.key', unhex(value ->> '$.submission.fingerprint'),
       value ->> '$.audit_sequence', value ->> '$.audit_detail', unhex(value ->> '$.audit_hash')
  FROM json_each(?1)
 ORDER BY key
