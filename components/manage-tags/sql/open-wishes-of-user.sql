SELECT count(*) AS open
  FROM tag_wishes w JOIN tag_wish_groups g ON g.wording_key = w.wording_key
 WHERE w.user_id = ?1 AND g.answered_at IS NULL
