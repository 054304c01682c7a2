UPDATE carried_entries SET uuid = ?2, resource_type = ?3 WHERE id = ?1
