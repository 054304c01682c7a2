UPDATE applications SET due_on = NULL, open_days_left = ?2 WHERE id = ?1
