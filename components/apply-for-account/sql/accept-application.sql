UPDATE applications SET organization_id = ?2, due_on = ?3, accepted_at = ?4 WHERE id = ?1
