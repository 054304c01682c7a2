UPDATE applications SET assigned_to_user_id = ?2 WHERE id = ?1
