UPDATE devices SET label = ?2 WHERE id = ?1
