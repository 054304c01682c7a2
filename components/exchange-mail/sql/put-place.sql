UPDATE mail_places SET is_archived = ?3, is_starred = ?4 WHERE box_id = ?1 AND thread_id = ?2
