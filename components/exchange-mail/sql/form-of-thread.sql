SELECT a.receipt_number
  FROM mailed_forms f JOIN applications a ON a.id = f.application_id
 WHERE f.thread_id = ?1
