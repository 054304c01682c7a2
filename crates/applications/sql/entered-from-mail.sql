SELECT a.receipt_number, a.form, a.status
  FROM mailed_forms m JOIN applications a ON a.id = m.entered_id
 WHERE m.application_id = ?1
