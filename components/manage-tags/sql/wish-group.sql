SELECT wording_key, wording, wishes, first_at, last_at, answer, answered_at, tag_id
  FROM tag_wish_groups
 WHERE wording_key = ?1
