SELECT g.place, g.wording_key, g.wording, g.wishes, g.first_at, g.last_at, g.answer, g.answered_at, g.tag_id,
       (SELECT json_group_array(x.reason)
          FROM (SELECT w.reason FROM tag_wishes w WHERE w.wording_key = g.wording_key AND w.reason <> ''
                 ORDER BY w.id DESC LIMIT 5) x
       ) AS reasons
  FROM tag_wish_groups g
 WHERE g.answered_at IS NULL AND g.place > ?1
 ORDER BY g.place
 LIMIT ?2 + 0
