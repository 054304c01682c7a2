SELECT a.receipt_number, a.form, a.status, a.applicant_name, a.received_at
  FROM room_applications x JOIN applications a ON a.id = x.application_id
 WHERE x.room_id = ?1
 ORDER BY x.application_id DESC
 LIMIT 50
