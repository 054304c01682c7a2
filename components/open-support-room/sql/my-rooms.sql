-- R18, as in crates/web/sql/room-access.sql: the rooms open to a person now, in the order of names.
SELECT o.room_id, o.kind, o.name, o.registrant_id, o.registrant_name, o.registrant_kana, o.purpose, o.silent_since,
       o.since, o.place,
       CASE o.kind WHEN 'collaboration' THEN o.member_count
            ELSE (SELECT count(*) FROM room_members x
                   WHERE x.room_id = o.room_id AND x.since <= ?2 AND (x.until IS NULL OR x.until > ?2))
            END AS member_count,
       coalesce(o.without_clinician_from <= ?2, 0)
         AND NOT EXISTS (SELECT 1 FROM room_members x JOIN users u ON u.id = x.user_id
                          WHERE x.room_id = o.room_id AND x.since <= ?2 AND (x.until IS NULL OR x.until > ?2)
                            AND u.profession IN ('doctor', 'visiting_nurse')) AS without_clinician
  FROM (SELECT r.id AS room_id, r.kind, r.name, r.registrant_id, g.name AS registrant_name, g.kana AS registrant_kana,
               m.since, coalesce(g.kana_key, r.name_key, r.name) AS place, r.without_clinician_from, r.purpose,
               r.silent_since, r.member_count
          FROM room_members m
          JOIN rooms r ON r.id = m.room_id AND r.closed_at IS NULL
          LEFT JOIN registrants g ON g.id = r.registrant_id
         WHERE m.user_id = ?1 AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2)
           AND (coalesce(g.kana_key, r.name_key, r.name), r.id) > (?3, ?4)
         ORDER BY coalesce(g.kana_key, r.name_key, r.name), r.id
         LIMIT ?5 + 0) o
 ORDER BY o.place, o.room_id
 LIMIT ?5 + 0
