UPDATE tag_wish_groups
   SET answer = ?2, answered_at = ?3, answered_by_user_id = ?4, tag_id = ?5
 WHERE wording_key = ?1
