UPDATE mailed_forms SET entered_id = ?2 WHERE application_id = ?1
