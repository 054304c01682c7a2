SELECT at, note FROM application_history WHERE id = ?1
