SELECT without_clinician_from FROM rooms WHERE id = ?1
