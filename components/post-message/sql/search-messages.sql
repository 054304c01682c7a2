-- R18, as room-access.sql: the newest messages that match, in the rooms open to a person now. ?3 is what is looked for,
-- in the language of FTS5 and with ` AND ` at its end; ?4 one room or NULL; ids below ?5, from ?6 on, below ?7.
SELECT m.id AS message_id, m.room_id, r.name AS room_name, r.kind, r.registrant_id, g.name AS registrant_name
  FROM (SELECT w.rowid AS id
          FROM message_words w
         WHERE message_words MATCH ?3 || 'about : (' || (
                 SELECT coalesce(group_concat('r' || r.id, ' OR '), 'r0')
                   FROM room_members x JOIN rooms r ON r.id = x.room_id AND r.closed_at IS NULL
                  WHERE x.user_id = ?1 AND x.since <= ?2 AND (x.until IS NULL OR x.until > ?2)
                    AND (?4 IS NULL OR r.id = ?4)) || ')'
           AND w.rowid < ?5 AND w.rowid >= ?6 AND w.rowid < ?7
         ORDER BY w.rowid DESC
         LIMIT ?8 + 0) found
  JOIN messages m ON m.id = found.id
  JOIN rooms r ON r.id = m.room_id
  LEFT JOIN registrants g ON g.id = r.registrant_id
 ORDER BY m.id DESC
 LIMIT ?8 + 0
