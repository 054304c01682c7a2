SELECT kind, name, created_at, without_clinician_from FROM rooms WHERE id = ?1
