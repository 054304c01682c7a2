SELECT id, receipt_number, form, status, organization_id, organization_name, applicant_name, people_count, channel,
       received_at, due_on, queue_day, version
  FROM applications
 WHERE id = ?1
