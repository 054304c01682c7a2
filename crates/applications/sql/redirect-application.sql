UPDATE applications SET desk = ?2, assigned_to_user_id = NULL WHERE id = ?1
