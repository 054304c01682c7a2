UPDATE devices SET status = 'active', certificate_id = ?2, public_key = ?3, registered_at = ?4 WHERE id = ?1
