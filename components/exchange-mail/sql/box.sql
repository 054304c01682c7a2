SELECT id FROM mail_boxes WHERE user_id = ?1 OR desk = ?2 LIMIT 1
