-- Forms 7 and 8 name a patient: a manager who is not in the care team does not read them.
SELECT id, receipt_number, form, status, applicant_name, people_count, received_at, updated_at, due_on
  FROM applications
 WHERE organization_id = ?1 AND form < 7 AND id < ?2
 ORDER BY id DESC
 LIMIT ?3 + 0
