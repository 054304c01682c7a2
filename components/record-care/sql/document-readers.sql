-- Who is in the room now, and who has left and opened the version before (R20); without its author. ?1 the room, ?2 the
-- document, ?3 the version, ?4 now.
SELECT p.user_id, u.name, u.profession, o.name AS organization_name, p.has_left,
       coalesce(p.since > v.at, 0) AS came_later,
       (SELECT x.at FROM document_reads x
         WHERE x.document_id = ?2 AND x.version = ?3 AND x.user_id = p.user_id) AS read_at
  FROM (SELECT x.user_id, 0 AS has_left, x.since
          FROM room_members x
         WHERE x.room_id = ?1 AND x.since <= ?4 AND (x.until IS NULL OR x.until > ?4)
        UNION ALL
        SELECT r.user_id, 1, NULL
          FROM document_reads r
         WHERE r.document_id = ?2 AND r.version = ?3
           AND NOT EXISTS (SELECT 1 FROM room_members x
                            WHERE x.room_id = ?1 AND x.user_id = r.user_id AND x.since <= ?4
                              AND (x.until IS NULL OR x.until > ?4))) p
  JOIN document_versions v ON v.document_id = ?2 AND v.version = ?3 AND v.room_id = ?1
                          AND v.author_user_id <> p.user_id
  JOIN users u ON u.id = p.user_id
  JOIN organizations o ON o.id = u.organization_id
 ORDER BY p.has_left, u.kana_key, p.user_id
 LIMIT 501
