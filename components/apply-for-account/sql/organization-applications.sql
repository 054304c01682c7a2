SELECT id, receipt_number, form, status, applicant_name, people_count, received_at, updated_at, due_on
  FROM applications
 WHERE organization_id = ?1 AND id < ?2
 ORDER BY id DESC
 LIMIT ?3
