SELECT status FROM applications WHERE id = ?1
