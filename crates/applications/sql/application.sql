SELECT id, receipt_number, form, status, desk, organization_id, submitted_by_user_id AS submitted_by, people_count, received_at,
       updated_at, due_on, clock_day, open_days_left, version, content, excluded, missing
  FROM applications
 WHERE receipt_number = ?1
