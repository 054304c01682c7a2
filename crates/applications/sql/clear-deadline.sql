UPDATE applications SET due_on = NULL WHERE id = ?1
