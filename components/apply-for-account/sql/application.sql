SELECT id, receipt_number, status, content, received_at, updated_at, due_on, clock_day, open_days_left, version
  FROM applications
 WHERE receipt_number = ?1 AND form = 4
