-- The place of an answer: later ones first.
SELECT printf('%015d', 999999999999999 - g.answered_at) || g.wording_key AS place,
       g.wording_key, g.wording, g.wishes, g.first_at, g.last_at, g.answer, g.answered_at, g.tag_id,
       (SELECT json_group_array(x.reason)
          FROM (SELECT w.reason FROM tag_wishes w WHERE w.wording_key = g.wording_key AND w.reason <> ''
                 ORDER BY w.id DESC LIMIT 5) x
       ) AS reasons
  FROM tag_wish_groups g
 WHERE g.answered_at IS NOT NULL
   AND (?1 = '' OR g.answered_at < 999999999999999 - CAST(substr(?1, 1, 15) AS INTEGER)
        OR (g.answered_at = 999999999999999 - CAST(substr(?1, 1, 15) AS INTEGER) AND g.wording_key > substr(?1, 16)))
 ORDER BY g.answered_at DESC, g.wording_key
 LIMIT ?2 + 0
