SELECT w.id, g.wording_key, w.wording, g.wishes, g.first_at, g.last_at, g.answer, g.answered_at, g.tag_id
  FROM tag_wishes w JOIN tag_wish_groups g ON g.wording_key = w.wording_key
 WHERE w.user_id = ?1 AND w.id < ?2
 ORDER BY w.id DESC
 LIMIT ?3 + 0
