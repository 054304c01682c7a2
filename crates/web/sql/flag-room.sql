UPDATE rooms SET without_clinician_from = ?2 WHERE id = ?1
