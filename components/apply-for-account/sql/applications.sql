SELECT id, receipt_number, form, status, organization_id, organization_name, applicant_name, people_count, channel,
       received_at, due_on, queue_day, version
  FROM applications
 WHERE (queue_day, id) > (?1, ?2) AND (?4 = '' OR instr(search_key, ?4) > 0)
 ORDER BY queue_day, id
 LIMIT ?3
