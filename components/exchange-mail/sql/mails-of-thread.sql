SELECT mail_id FROM mail_copies WHERE box_id = ?1 AND thread_id = ?2 ORDER BY mail_id DESC LIMIT 201
